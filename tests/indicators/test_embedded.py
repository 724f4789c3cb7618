"""The embedded engine holds rows as they were given, whatever its columns are kept as."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhunsheng.engine.indicators import embedded
from zhunsheng.engine.indicators.embedded import EmbeddedEngine


@pytest.fixture(autouse=True)
def as_if_there_were_many(monkeypatch):
    monkeypatch.setattr(embedded, "_MANY", 0)


SCHEMA = pa.schema([("entry", pa.int64()), ("unit", pa.string()), ("fee", pa.int64())])
ROWS = st.dictionaries(
    st.integers(1, 20),
    st.tuples(st.sampled_from([None, "甲", "乙", "it's", ""]), st.none() | st.integers(0, 9)),
    max_size=8,
)


def table(rows: dict) -> pa.Table:
    listed = [{"entry": key, "unit": unit, "fee": fee} for key, (unit, fee) in rows.items()]
    return pa.Table.from_pylist(listed, schema=SCHEMA)


def held(engine: EmbeddedEngine) -> dict:
    found = engine.table("things").to_pyarrow().to_pylist()
    assert len(found) == len({row["entry"] for row in found})
    return {row["entry"]: (row["unit"], row["fee"]) for row in found}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS, ROWS, st.sets(st.integers(1, 20), max_size=4))
def test_rows_are_held_replaced_and_taken_out(before, changed, gone):
    gone -= changed.keys()
    engine = EmbeddedEngine()
    engine.load("things", table(before))
    assert held(engine) == before
    engine.replace("things", table(changed), gone)
    assert held(engine) == {key: row for key, row in before.items() if key not in gone} | changed


def test_a_value_that_was_not_there_before_is_taken_and_counted():
    engine = EmbeddedEngine()
    engine.load("things", table({1: ("甲", 1), 2: ("乙", 2)}))
    engine.replace("things", table({3: ("丙", 3)}))
    things = engine.table("things")
    assert things.filter(things.unit == "丙").count().to_pyarrow().as_py() == 1
    assert things.filter(things.unit.isin(["甲", "丁"])).count().to_pyarrow().as_py() == 1
