"""
A lake of typed tables: Parquet files by register, jurisdiction and year, read by one machine or many.

It knows folders and engines; it knows no register. A folder of the lake is written whole or not at all.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from zhunsheng.engine.refusals import RefusedError

_ROWS = 100_000
# Engines pass over what begins so: it is no register.
_UNITS = "_units"
EMBEDDED = "embedded"


class LakeError(RefusedError):
    """A lake that cannot be read, or an engine there is not."""


def write(
    root: Path, register: str, jurisdiction: str, year: int, table: pa.Table | pa.RecordBatchReader
) -> Path:
    """
    Put the entries of a jurisdiction and a year into the lake, in the place of what was there.

    A reader's rows are written as they come, so that they need not be in memory together.
    """
    place = root / register / f"jurisdiction={jurisdiction}" / f"year={year}"
    place.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".new-", dir=root))
    with pq.ParquetWriter(made / "part-0.parquet", table.schema, compression="zstd") as writer:
        for group in [table] if isinstance(table, pa.Table) else _gathered(table):
            writer.write_table(group, row_group_size=_ROWS)
    if place.exists():
        old = made.with_name(made.name.replace(".new-", ".old-"))
        place.rename(old)
        made.rename(place)
        shutil.rmtree(old)
    else:
        made.rename(place)
    place.chmod(0o755)
    return place


def _gathered(reader: pa.RecordBatchReader) -> Iterator[pa.Table]:
    """Get the rows of a reader in whole groups, for each batch by itself would be slow to read."""
    waiting: list[pa.RecordBatch] = []
    rows = 0
    for batch in reader:
        waiting.append(batch)
        rows += batch.num_rows
        if rows >= _ROWS:
            table = pa.Table.from_batches(waiting)
            whole = rows - rows % _ROWS
            yield table.slice(0, whole)
            waiting, rows = table.slice(whole).to_batches(), rows - whole
    if waiting:
        yield pa.Table.from_batches(waiting)


def keep_only(
    root: Path,
    register: str,
    jurisdiction: str,
    years: Collection[int],
    within: Collection[int] = (),
) -> None:
    """Take the years of a jurisdiction out of the lake that have no entries; `within` some, where told."""
    for place in (root / register / f"jurisdiction={jurisdiction}").glob("year=*"):
        year = int(place.name.partition("=")[2])
        if year not in years and (not within or year in within):
            shutil.rmtree(place)


def write_units(root: Path, jurisdiction: str, units: Iterable[LakeUnit], exported: date) -> None:
    """Put the units of a jurisdiction into the lake, and the day on which they and its entries stood."""
    listed = list(units)
    table = pa.table(
        {
            "unit": pa.array([unit.key for unit in listed], pa.string()),
            "since": pa.array([unit.since for unit in listed], pa.date32()),
            "until": pa.array([unit.until for unit in listed], pa.date32()),
            "successor": pa.array([unit.successor for unit in listed], pa.string()),
            "exported": pa.array([exported] * len(listed), pa.date32()),
        }
    )
    place = root / _UNITS
    place.mkdir(parents=True, exist_ok=True)
    made = place / f".new-{jurisdiction}"
    pq.write_table(table, made)
    made.replace(place / f"jurisdiction={jurisdiction}.parquet")


@dataclass(frozen=True, slots=True)
class LakeUnit:
    """A unit as the lake lists it: `key` is how tables call it, `successor` the key of who took over."""

    key: str
    since: date | None = None
    until: date | None = None
    successor: str | None = None

    def is_there(self, day: date) -> bool:
        """Whether the unit is there on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


class LakeUnits:
    """The units of a lake: who is there on a day, and who is shown under whom."""

    def __init__(self, units: Iterable[LakeUnit], exported: date | None) -> None:
        self._units = {unit.key: unit for unit in units}
        self.exported = exported

    def __bool__(self) -> bool:
        return bool(self._units)

    def there(self, day: date) -> list[str]:
        """Get the keys of the units that are there on a day."""
        return sorted(key for key, unit in self._units.items() if unit.is_there(day))

    def shown_under(self, key: str, day: date) -> str:
        """Get the unit that goes on for another on a day; its own key where nobody does."""
        seen: set[str] = set()
        heir = key
        while heir in self._units and heir not in seen and not self._units[heir].is_there(day):
            seen.add(heir)
            heir = self._units[heir].successor or ""
        return heir if heir in self._units and heir not in seen else key


class Lake:
    """
    The typed tables of a lake, computed by an engine: `embedded`, or the address of a Spark master.

    Raises LakeError for an engine that is not installed or not known.
    """

    def __init__(self, root: Path, engine: str = EMBEDDED) -> None:
        self._root = root
        self._connection = _connected(engine)

    def has(self, register: str) -> bool:
        """Whether the lake holds anything of a register."""
        return bool(self._files(register))

    def table(self, register: str) -> ir.Table:
        """Get a register's table. Raises LakeError where the lake has none."""
        folder = self._root / register
        files = self._files(register)
        if not files:
            raise LakeError(
                f"{folder}里没有数据。请先执行 zhunsheng lake export。",
                f"There is nothing in {folder}. Run zhunsheng lake export first.",
            )
        if self._connection.name == "pyspark":
            # The names of folders are no columns: a register may have a year of its own.
            return self._connection.read_parquet(str(folder), recursiveFileLookup=True)
        return self._connection.read_parquet(files, hive_partitioning=False)

    def _files(self, register: str) -> list[str]:
        found = (self._root / register).glob("jurisdiction=*/year=*/*.parquet")
        return sorted(str(file) for file in found)

    def units(self) -> LakeUnits:
        """Get the units of the lake; none where it was not filled by an export of a site."""
        found: list[LakeUnit] = []
        exported: list[date] = []
        for file in sorted((self._root / _UNITS).glob("jurisdiction=*.parquet")):
            for row in pq.read_table(file).to_pylist():
                found.append(LakeUnit(row["unit"], row["since"], row["until"], row["successor"]))
                exported.append(row["exported"])
        return LakeUnits(found, min(exported, default=None))

    def close(self) -> None:
        """End the engine's session."""
        self._connection.disconnect()


def _connected(engine: str) -> Any:
    if engine == EMBEDDED:
        return ibis.duckdb.connect()
    if not engine.startswith(("spark://", "local")):
        raise LakeError(
            f"没有“{engine}”这种引擎。请写 embedded 或者 spark://主机:端口。",
            f"There is no engine {engine}. Write embedded, or spark://host:port.",
        )
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415  # an optional extra
    except ImportError as error:
        raise LakeError(
            "没有安装PySpark。请安装附加组件：pip install 'zhunsheng[spark]'，并安装Java 17。",
            "PySpark is not installed. Install the extra zhunsheng[spark], and Java 17.",
        ) from error
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    session = (
        SparkSession.builder.master(engine)
        .appName("zhunsheng")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "Asia/Shanghai")
        .config("spark.sql.ansi.enabled", "true")
        .getOrCreate()
    )
    return ibis.pyspark.connect(session)
