"""
A made-up nation and a register of its requests, as a lake of Parquet files: `python -m benchmarks.national FOLDER`.

31 provinces, about 330 prefectures and 2,800 counties under codes that no real place has, a few of them
big and most small. The same seed gives the same bytes. Memory is bounded: rows are made a batch at a time.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from benchmarks import places
from benchmarks.requests import Draw, requests
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.indicators import lake
from zhunsheng.engine.indicators.tables import schema_of

REGISTER = "openness.request"
SEED = 2026
BATCH = 200_000
UNITS = 20
PROVINCES, PREFECTURES, COUNTIES = 31, 333, 2800

# First digits that GB/T 2260 gives to no province.
_UNUSED = (*range(66, 71), *range(72, 81), *range(83, 100))
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Government:
    """A made-up government; `weight` is how much of the nation's work it has, beside others."""

    code: str
    name: str
    level: str
    path: str
    weight: float


@dataclass(frozen=True, slots=True)
class Part:
    """Some entries of one government and one year."""

    government: Government
    year: int
    table: pa.Table


def governments(seed: int = SEED) -> tuple[Government, ...]:
    """Get all governments, each after the one above it."""
    chance = np.random.default_rng(seed)
    found = []
    counties = _shared_out(chance, COUNTIES, PREFECTURES)
    prefectures = iter(counties)
    for number, below in enumerate(_shared_out(chance, PREFECTURES, PROVINCES)):
        top = f"{_UNUSED[number]}0000"
        name = f"{_STEMS[number % 10]}{_BRANCHES[number % 12]}"
        found.append(Government(top, f"{name}省（虚构）", "province", f"{top}/", 2.0))
        for city in range(1, below + 1):
            code = f"{_UNUSED[number]}{city:02}00"
            path = f"{top}/{code}/"
            found.append(Government(code, f"{name}{city}市（虚构）", "prefecture", path, 2.0))
            for county in range(1, next(prefectures) + 1):
                own = f"{code[:4]}{county:02}"
                label = f"{name}{city}市{county}县（虚构）"
                found.append(Government(own, label, "county", f"{path}{own}/", 1.0))
    return _skewed(chance, found)


def _shared_out(chance: np.random.Generator, things: int, among: int) -> list[int]:
    """Share things out unevenly: at least one for each, no more than two digits can number."""
    while True:
        weights = chance.gamma(4.0, size=among)
        counts = 1 + chance.multinomial(things - among, weights / weights.sum())
        if counts.max() < 100:
            return counts.tolist()


def _skewed(chance: np.random.Generator, found: list[Government]) -> tuple[Government, ...]:
    """Give governments their weights: log-normal, so that a few are big and most small."""
    sizes = chance.lognormal(0.0, 1.2, len(found))
    return tuple(
        Government(one.code, one.name, one.level, one.path, one.weight * float(size))
        for one, size in zip(found, sizes, strict=True)
    )


def stream(
    among: Sequence[Government],
    entries: int,
    years: Sequence[int] = (2026,),
    seed: int = SEED,
    batch: int = BATCH,
) -> Iterator[Part]:
    """
    Get so many entries, year by year and government by government, never more than a batch at once.

    Those of a government and a year stand in the order in which they were received, batch by batch.
    """
    schema = schema_of(catalogue().register(REGISTER).register)
    as_of = _day(max(years), 12, 31)
    first = 1
    for number, runs in enumerate(_batches(among, entries, years, seed, batch)):
        chance = np.random.default_rng([seed, 1, number])
        table = _made(chance, schema, as_of, runs, first)
        first += table.num_rows
        start = 0
        for run in runs:
            yield Part(run.government, run.year, table.slice(start, run.count))
            start += run.count


@dataclass(frozen=True, slots=True)
class _Run:
    """So many entries of one government and year, after those that came in earlier batches."""

    place: int
    government: Government
    year: int
    before: int
    count: int


def _batches(
    among: Sequence[Government], entries: int, years: Sequence[int], seed: int, batch: int
) -> Iterator[list[_Run]]:
    """Get runs, gathered into batches."""
    weights = np.tile([one.weight for one in among], len(years))
    counts = np.random.default_rng([seed, 0]).multinomial(entries, weights / weights.sum())
    gathered: list[_Run] = []
    room = batch
    slots = itertools.product(years, enumerate(among))
    for (year, (place, government)), count in zip(slots, counts.tolist(), strict=True):
        before = 0
        while before < count:
            taken = min(room, count - before)
            gathered.append(_Run(place, government, year, before, taken))
            before, room = before + taken, room - taken
            if not room:
                yield gathered
                gathered, room = [], batch
    if gathered:
        yield gathered


