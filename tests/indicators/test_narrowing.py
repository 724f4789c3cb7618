"""Indicators narrowed to parts: what the parts count adds up to what the indicator counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings

from tests.indicators.entries import entries_of, plain_entries
from tests.indicators.test_computing import LETTER, NEW
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.computing import compute
from zhunsheng.engine.indicators.conditions import by, in_force, in_time, not_by, within
from zhunsheng.engine.indicators.declarations import Count, Definition, Indicator, Share, Total
from zhunsheng.engine.indicators.embedded import EmbeddedEngine
from zhunsheng.engine.indicators.figures import Cell, summed
from zhunsheng.engine.indicators.narrowing import Part, laid_out, narrowed, narrowed_to_each
from zhunsheng.engine.indicators.statistics import Heading
from zhunsheng.engine.indicators.tables import table_of

YEAR = periods.year(2026)
WHOLE = Heading(key="all", label="合计")
PARTS = (
    Part(
        heading=Heading(key="praise", label="表扬"), holds=lambda letter, _: letter.kind == "praise"
    ),
    Part(
        heading=Heading(key="rest", label="其余"),
        holds=lambda letter, _: letter.kind.isnull() | (letter.kind != "praise"),
    ),
)
LETTERS = Count(key="letters", label="来信", register="letter", said_as=("来信",), says="来信。")
ANSWERED = Share(
    key="answered",
    label="回复率",
    register="letter",
    counts=lambda letter, period: by(letter.replied, period),
    out_of=lambda letter, _: letter.until.notnull(),
    since=NEW,
    note="改按期末",
    earlier=(Definition(counts=lambda letter, _: letter.replied.notnull()),),
)
FEES = Total(key="fees", label="费用", register="letter", of="fee")


def computed(entries: list[dict[str, Any]], *indicators: Indicator) -> dict[str, Cell]:
    engine = EmbeddedEngine()
    engine.load("letter", table_of(LETTER, plain_entries(LETTER, entries)))
    found = compute(engine.table("letter"), "happened", indicators, [YEAR])
    return {one.key: summed(found[one.key, YEAR.key].values()) for one in indicators}


@settings(max_examples=5, deadline=None)
@given(entries_of(LETTER))
def test_parts_that_leave_nothing_out_add_up_to_the_whole(entries: list[dict[str, Any]]) -> None:
    wholes = (LETTERS, ANSWERED, FEES)
    found = computed(entries, *wholes, *narrowed_to_each(wholes, PARTS))
    for whole in wholes:
        added = summed(found[f"{whole.key}_{part.heading.key}"] for part in PARTS)
        assert (added.counted, added.total) == (found[whole.key].counted, found[whole.key].total)
        if isinstance(whole, Share):
            assert added.base == found[whole.key].base


def test_an_indicator_is_narrowed_in_all_its_definitions_and_loses_its_words() -> None:
    found = narrowed(ANSWERED, PARTS[0])
    assert found.key == "answered_praise"
    assert [one.since for one in found.definitions] == [date.min, NEW]
    assert all(one.out_of is not None for one in found.definitions)
    assert narrowed(replace(LETTERS, said_as=("信",)), PARTS[0]).said_as == ()


def test_a_table_has_a_row_for_each_part_and_one_for_the_whole() -> None:
    cells = laid_out({"number": LETTERS, "rate": ANSWERED}, PARTS, WHOLE)
    assert cells["praise", "number"] == "letters_praise"
    assert cells["all", "rate"] == "answered"
    assert len(cells) == 6


def test_conditions_speak_of_the_end_of_the_period() -> None:
    days = {"received": date(2026, 3, 2), "until": date(2026, 12, 31), "replied": date(2027, 1, 1)}
    letters = {
        "by": lambda one, period: by(one.replied, period),
        "not_by": lambda one, period: not_by(one.replied, period),
        "within": lambda one, period: within(one.until, period),
        "in_time": lambda one, _: in_time(one.replied, one.until),
        "in_force": lambda one, period: in_force(one.received, one.until, period),
        "never_in_force": lambda one, period: in_force(one.opened.date(), one.until, period),
    }
    counts = [
        Count(key=key, label=key, register="letter", counts=holds) for key, holds in letters.items()
    ]
    found = computed([days], *counts)
    assert {key for key, cell in found.items() if cell.counted} == {"not_by", "within", "in_force"}
