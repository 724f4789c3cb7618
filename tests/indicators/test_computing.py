"""Indicators over typed tables equal a plain reading of the entries, drill-down included."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.computing import check, compute, rows
from zhunsheng.engine.indicators.declarations import (
    Complete,
    Count,
    Coverage,
    Definition,
    Distinct,
    Indicator,
    Mean,
    Share,
    Total,
)
from zhunsheng.engine.indicators.embedded import EmbeddedEngine
from zhunsheng.engine.indicators.figures import Cell, figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.engine.indicators.tables import PlainEntry, table_of
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.register import Register

LETTER = Register(
    key="letter",
    label="来信",
    shape="event",
    basis="某县来信办理办法",
    title="subject",
    happened="received",
    fields=(
        Field(key="subject", label="事由"),
        Field(key="author", label="写信人", personal=True),
        Field(key="received", label="收到日期", kind="date", required=True),
        Field(key="until", label="应回复日期", kind="date"),
        Field(key="replied", label="回复日期", kind="date"),
        Field(key="fee", label="费用", kind="money"),
        Field(key="town", label="乡镇"),
        Field(key="opened", label="拆阅时间", kind="datetime"),
        Field(
            key="kind",
            label="类别",
            kind="choice",
            choices=(Choice(key="praise", label="表扬"), Choice(key="complaint", label="投诉")),
        ),
    ),
)
UNITS = ("990121/sfj", "990121/fgj", "990121/jyj")
NEW = date(2026, 7, 1)


@dataclass(frozen=True)
class Plain:
    """How a person would count: which entries are the base, which of them are counted."""

    day: str
    out_of: Callable[[dict[str, Any], Period], bool]
    counts: Callable[[dict[str, Any], Period], bool]
    stands: bool = False
    amount: Callable[[dict[str, Any]], int | None] = lambda letter: letter["fee"]


def in_time(letter: dict[str, Any]) -> bool:
    return bool(letter["replied"] and letter["until"] and letter["replied"] <= letter["until"])


CASES: dict[str, tuple[Indicator, Plain]] = {
    "count": (
        Count(key="letters", label="来信", register="letter"),
        Plain("received", lambda _, __: True, lambda _, __: True),
    ),
    "count of a kind": (
        Count(
            key="complaints",
            label="投诉",
            register="letter",
            counts=lambda letter, _: letter.kind == "complaint",
        ),
        Plain("received", lambda _, __: True, lambda letter, _: letter["kind"] == "complaint"),
    ),
    "sum of money": (
        Total(key="fees", label="费用", register="letter", of="fee"),
        Plain("received", lambda _, __: True, lambda _, __: True),
    ),
    "share in time, the unanswered in the base": (
        Share(
            key="on_time",
            label="按期回复率",
            register="letter",
            on="until",
            counts=lambda letter, _: letter.replied.notnull() & (letter.replied <= letter.until),
        ),
        Plain("until", lambda _, __: True, lambda letter, _: in_time(letter)),
    ),
    "share out of a part": (
        Share(
            key="praise_answered",
            label="表扬回复率",
            register="letter",
            out_of=lambda letter, _: letter.kind == "praise",
            counts=lambda letter, _: letter.replied.notnull(),
        ),
        Plain(
            "received",
            lambda letter, _: letter["kind"] == "praise",
            lambda letter, _: letter["replied"] is not None,
        ),
    ),
    "what is open at the end": (
        Count(
            key="open",
            label="未回复",
            register="letter",
            holds="by_end",
            counts=lambda letter, period: letter.replied.isnull() | (letter.replied > period.end),
        ),
        Plain(
            "received",
            lambda _, __: True,
            lambda letter, period: letter["replied"] is None or letter["replied"] > period.end,
            stands=True,
        ),
    ),
    "coverage": (
        Coverage(
            key="covered",
            label="投诉覆盖",
            register="letter",
            reaches=2,
            counts=lambda letter, _: letter.kind == "complaint",
        ),
        Plain("received", lambda _, __: True, lambda letter, _: letter["kind"] == "complaint"),
    ),
    "mean of a difference of days": (
        Mean(
            key="days_to_reply",
            label="平均回复天数",
            register="letter",
            of=lambda letter, _: letter.replied.delta(letter.received, unit="day"),
        ),
        Plain(
            "received",
            lambda _, __: True,
            lambda letter, _: letter["replied"] is not None,
            amount=lambda letter: (letter["replied"] - letter["received"]).days,
        ),
    ),
    "share by the moment it is due": (
        Share(
            key="opened_praise",
            label="拆阅来信中的表扬",
            register="letter",
            on="opened",
            counts=lambda letter, _: letter.kind == "praise",
        ),
        Plain("opened", lambda _, __: True, lambda letter, _: letter["kind"] == "praise"),
    ),
    "a definition that changed in mid-year": (
        Count(
            key="answered",
            label="已回复",
            register="letter",
            since=NEW,
            note="7月起只数按期回复的",
            earlier=(Definition(counts=lambda letter, _: letter.replied.notnull()),),
            counts=lambda letter, _: letter.replied <= letter.until,
        ),
        Plain(
            "received",
            lambda _, __: True,
            lambda letter, period: (
                in_time(letter) if period.end >= NEW else letter["replied"] is not None
            ),
        ),
    ),
}
DAYS = st.dates(date(2025, 11, 1), date(2027, 2, 1))
LETTERS = st.fixed_dictionaries(
    {
        "unit": st.sampled_from(UNITS),
        "received": DAYS,
        "until": st.none() | DAYS,
        "replied": st.none() | DAYS,
        "fee": st.none() | st.integers(0, 10**12),
        "kind": st.none() | st.sampled_from(["praise", "complaint"]),
        "town": st.none() | st.sampled_from(["青石镇", "河口镇"]),
        "opened": st.none()
        | st.datetimes(datetime(2025, 12, 31), datetime(2026, 12, 31, 23, 59)).map(
            lambda moment: moment.replace(second=0, microsecond=0)
        ),
    }
)
PERIODS = (*periods.months(2026), periods.year(2026), periods.quarter(2026, 3))


def entries_of(letters: list[dict[str, Any]]) -> list[PlainEntry]:
    return [
        PlainEntry(
            id=number,
            government="990121",
            path="990100/990121/",
            unit=letter["unit"],
            number=str(number),
            title="",
            state="",
            happened=None,
            due=None,
            late=False,
            done=False,
            values={
                key: value.isoformat() if isinstance(value, date) else value
                for key, value in letter.items()
                if key != "unit"
            },
        )
        for number, letter in enumerate(letters)
    ]


def engine_of(letters: list[dict[str, Any]]) -> EmbeddedEngine:
    engine = EmbeddedEngine()
    engine.load("letter", table_of(LETTER, entries_of(letters)))
    return engine


def plainly(plain: Plain, letters: list[dict[str, Any]], period: Period, unit: str) -> Cell:
    base = counted = 0
    total: int | None = None
    for letter in letters:
        day = letter.get(plain.day)
        if isinstance(day, datetime):
            day = day.date()
        if letter["unit"] != unit or day is None or day > period.end:
            continue
        if (not plain.stands and day < period.start) or not plain.out_of(letter, period):
            continue
        base += 1
        if plain.counts(letter, period):
            counted += 1
            amount = plain.amount(letter)
            if amount is not None:
                total = (total or 0) + amount
    return Cell(base, counted, total)


@settings(max_examples=40, deadline=None)
@given(st.lists(LETTERS, max_size=40))
def test_every_indicator_equals_a_plain_reading_of_the_entries(letters) -> None:
    engine = engine_of(letters)
    indicators = [indicator for indicator, _ in CASES.values()]
    found = compute(engine.table("letter"), "received", indicators, PERIODS)
    for indicator, plain in CASES.values():
        for period in PERIODS:
            for unit in UNITS:
                expected = plainly(plain, letters, period, unit)
                cell = found[indicator.key, period.key].get(unit, Cell())
                assert cell.counted == expected.counted
                if isinstance(indicator, Share):
                    assert cell.base == expected.base
                if isinstance(indicator, Total | Mean):
                    assert cell.total == expected.total


@settings(max_examples=12, deadline=None)
@given(st.lists(LETTERS, max_size=30), st.sampled_from(PERIODS))
def test_the_rows_behind_a_figure_are_as_many_as_the_figure(letters, period) -> None:
    engine = engine_of(letters)
    table = engine.table("letter")
    for indicator, _ in CASES.values():
        cells = compute(table, "received", [indicator], [period])[indicator.key, period.key]
        counted = rows(table, "received", indicator, period).count().execute()
        assert counted == sum(cell.counted for cell in cells.values())
        if isinstance(indicator, Share):
            base = rows(table, "received", indicator, period, "base").count().execute()
            assert base == sum(cell.base for cell in cells.values())


COMPLETE = Complete(
    key="towns_answered",
    label="来信全部回复的乡镇",
    register="letter",
    each="town",
    out_of=lambda letter, _: letter.kind == "complaint",
    counts=lambda letter, _: letter.replied.notnull(),
)


@settings(max_examples=20, deadline=None)
@given(st.lists(LETTERS, max_size=30), st.sampled_from(PERIODS))
def test_a_thing_is_complete_when_all_its_entries_hold(letters, period) -> None:
    towns: dict[tuple[str, str], list[bool]] = {}
    for letter in letters:
        if letter["received"] in period and letter["town"] and letter["kind"] == "complaint":
            towns.setdefault((letter["unit"], letter["town"]), []).append(bool(letter["replied"]))
    table = engine_of(letters).table("letter")
    found = compute(table, "received", [COMPLETE], [period])[COMPLETE.key, period.key]
    for unit in UNITS:
        own = [held for (of, _), held in towns.items() if of == unit]
        assert found.get(unit, Cell()) == Cell(len(own), sum(all(held) for held in own))
    for part, expected in (
        ("base", set(towns)),
        ("counted", {town for town, held in towns.items() if all(held)}),
    ):
        behind = rows(table, "received", COMPLETE, period, part).select("unit", "town")  # type: ignore[arg-type]
        assert {tuple(row.values()) for row in behind.to_pyarrow().to_pylist()} == expected


@settings(max_examples=10, deadline=None)
@given(st.lists(LETTERS, max_size=30), st.sampled_from(PERIODS))
def test_a_thing_counts_once_however_many_of_its_entries_hold(letters, period) -> None:
    towns = Distinct(
        key="towns",
        label="有回复的乡镇",
        register="letter",
        each="town",
        counts=lambda letter, _: letter.replied.notnull(),
    )
    held = {
        (letter["unit"], letter["town"])
        for letter in letters
        if letter["received"] in period and letter["town"] and letter["replied"]
    }
    table = engine_of(letters).table("letter")
    cells = compute(table, "received", [towns], [period])[towns.key, period.key]
    found = figure(towns, cells, UNITS)
    assert (found.value, found.is_ratio) == (len(held), False)
    behind = rows(table, "received", towns, period).select("unit", "town")
    assert {tuple(row.values()) for row in behind.to_pyarrow().to_pylist()} == held


def test_a_mean_is_exact_and_told_in_its_measure() -> None:
    opened = Mean(key="a", label="甲", register="letter", of="fee", per=3600)
    found = figure(opened, {UNITS[0]: Cell(2, 2, 5400), UNITS[1]: Cell(1, 1, 3600)}, UNITS)
    assert found.value == Fraction(5, 6)
    assert str(found.rounded()) == "0.8"
    assert found.percent() is None
    assert figure(opened, {UNITS[0]: Cell(3, 0, None)}, UNITS).value is None


@settings(max_examples=12, deadline=None)
@given(st.lists(LETTERS, max_size=30))
def test_the_units_add_up_to_the_government(letters) -> None:
    year = periods.year(2026)
    engine = engine_of(letters)
    everything = engine_of([letter | {"unit": "990121/all"} for letter in letters])
    for indicator, _ in CASES.values():
        if isinstance(indicator, Coverage):
            continue
        key = (indicator.key, year.key)
        by_unit = compute(engine.table("letter"), "received", [indicator], [year])[key]
        whole = compute(everything.table("letter"), "received", [indicator], [year])[key]
        assert figure(indicator, by_unit, UNITS) == figure(indicator, whole, ["990121/all"])


def test_replaced_rows_are_counted_as_they_are_now() -> None:
    day = date(2026, 3, 2)
    blank = {"until": None, "replied": None, "fee": None, "kind": "praise"}
    letters = [{"unit": UNITS[0], "received": day} | blank for _ in range(5)]
    engine = engine_of(letters)
    letters[3] |= {"unit": UNITS[1], "kind": "complaint"}
    engine.replace("letter", table_of(LETTER, entries_of(letters)[3:4]), gone=[0])
    indicator, _ = CASES["count of a kind"]
    everything, _ = CASES["count"]
    found = compute(
        engine.table("letter"), "received", [indicator, everything], [periods.year(2026)]
    )
    assert found["complaints", "2026"] == {UNITS[1]: Cell(1, 1)} | {UNITS[0]: Cell(3, 0)}
    assert found["letters", "2026"] == {UNITS[0]: Cell(3, 3), UNITS[1]: Cell(1, 1)}


def test_personal_values_never_get_into_a_typed_table() -> None:
    assert "author" not in table_of(LETTER, []).column_names


@pytest.mark.parametrize(
    ("indicator", "complaint"),
    [
        (
            Count(key="a", label="甲", register="letter", counts=lambda r, _: r.repliet.notnull()),
            "没有“repliet”这一列。相近的有：replied",
        ),
        (Count(key="a", label="甲", register="letter", counts=lambda r, _: r.replied), "应为条件"),
        (Count(key="a", label="甲", register="letter", on="kind"), "不是日期"),
        (Total(key="a", label="甲", register="letter", of="kind"), "不是数字"),
        (Mean(key="a", label="甲", register="letter", of=lambda r, _: r.kind), "of不是数字"),
        (Mean(key="a", label="甲", register="letter", of=lambda r, _: r.fee / 3), "of不是数字"),
        (
            Complete(
                key="a", label="甲", register="letter", each="twn", counts=lambda r, _: r.fee > 0
            ),
            "没有“twn”这一列",
        ),
    ],
)
def test_an_indicator_that_does_not_fit_its_register_is_refused(indicator, complaint) -> None:
    with pytest.raises(DeclarationError, match=complaint):
        check(engine_of([]).table("letter"), "received", indicator)


def test_a_share_of_nothing_has_no_value_and_a_count_of_nothing_is_zero() -> None:
    share, _ = CASES["share in time, the unanswered in the base"]
    count, _ = CASES["count"]
    total, _ = CASES["sum of money"]
    covered, _ = CASES["coverage"]
    assert figure(share, {}, UNITS).value is None
    assert figure(total, {}, UNITS).value is None
    assert figure(covered, {}, ()).value is None
    assert figure(count, {}, UNITS).value == 0
    assert figure(covered, {}, UNITS).value == 0


def test_a_share_that_is_not_whole_is_never_shown_as_a_hundred() -> None:
    share, _ = CASES["share in time, the unanswered in the base"]
    nearly = figure(share, {UNITS[0]: Cell(100_000, 99_999)}, UNITS)
    assert str(nearly.percent()) == "99.99"
    assert str(figure(share, {UNITS[0]: Cell(100_000, 1)}, UNITS).percent(1)) == "0.1"
    assert str(figure(share, {UNITS[0]: Cell(3, 3)}, UNITS).percent()) == "100.00"
