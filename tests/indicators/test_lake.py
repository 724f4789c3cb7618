"""The lake of Parquet files: the same figures by the embedded engine and by Spark."""

from __future__ import annotations

import importlib.util
import os
import random
import shutil
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.indicators.test_computing import (
    CASES,
    LETTER,
    PERIODS,
    UNITS,
    engine_of,
    entries_of,
)
from zhunsheng.engine.indicators import lake as lake_module
from zhunsheng.engine.indicators.computing import compute, rows
from zhunsheng.engine.indicators.lake import Lake, LakeError, write
from zhunsheng.engine.indicators.tables import table_of

INDICATORS = [indicator for indicator, _ in CASES.values()]
MASTER = os.environ.get("ZHUNSHENG_SPARK", "local[2]")


def letters_of_three_years(count: int) -> list[dict[str, object]]:
    chance = random.Random(3)  # noqa: S311  # the same letters each time
    first = date(2025, 11, 1)

    def day() -> date:
        return first + timedelta(days=chance.randint(0, 450))

    return [
        {
            "unit": chance.choice(UNITS),
            "received": day(),
            "until": chance.choice([None, day()]),
            "replied": chance.choice([None, day()]),
            "fee": chance.choice([None, chance.randint(0, 10**12)]),
            "kind": chance.choice([None, "praise", "complaint"]),
        }
        for _ in range(count)
    ]


LETTERS = letters_of_three_years(1500)


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    for year in (2025, 2026, 2027):
        entries = [
            entry
            for entry in entries_of(LETTERS)
            if str(entry.values["received"]).startswith(str(year))
        ]
        write(tmp_path, "post.letter", "990121", year, table_of(LETTER, entries))
    return tmp_path


def test_the_lake_gives_the_figures_of_the_entries(lake: Path) -> None:
    direct = compute(engine_of(LETTERS).table("letter"), "received", INDICATORS, PERIODS)
    found = compute(Lake(lake).table("post.letter"), "received", INDICATORS, PERIODS)
    assert found == direct


def test_a_part_of_the_lake_is_written_in_the_place_of_what_was_there(lake: Path) -> None:
    write(lake, "post.letter", "990121", 2026, table_of(LETTER, []))
    found = compute(Lake(lake).table("post.letter"), "received", INDICATORS, PERIODS)
    assert found["letters", "2026"] == {}
    assert not [place for place in lake.iterdir() if place.name.startswith(".")]


def test_rows_that_come_in_small_batches_are_written_together(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(lake_module, "_ROWS", 500)
    table = table_of(LETTER, entries_of(LETTERS))
    batches = table.to_batches(max_chunksize=7)
    reader = pa.RecordBatchReader.from_batches(table.schema, iter(batches))
    place = write(tmp_path, "post.letter", "990121", 2026, reader)
    file = pq.ParquetFile(place / "part-0.parquet")
    assert file.num_row_groups == 3
    assert file.read().to_pylist() == table.to_pylist()
    nothing = pa.RecordBatchReader.from_batches(table.schema, iter([]))
    assert not pq.read_table(
        write(tmp_path, "post.letter", "990122", 2026, nothing) / "part-0.parquet"
    ).num_rows


def test_an_empty_lake_says_how_to_fill_it(tmp_path: Path) -> None:
    with pytest.raises(LakeError, match="zhunsheng lake export"):
        Lake(tmp_path).table("post.letter")


def test_an_unknown_engine_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LakeError, match="spark://"):
        Lake(tmp_path, "hadoop")


@pytest.mark.spark
def test_spark_gives_the_same_figures_to_the_last_digit(lake: Path) -> None:
    if importlib.util.find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip("needs requirements/spark.txt and Java 17: make spark")
    spark = Lake(lake, MASTER)
    try:
        table = spark.table("post.letter")
        direct = compute(engine_of(LETTERS).table("letter"), "received", INDICATORS, PERIODS)
        assert compute(table, "received", INDICATORS, PERIODS) == direct
        for indicator in INDICATORS:
            cells = direct[indicator.key, PERIODS[-2].key]
            behind = rows(table, "received", indicator, PERIODS[-2]).count().execute()
            assert behind == sum(cell.counted for cell in cells.values())
    finally:
        spark.close()
