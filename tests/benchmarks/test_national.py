"""The made-up nation: the same each time, skewed as a nation is, and true to the register."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from benchmarks import national
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.indicators.lake import Lake
from zhunsheng.engine.indicators.tables import schema_of
from zhunsheng.engine.registers.cases import checked

REGISTER = catalogue().register(national.REGISTER).register
NATION = national.governments()
# GB/T 2260: the first two digits of provinces that there are.
REAL = {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46} | {
    *(50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82)
}


@pytest.fixture(scope="module")
def entries() -> pa.Table:
    return pa.concat_tables(part.table for part in national.stream(NATION, 20_000))


def test_the_nation_has_as_many_governments_as_a_nation_has() -> None:
    assert Counter(one.level for one in NATION) == {
        "province": 31,
        "prefecture": 333,
        "county": 2800,
    }
    assert len({one.code for one in NATION}) == len({one.name for one in NATION}) == len(NATION)


def test_no_government_has_the_code_or_the_name_of_a_real_one() -> None:
    assert not {int(one.code[:2]) for one in NATION} & REAL
    assert all("虚构" in one.name for one in NATION)


def test_each_government_stands_below_those_its_code_says() -> None:
    for one in NATION:
        above = {"province": 1, "prefecture": 2, "county": 3}[one.level]
        codes = [f"{one.code[:2]}0000", f"{one.code[:4]}00", one.code][:above]
        assert one.path == "".join(f"{code}/" for code in codes)


def test_a_few_governments_have_most_of_the_work() -> None:
    weights = sorted((one.weight for one in NATION), reverse=True)
    assert 0.35 < sum(weights[: len(weights) // 10]) / sum(weights) < 0.75
    assert sum(weights[len(weights) // 2 :]) / sum(weights) < 0.2


def test_entries_have_the_columns_of_the_register(entries: pa.Table) -> None:
    assert entries.schema == schema_of(REGISTER)
    assert entries.num_rows == 20_000
    assert entries.column("entry").to_pylist() == list(range(1, 20_001))


def test_entries_hold_what_the_register_lets_them_hold(entries: pa.Table) -> None:
    personal = {"applicant": {"kind": "person", "name": "某甲", "number": ""}, "content": "无"}
    for row in entries.take(list(range(0, 20_000, 13))).to_pylist():
        values: dict[str, Any] = {
            field.key: row[field.key]
            for field in REGISTER.fields
            if field.key in row and row[field.key] is not None
        }
        if "fee" in values:
            values["fee"] = f"{values['fee'] / 100:.2f}"
        if "findings" in values:
            values["findings"] = json.loads(values["findings"])
        raw = {key: str(value) for key, value in values.items() if key != "findings"}
        found = checked(REGISTER, raw | personal)
        assert not found.problems, (found.problems, values)


def test_what_has_not_happened_yet_is_not_known(entries: pa.Table) -> None:
    for name, type_ in zip(entries.schema.names, entries.schema.types, strict=True):
        known = [day for day in entries.column(name).to_pylist() if day is not None]
        if type_ == pa.date32() and not name.endswith(("due", "until")):
            assert all(str(day) <= "2026-12-31" for day in known), name


def test_an_entry_is_late_as_its_own_days_say(entries: pa.Table) -> None:
    states = {state.key for state in REGISTER.procedure.states} if REGISTER.procedure else set()
    for row in entries.select(["replied", "reply_due", "late", "done", "state"]).to_pylist():
        if row["replied"]:
            assert row["late"] == (row["replied"] > row["reply_due"])
        assert row["state"] in states
        assert row["done"] == (row["state"] == "closed")


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(tmp_path: Path) -> None:
    for name, seed in (("one", 7), ("two", 7), ("three", 8)):
        national.write(tmp_path / name, 1_500, (2025, 2026), seed)
    one, two, three = (national.digest(tmp_path / name) for name in ("one", "two", "three"))
    assert one == two != three


def test_a_lake_of_several_years_holds_every_entry(tmp_path: Path) -> None:
    national.write(tmp_path, 3_000, (2025, 2026))
    places = {file.parent.name for file in tmp_path.rglob("*.parquet")}
    assert places == {"year=2025", "year=2026"}
    assert Lake(tmp_path).table(national.REGISTER).count().execute() == 3_000


def test_small_batches_and_big_ones_hold_as_many_entries_of_each_government() -> None:
    few = NATION[:5]

    def counts(batch: int) -> Counter[str]:
        found: Counter[str] = Counter()
        for part in national.stream(few, 900, batch=batch):
            assert part.table.num_rows <= batch
            found[part.government.code] += part.table.num_rows
        return found

    assert counts(50) == counts(100_000)
