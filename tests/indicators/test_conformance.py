"""
Every indicator of the catalogue, by every engine, equals its reading by hand; what is drilled is counted.

The references stand in `tests/domains/<domain>_reference.py`; a domain without one fails here.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import ibis.expr.types as ir
import pytest
from hypothesis import HealthCheck, given, settings

from tests.indicators.entries import EDGES, UNITS, entries_of, made_up, plain_entries
from tests.indicators.plain import Plain
from zhunsheng.engine.catalogue import NamedIndicator, NamedRegister, catalogue
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.computing import Cells, compute, rows
from zhunsheng.engine.indicators.declarations import Complete, Count, Coverage, Mean, Total
from zhunsheng.engine.indicators.embedded import EmbeddedEngine
from zhunsheng.engine.indicators.figures import Cell, figure
from zhunsheng.engine.indicators.lake import Lake, write
from zhunsheng.engine.indicators.naming import columns_named
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.engine.indicators.tables import table_of

DAY = "happened"
PERIODS = (
    periods.year(2026),
    periods.quarter(2026, 1),
    periods.month(2025, 12),
    periods.to_date(EDGES[4]),
)
REGISTERS = list(dict.fromkeys(named.register for named in catalogue().indicators()))
MASTER = os.environ.get("ZHUNSHENG_SPARK", "local[2]")


@cache
def references(domain: str) -> dict[str, Plain]:
    found: dict[str, Plain] = import_module(f"tests.domains.{domain}_reference").REFERENCE
    return found


def of_register(register: NamedRegister) -> list[NamedIndicator]:
    return [named for named in catalogue().indicators() if named.register == register]


def by_name(register: NamedRegister) -> str:
    return register.name


def table_in_memory(register: NamedRegister, entries: list[dict[str, Any]]) -> ir.Table:
    engine = EmbeddedEngine()
    engine.load(
        register.name, table_of(register.register, plain_entries(register.register, entries))
    )
    return engine.table(register.name)


def compared(
    named: NamedIndicator, cell: Cell, entries: Iterable[dict[str, Any]], period: Period
) -> Iterator[tuple[str, Any, Any]]:
    """Get what an engine found beside what a person counts."""
    plain = references(named.domain.key)[named.indicator.key]
    expected = plain.cell(entries, period)
    yield "counted", cell.counted, expected.counted
    if not isinstance(named.indicator, Count | Coverage | Total | Mean):
        yield "base", cell.base, expected.base
    if isinstance(named.indicator, Total | Mean):
        yield "total", cell.total, expected.total


def test_every_indicator_of_the_catalogue_has_a_reference_and_no_reference_is_left_over() -> None:
    for key, domain in catalogue().domains.items():
        if domain.indicators:
            assert set(references(key)) == {one.key for one in domain.indicators}


@pytest.mark.parametrize("register", REGISTERS, ids=by_name)
def test_the_embedded_engine_equals_the_reading_by_hand(register: NamedRegister) -> None:
    indicators = of_register(register)
    named = columns_named(register.register, DAY, [one.indicator for one in indicators])

    @settings(
        max_examples=3,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(entries_of(register.register, named))
    def agree(entries: list[dict[str, Any]]) -> None:
        agrees_with_the_reading_by_hand(table_in_memory(register, entries), indicators, entries)

    agree()
    entries, _, found = of_many(register)
    agrees(found, indicators, entries)


@cache
def engine_of_all() -> EmbeddedEngine:
    return EmbeddedEngine()


@cache
def of_many(register: NamedRegister) -> tuple[list[dict[str, Any]], ir.Table, Cells]:
    """Get many entries of a register, their table, and its indicators computed over it."""
    entries, engine = made_up(register.register, 300), engine_of_all()
    engine.load(
        register.name, table_of(register.register, plain_entries(register.register, entries))
    )
    table = engine.table(register.name)
    declared = [named.indicator for named in of_register(register)]
    return entries, table, compute(table, DAY, declared, PERIODS)


def agrees_with_the_reading_by_hand(
    table: ir.Table, indicators: list[NamedIndicator], entries: list[dict[str, Any]]
) -> None:
    found = compute(table, DAY, [named.indicator for named in indicators], PERIODS)
    agrees(found, indicators, entries)


def agrees(found: Cells, indicators: list[NamedIndicator], entries: list[dict[str, Any]]) -> None:
    for named in indicators:
        for period in PERIODS:
            cells = found[named.indicator.key, period.key]
            for unit in UNITS:
                own = [entry for entry in entries if entry["unit"] == unit]
                for what, is_, should in compared(named, cells.get(unit, Cell()), own, period):
                    assert is_ == should, (named.name, period.key, unit, what)


@pytest.mark.parametrize("register", REGISTERS, ids=by_name)
def test_the_units_add_up_to_the_government(register: NamedRegister) -> None:
    indicators = [
        named.indicator
        for named in of_register(register)
        # Units are what a coverage counts, and a thing is a unit's own: these do not add up by entries.
        if not isinstance(named.indicator, Coverage | Complete)
    ]
    entries, _, by_unit = of_many(register)
    whole = [entry | {"unit": "990121/all"} for entry in entries]
    at_once = compute(table_in_memory(register, whole), DAY, indicators, PERIODS)
    for one in indicators:
        for period in PERIODS:
            parts, all_of_it = (found[one.key, period.key] for found in (by_unit, at_once))
            assert figure(one, parts, UNITS) == figure(one, all_of_it, ["990121/all"])


def drilled(table: ir.Table, named: NamedIndicator, period: Period, part: Any) -> int:
    """Get how many rows, or for things how many things, stand behind a figure."""
    found = rows(table, DAY, named.indicator, period, part)
    if isinstance(named.indicator, Complete):
        found = found.select("unit", named.indicator.each).distinct()
    return int(found.count().execute())


def drills_to_its_figures(
    table: ir.Table, found: Cells, indicators: Iterable[NamedIndicator], period: Period
) -> None:
    for named in indicators:
        cells = found[named.indicator.key, period.key].values()
        assert drilled(table, named, period, "counted") == sum(cell.counted for cell in cells)
        if named.indicator.__class__ not in {Count, Coverage, Total, Mean}:
            assert drilled(table, named, period, "base") == sum(cell.base for cell in cells)


@pytest.mark.parametrize("register", REGISTERS, ids=by_name)
def test_the_rows_behind_a_figure_are_as_many_as_the_figure(register: NamedRegister) -> None:
    _, table, found = of_many(register)
    drills_to_its_figures(table, found, with_some_cells(of_register(register)), PERIODS[1])


def with_some_cells(indicators: list[NamedIndicator]) -> list[NamedIndicator]:
    """Get indicators without most cells of tables: those are rows crossed with columns, all alike."""
    cells = {name for table in catalogue().statistics() for name in table.indicators.values()}
    return [named for at, named in enumerate(indicators) if named.name not in cells or at % 4 == 0]


@pytest.mark.spark
@pytest.mark.parametrize("register", REGISTERS, ids=by_name)
def test_spark_equals_the_reading_by_hand_and_the_embedded_engine(
    register: NamedRegister, tmp_path: Path
) -> None:
    if importlib.util.find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip("needs requirements/spark.txt and Java 17: make spark")
    entries = made_up(register.register, 200)
    for year in (2026, 2027):  # two files, so that Spark reads more than one
        part = [entry for number, entry in enumerate(entries) if number % 2 == year % 2]
        made = table_of(register.register, plain_entries(register.register, part))
        write(tmp_path, register.name, "990121", year, made)
    indicators = of_register(register)
    declared = [named.indicator for named in indicators]
    spark = Lake(tmp_path, MASTER)
    try:
        table = spark.table(register.name)
        found = compute(table, DAY, declared, PERIODS)
        assert found == compute(table_in_memory(register, entries), DAY, declared, PERIODS)
        agrees_with_the_reading_by_hand(table, indicators, entries)
        drills_to_its_figures(table, found, indicators[:: max(1, len(indicators) // 4)], PERIODS[1])
    finally:
        spark.close()
