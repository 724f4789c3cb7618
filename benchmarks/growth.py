"""
Sixty indicators for 31 provinces and twelve months, over a nation's lake of 10^5 to 10^8 entries.

On the embedded engine, and on a Spark cluster of two workers on loopback; their values are compared to the
last digit. The slope is that of time against entries, both as logarithms. BENCH_GROWTH=5,6,7,8 names the sizes
as powers of ten, BENCH_SPARK=5,6,7 those for Spark.
"""

from __future__ import annotations

import json
import math
import os
import pickle
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import cluster, national, places

DUCKDB, SPARK = "DuckDB", "Spark"
SIZES = tuple(int(one) for one in os.environ.get("BENCH_GROWTH", "5,6,7").split(","))
ON_SPARK = tuple(int(one) for one in os.environ.get("BENCH_SPARK", "5,6").split(",") if one)
NATION = 9
"""A nation's year, as a power of ten."""


@dataclass(frozen=True)
class Run:
    """What computing took: at first, again, and the memory of all processes at their peaks."""

    engine: str
    power: int
    first: float
    again: float
    memory: float


def measure(engine: str, root: Path, result: Path) -> None:
    """Compute everything twice; leave what it took and what it found."""
    from benchmarks.sixty import DAY, MONTHS, SIXTY
    from zhunsheng.engine.indicators.computing import compute
    from zhunsheng.engine.indicators.lake import Lake

    master = os.environ.get("SPARK_MASTER", "")
    source = Lake(root, master) if engine == SPARK else Lake(root)
    took = []
    for _ in range(2):
        began = time.perf_counter()
        table = source.table(national.REGISTER)
        # A province has what all governments under it have.
        cells = compute(table.mutate(unit=table.path.substr(0, 6)), DAY, SIXTY, MONTHS)
        took.append(time.perf_counter() - began)
    memory = places.peak() if engine == DUCKDB else cluster.peak_below(os.getppid())
    source.close()
    result.with_suffix(".json").write_text(json.dumps([*took, memory]))
    result.with_suffix(".cells").write_bytes(pickle.dumps(cells))


def run(engine: str, power: int, root: Path, environment: dict[str, str]) -> Run:
    """Measure in a process of its own."""
    result = root.parent / f"{root.name}-{engine}"
    places.run(
        *("benchmarks.growth", "measure", engine, str(root), str(result)), environment=environment
    )
    first, again, memory = json.loads(result.with_suffix(".json").read_text())
    found = Run(engine, power, first, again, memory)
    print(
        f"{engine:<10}{10**power:>14,}{first:>10.2f}{again:>10.2f}{memory:>10,.0f}"
        f"{10**power / again:>14,.0f}",
        flush=True,
    )
    return found


def same(root: Path) -> int:
    """Get how many cells both engines give. Raises AssertionError where they differ in any."""
    mine, theirs = (
        pickle.loads((root.parent / f"{root.name}-{engine}.cells").read_bytes())  # noqa: S301  # our own
        for engine in (DUCKDB, SPARK)
    )
    different = [key for key in mine if mine[key] != theirs[key]]
    assert not different, f"the engines differ in {different[:5]}"  # noqa: S101
    return sum(len(own) for own in mine.values())


def slope(runs: list[Run]) -> float:
    """Get the slope of time against entries, both as logarithms, by least squares."""
    powers = [float(one.power) for one in runs]
    times = [math.log10(one.again) for one in runs]
    middle, mean = sum(powers) / len(powers), sum(times) / len(times)
    spread = sum((power - middle) ** 2 for power in powers)
    pairs = zip(powers, times, strict=True)
    return sum((power - middle) * (took - mean) for power, took in pairs) / spread


def extrapolated(runs: list[Run]) -> str:
    """Get a sentence on a nation's year: from the last two sizes, for small ones are mostly start-up."""
    last = slope(runs[-2:])
    steeper = max(last, 1.0)
    seconds = runs[-1].again * 10 ** (steeper * (NATION - runs[-1].power))
    return (
        f"{runs[0].engine}: slope {slope(runs):.2f} over all sizes, {last:.2f} over the last two; 10^{NATION} entries"
        f" would take {seconds / 60:,.0f} min on this machine, extrapolated from 10^{runs[-1].power} with a slope"
        f" of {steeper:.2f}, not measured"
    )


def small_files(folder: Path) -> None:
    """Print what a file for each government costs, beside one for each province."""
    root = folder / "small"
    national.write(root, 10**6, level="government")
    result = folder / "small-result"
    places.run("benchmarks.growth", "measure", DUCKDB, str(root), str(result), environment={})
    first, again, memory = json.loads(result.with_suffix(".json").read_text())
    print(
        f"DuckDB, 1,000,000 entries in a file for each of 3,164 governments: {first:.2f} s at first, {again:.2f} s"
        f" again, {memory:,.0f} MB"
    )
    shutil.rmtree(root)


def main() -> None:
    """Print the table."""
    print(f"60 indicators × 31 provinces × 12 months, from Parquet; {places.machine()}", flush=True)
    lacks = cluster.missing()
    runs: dict[str, list[Run]] = {DUCKDB: [], SPARK: []}
    cells = 0
    with tempfile.TemporaryDirectory(prefix="zhunsheng-bench-") as name:
        folder = Path(name)
        written = []
        for power in SIZES:
            began = time.perf_counter()
            root = folder / f"lake-{power}"
            national.write(root, 10**power)
            size = sum(file.stat().st_size for file in root.rglob("*.parquet"))
            written.append(
                f"10^{power} in {time.perf_counter() - began:,.0f} s, {size / 1e6:,.0f} MB"
            )
        print(f"written: {'; '.join(written)}; {places.peak():,.0f} MB of memory at the peak")
        heads = ("entries", "s first", "s again", "MB peak", "entries/s")
        widths = (14, 10, 10, 10, 14)
        print(f"{'':<10}" + "".join(f"{h:>{w}}" for h, w in zip(heads, widths, strict=True)))
        for power in SIZES:
            runs[DUCKDB].append(run(DUCKDB, power, folder / f"lake-{power}", {}))
        on_spark = [] if lacks else [power for power in SIZES if power in ON_SPARK]
        if on_spark:
            (folder / "spark").mkdir()
            with cluster.cluster(folder / "spark") as environment:
                for power in on_spark:
                    root = folder / f"lake-{power}"
                    runs[SPARK].append(run(SPARK, power, root, environment))
                    cells += same(root)
        if 6 in SIZES:
            small_files(folder)
    if lacks:
        print(f"Spark: not measured, {lacks}")
    else:
        left = ", ".join(f"10^{power}" for power in SIZES if power not in on_spark)
        print(
            f"{cells:,} cells, the same by both engines, nulls included; on Spark not run: {left or 'none'}"
        )
    for found in runs.values():
        if len(found) > 1:
            print(extrapolated(found), flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["measure"]:
        measure(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
    else:
        main()