def _made(
    chance: np.random.Generator, schema: pa.Schema, as_of: int, runs: list[_Run], first: int
) -> pa.Table:
    """Get the typed table of some runs."""
    counts = [run.count for run in runs]
    length = sum(counts)
    draw = Draw(chance, length, as_of)
    run_of = np.repeat(np.arange(len(runs), dtype=np.int32), counts)
    received = _received(chance, runs, run_of)
    unit = _units(draw)
    place = np.repeat(np.array([run.place for run in runs], np.int64), counts)
    # Some units are punctual and some are not, the same ones in every batch.
    punctual = 0.8 + 0.19 * ((place * UNITS + unit) * 0.6180339887 % 1)
    columns = requests(draw, received, punctual)
    columns |= _whose(runs, run_of, unit)
    columns["number"] = _numbers(runs, counts)
    columns["entry"] = pa.array(np.arange(first, first + length))
    unknown = columns.keys() - set(schema.names)
    assert not unknown, f"the register has no columns {unknown}"  # noqa: S101
    return pa.table(
        [
            columns[one.name] if one.name in columns else pa.nulls(length, one.type)
            for one in schema
        ],
        schema,
    )


def _received(chance: np.random.Generator, runs: list[_Run], run_of: Any) -> Any:
    """Get days of receipt in order: on Saturdays and Sundays fewer than on other days."""
    starts = np.array([_day(run.year, 1, 1) for run in runs], np.int32)
    lengths = np.array([_day(run.year + 1, 1, 1) for run in runs], np.int32) - starts
    day = starts[run_of] + (chance.random(len(run_of)) * lengths[run_of]).astype(np.int32)
    weekday = (day + 3) % 7
    moved = (weekday > 4) & (chance.random(len(run_of)) < 0.7)
    day = np.where(moved, day - (weekday - 4), day)
    day = np.maximum(day, starts[run_of])
    return day[np.lexsort((day, run_of))].astype(np.int32)


def _units(draw: Draw) -> Any:
    """Get a unit for each row: each has a little less to do than the one before."""
    return draw.which({f"u{number:02}": 0.85**number for number in range(1, UNITS + 1)})


def _whose(runs: list[_Run], run_of: Any, unit: Any) -> dict[str, pa.Array]:
    """Get the codes of governments and units."""

    def of_runs(values: list[str], codes: Any) -> pa.Array:
        indices = pa.array(codes, pa.int32())
        return pa.DictionaryArray.from_arrays(indices, pa.array(values)).dictionary_decode()

    units = [f"{run.government.code}/u{one:02}" for run in runs for one in range(1, UNITS + 1)]
    return {
        "government": of_runs([run.government.code for run in runs], run_of),
        "path": of_runs([run.government.path for run in runs], run_of),
        "unit": of_runs(units, run_of * UNITS + unit),
    }


def _numbers(runs: list[_Run], counts: list[int]) -> pa.Array:
    """Get the numbers of entries: a year, and a count that begins anew in each government."""
    serial = np.concatenate([np.arange(run.before + 1, run.before + run.count + 1) for run in runs])
    year = pa.array(np.repeat([run.year for run in runs], counts)).cast(pa.string())
    padded = pc.utf8_lpad(pa.array(serial).cast(pa.string()), 5, "0")
    return pc.binary_join_element_wise(year, padded, "-")


def write(
    root: Path,
    entries: int,
    years: Sequence[int] = (2026,),
    seed: int = SEED,
    *,
    level: str = "province",
) -> None:
    """
    Write the nation's entries as a lake: a file for each jurisdiction and year that has any.

    A jurisdiction is a province with all below it, or with `level` "government" each government by itself:
    three thousand small files.
    """
    schema = schema_of(catalogue().register(REGISTER).register)

    def folder_of(part: Part) -> tuple[str, int]:
        code = part.government.code
        return (f"{code[:2]}0000" if level == "province" else code), part.year

    parts = stream(governments(seed), entries, years, seed)
    for (jurisdiction, year), own in itertools.groupby(parts, key=folder_of):
        rows = itertools.chain.from_iterable(part.table.to_batches() for part in own)
        reader = pa.RecordBatchReader.from_batches(schema, rows)
        lake.write(root, REGISTER, jurisdiction, year, reader)


def digest(root: Path) -> str:
    """Get a digest of every file of a lake and of where it lies."""
    found = hashlib.sha256()
    for file in sorted(root.rglob("*.parquet")):
        found.update(str(file.relative_to(root)).encode())
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def _day(year: int, month: int, day: int) -> int:
    return (date(year, month, day) - _EPOCH).days


def main(folder: str, entries: int) -> None:
    """Write a lake, and print how big it is and how long it took."""
    root = Path(folder)
    began = time.perf_counter()
    write(root, entries)
    took = time.perf_counter() - began
    files = [file.stat().st_size for file in root.rglob("*.parquet")]
    print(
        f"{entries:,} entries in {len(files):,} files in {took:.1f} s: {sum(files) / 1e6:,.0f} MB,"
        f" {places.peak():,.0f} MB of memory at the peak; seed {SEED}, digest {digest(root)[:16]}",
        flush=True,
    )


if __name__ == "__main__":
    main(
        sys.argv[1],
        int(sys.argv[2] if sys.argv[2:] else os.environ.get("BENCH_ENTRIES", "1000000")),
    )
