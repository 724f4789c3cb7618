"""
A lake of typed tables: Parquet files by register, jurisdiction and year, read by one machine or many.

It knows folders and engines; it knows no register. A folder of the lake is written whole or not at all.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from zhunsheng.engine.refusals import RefusedError

_ROWS = 100_000
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
    """Get the rows of a reader, so many together as are read fast: each batch by itself would not be."""
    waiting: list[pa.RecordBatch] = []
    rows = 0
    for batch in reader:
        waiting.append(batch)
        rows += batch.num_rows
        if rows >= _ROWS:
            yield pa.Table.from_batches(waiting)
            waiting, rows = [], 0
    if waiting:
        yield pa.Table.from_batches(waiting)


class Lake:
    """
    The typed tables of a lake, computed by an engine: `embedded`, or the address of a Spark master.

    Raises LakeError for an engine that is not installed or not known.
    """

    def __init__(self, root: Path, engine: str = EMBEDDED) -> None:
        self._root = root
        self._connection = _connected(engine)

    def table(self, register: str) -> ir.Table:
        """Get a register's table. Raises LakeError where the lake has none."""
        folder = self._root / register
        files = sorted(str(file) for file in folder.glob("jurisdiction=*/year=*/*.parquet"))
        if not files:
            raise LakeError(
                f"{folder}里没有数据。请先执行 zhunsheng lake export。",
                f"There is nothing in {folder}. Run zhunsheng lake export first.",
            )
        if self._connection.name == "pyspark":
            return self._connection.read_parquet(str(folder))
        return self._connection.read_parquet(files, hive_partitioning=False)

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
