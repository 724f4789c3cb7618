"""
Sixty indicators for twenty units and twelve months over a million entries: ours, and the same by others.

Every way runs in a process of its own, over the same entries, and their values are compared to the last digit.
Then 1,000 entries change, and all is asked again: that the answer is of the new entries is checked too.
"""

from __future__ import annotations

import json
import os
import pickle
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import growth, national, places

ENTRIES = int(os.environ.get("BENCH_FIGURES", "1000000"))
CHANGES = 1_000
TIMES = 3
WAYS = ("ours", "pandas", "sqlite", "orm", "orm_by_text")


def make(folder: Path) -> None:
    """Write the entries of one county, and those of them that will change as they will be."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet as pq

    county = next(one for one in national.governments() if one.level == "county")
    entries = pa.concat_tables(part.table for part in national.stream([county], ENTRIES))
    others = pa.concat_tables(
        part.table for part in national.stream([county], CHANGES, seed=national.SEED + 1)
    )
    which = np.random.default_rng(national.SEED).choice(ENTRIES, CHANGES, replace=False)
    column = others.schema.get_field_index("entry")
    changed = others.set_column(column, "entry", pa.array(np.sort(which) + 1))
    pq.write_table(entries, folder / "entries.parquet")
    pq.write_table(changed, folder / "changed.parquet")


def measure(way: str, folder: Path) -> None:
    """Measure one way; leave what it took and what it found in the folder."""
    import pyarrow.parquet as pq

    places.prepare()
    one = made(way)(pq.read_table(folder / "entries.parquet"))
    took: dict[str, float] = {"memory": 0.0}
    took["first"], _ = timed(one.cells)
    took["cold"], before = median(one.cells)
    if way == "ours":
        one.kept()
        took["kept"], _ = median(one.kept)
    took["changing"], _ = timed(lambda: one.change(pq.read_table(folder / "changed.parquet")))
    took["after"], after = timed(one.cells)
    took["memory"] = places.peak()
    name = f"{way}-{places.database()}"
    (folder / f"{name}.json").write_text(json.dumps({"label": one.label, **took}))
    (folder / f"{name}.cells").write_bytes(pickle.dumps((before, after)))


def made(way: str) -> Callable[[Any], Any]:
    """Get the way by its name."""
    if way == "ours":
        from benchmarks.ours import Ours

        return Ours
    if way.startswith("orm"):
        from benchmarks import orm

        return orm.Orm if way == "orm" else orm.OrmByText
    from benchmarks import peers

    return peers.Pandas if way == "pandas" else peers.Sqlite


def timed(call: Callable[[], Any]) -> tuple[float, Any]:
    """Get how long something took, and what it gave."""
    began = time.perf_counter()
    found = call()
    return time.perf_counter() - began, found


def median(call: Callable[[], Any]) -> tuple[float, Any]:
    """Get the median of some times, and what it gave at the last."""
    runs = [timed(call) for _ in range(TIMES)]
    return statistics.median(took for took, _ in runs), runs[-1][1]


def compare(folder: Path) -> int:
    """Get how many cells there are. Raises AssertionError where two ways differ in any of them."""
    found = {file.stem: pickle.loads(file.read_bytes()) for file in folder.glob("*.cells")}  # noqa: S301  # our own
    before, after = found["ours-SQLite"]
    assert before != after, "the changes are not seen"  # noqa: S101
    for name, (then, now) in found.items():
        for mine, theirs in ((before, then), (after, now)):
            different = [key for key in mine if mine[key] != theirs[key]]
            assert not different, f"{name} differs in {different[:5]}"  # noqa: S101
    return sum(len(own) for own in before.values())


def report(folder: Path) -> None:
    """Print what each way took, beside ours."""
    rows = [json.loads(file.read_text()) | {"at": file.stem} for file in folder.glob("*.json")]
    ours = next(row for row in rows if row["at"] == "ours-SQLite")
    heads = ("first", "cold", "×", "change", "after", "×", "MB")
    print(f"{'seconds':<52}" + "".join(f"{head:>9}" for head in heads))
    for row in sorted(rows, key=lambda row: row["cold"]):
        on = f", {row['at'].partition('-')[2]}" if row["at"].startswith("orm") else ""
        again = row["changing"] + row["after"]
        print(
            f"{row['label'] + on:<52}{row['first']:>9.2f}{row['cold']:>9.2f}"
            f"{row['cold'] / ours['cold']:>9.1f}{row['changing']:>9.2f}{again:>9.2f}"
            f"{again / (ours['changing'] + ours['after']):>9.1f}{row['memory']:>9,.0f}",
            flush=True,
        )
    print(f"ours from the cells that are kept: {ours['kept'] * 1000:.1f} ms for all 720 figures")
    print(
        f"reading one's own write: {ours['changing'] * 1000:.0f} ms to put {CHANGES:,} rows in,"
        f" {ours['after'] * 1000:.0f} ms to compute all anew"
    )


def main() -> None:
    """Print the tables."""
    print(
        f"60 indicators × {national.UNITS} units × 12 months, {ENTRIES:,} entries; {places.machine()}",
        flush=True,
    )
    with tempfile.TemporaryDirectory(prefix="zhunsheng-bench-") as name:
        folder = Path(name)
        make(folder)
        folder.chmod(0o777)
        for way in WAYS:
            if way == "orm":
                places.on_each_database("benchmarks.indicators", "measure", way, name)
            else:
                places.on_the_embedded("benchmarks.indicators", "measure", way, name)
        print(f"{compare(folder):,} cells, the same by every way, before the changes and after")
        report(folder)
    print(flush=True)
    growth.main()


if __name__ == "__main__":
    if sys.argv[1:2] == ["measure"]:
        measure(sys.argv[2], Path(sys.argv[3]))
    else:
        main()
