"""The figures of openness: golden cases counted by hand, and identities that hold for any entries."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domains.golden_cases import cases
from tests.domains.openness_reference import REFERENCE
from tests.indicators.entries import UNITS, plain_entries, read
from tests.indicators.plain import shown
from zhunsheng.domains.openness.official_vocabulary import (
    APPLICANTS,
    OUTCOMES,
    REMEDIES,
    REMEDY_OUTCOMES,
)
from zhunsheng.domains.openness.registers.shared import KEY_TOPICS
from zhunsheng.engine.catalogue import NamedIndicator, NamedTable, catalogue
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.columns import last_day_column
from zhunsheng.engine.indicators.computing import compute, rows
from zhunsheng.engine.indicators.declarations import Complete, Count, Coverage, Mean, Total
from zhunsheng.engine.indicators.embedded import EmbeddedEngine
from zhunsheng.engine.indicators.figures import Figure, figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.engine.indicators.tables import table_of
from zhunsheng.engine.indicators.validation import violation

DAY = "happened"
TABLES = {named.table.key: named for named in catalogue().statistics("openness")}
CELLS = {name for table in TABLES.values() for name in table.indicators.values()}
REGISTER_OF_TABLE = {"requests": "request", "remedies": "remedy", "proactive": "proactive_item"}


def by_name(case: dict[str, Any]) -> str:
    return f"{case.get('indicator', '')} {case['name']}"


def table_for(register: str, entries: list[dict[str, Any]]) -> Any:
    found = catalogue().register(f"openness.{register}").register
    engine = EmbeddedEngine()
    engine.load(register, table_of(found, plain_entries(found, entries)))
    return engine.table(register)


def entries_of(case: dict[str, Any], named: NamedIndicator) -> list[dict[str, Any]]:
    register = named.register.register
    return [
        read(register, one["values"])
        | {
            last_day_column(k): date.fromisoformat(day)
            for k, day in one.get("last_days", {}).items()
        }
        | {"unit": one.get("unit", UNITS[0])}
        for one in case["entries"]
    ]


def parts_of(named: NamedIndicator, entries: list[dict[str, Any]], period: Period) -> list[str]:
    """Get what an engine makes of each entry: counted, in the base only, or outside."""
    table = table_for(named.register.register.key, entries)
    ids = {
        part: set(rows(table, DAY, named.indicator, period, part).entry.to_pyarrow().to_pylist())  # type: ignore[arg-type]
        for part in ("counted", "base")
    }
    # The base of what is no share is everything looked at: nobody reads it as a figure.
    if isinstance(named.indicator, Count | Total | Mean | Coverage):
        ids["base"] = ids["counted"]
    return [
        "counted" if key in ids["counted"] else "base" if key in ids["base"] else "outside"
        for key in range(1, len(entries) + 1)
    ]


def figure_of(named: NamedIndicator, entries: list[dict[str, Any]], period: Period) -> Figure:
    indicator = named.indicator
    table = table_for(named.register.register.key, entries)
    cells = compute(table, DAY, [indicator], [period])[indicator.key, period.key]
    units = UNITS if isinstance(indicator, Coverage) else sorted({one["unit"] for one in entries})
    return figure(indicator, cells, units)


def printed(found: Figure) -> str:
    if found.is_ratio:
        return f"{found.counted}/{found.base}" if found.base else "—"
    return shown(found.value)


@pytest.mark.parametrize("case", cases("indicators", "openness"), ids=by_name)
def test_an_indicator_counts_what_was_counted_by_hand(case):
    named = catalogue().indicator(f"openness.{case['indicator']}")
    period = periods.parsed(case["period"])
    entries = entries_of(case, named)
    labels = [one["is"] for one in case["entries"]]
    assert parts_of(named, entries, period) == labels
    assert printed(figure_of(named, entries, period)) == case["figure"]


@pytest.mark.parametrize("case", cases("indicators", "openness"), ids=by_name)
def test_the_reading_by_hand_counts_the_same(case):
    named = catalogue().indicator(f"openness.{case['indicator']}")
    plain, period = REFERENCE[case["indicator"]], periods.parsed(case["period"])
    for one, entry in zip(case["entries"], entries_of(case, named), strict=True):
        # Of a thing that is not complete, no entry is counted.
        counted = plain.is_counted(entry, period)
        if not isinstance(named.indicator, Complete):
            assert counted == (one["is"] == "counted")
        elif one["is"] == "counted":
            assert counted
        if one["is"] == "base":
            assert plain.is_base(entry, period)


def test_every_indicator_that_is_no_cell_has_a_case_of_what_is_counted_and_what_is_not():
    seen: dict[str, set[str]] = defaultdict(set)
    for case in cases("indicators", "openness"):
        seen[f"openness.{case['indicator']}"] |= {one["is"] for one in case["entries"]}
    for named in catalogue().indicators("openness"):
        if named.name not in CELLS or named.name in seen:
            assert "counted" in seen[named.name], named.name
            assert seen[named.name] & {"base", "outside"}, named.name


@pytest.mark.parametrize("named", catalogue().indicators("openness"), ids=lambda one: one.name)
def test_nothing_to_count_gives_no_figure_and_a_count_of_nothing_is_zero(named):
    found = figure(named.indicator, {}, ())
    if isinstance(named.indicator, Count):
        assert found.value == 0
    else:
        assert found.value is None
        assert printed(found) == "—"


def test_no_two_indicators_are_spoken_of_in_the_same_words():
    words = [word for named in catalogue().indicators() for word in named.indicator.said_as]
    assert sorted(words) == sorted(set(words))


def test_every_indicator_says_what_it_counts():
    for named in catalogue().indicators():
        assert named.indicator.says, named.name
        assert named.indicator.group, named.name


def filled(named: NamedTable, entries: list[dict[str, Any]], year: int) -> dict[str, Any]:
    """Get the cells of a table that are not zero, by row and column."""
    period = periods.year(year)
    by_cell = {
        cell: catalogue().indicator(named.domain.full_name(key))
        for cell, key in named.table.cells.items()
    }
    register = REGISTER_OF_TABLE[named.table.key]
    indicators = list(dict.fromkeys(one.indicator for one in by_cell.values()))
    cells = compute(table_for(register, entries), DAY, indicators, [period])
    found: dict[str, Any] = {}
    for (row, column), one in by_cell.items():
        value = figure(one.indicator, cells[one.indicator.key, period.key], UNITS).value
        if value:
            found.setdefault(row, {})[column] = value
    return found


@pytest.mark.parametrize("case", cases("official_table", "openness"), ids=lambda case: case["name"])
def test_the_official_table_has_the_figures_that_were_counted_by_hand(case):
    register = catalogue().register(f"openness.{REGISTER_OF_TABLE[case['table']]}").register
    entries = [read(register, values) for values in case["entries"]]
    assert filled(TABLES[case["table"]], entries, case["year"]) == case["figures"]


def test_every_part_of_the_official_table_has_a_case():
    assert {case["table"] for case in cases("official_table", "openness")} == set(REGISTER_OF_TABLE)


def test_the_rows_and_columns_are_those_of_the_official_format():
    requests = TABLES["requests"].table
    rows_ = [row.label for row in requests.rows]
    assert rows_[:2] == ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"]
    assert rows_[-2:] == ["总计", "四、结转下年度继续办理"]
    # 三（一）至（六）和各项：1＋1＋（1＋8）＋（1＋3）＋（1＋5）＋（1＋3）
    assert len(rows_) == 4 + 25
    assert [column.label for column in requests.columns] == [
        *(kind.label for kind in APPLICANTS),
        "总计",
    ]
    assert [column.key for column in TABLES["remedies"].table.columns] == [
        "reconsideration",
        "direct_suit",
        "suit_after_reconsideration",
    ]
    assert [row.key for row in TABLES["key_topics"].table.rows] == list(KEY_TOPICS)
    # 许可、处罚、强制没有废止和现行有效，收费没有件数。
    proactive = TABLES["proactive"].table
    assert proactive.cell("licences", "in_force") is None
    assert proactive.cell("fees", "made") is None


def test_a_key_field_without_recent_items_shows_as_a_gap():
    items = [
        {"topic": "education", "published": date(2026, 3, 2)},
        {"topic": "health", "published": date(2025, 3, 2)},
        {"topic": "transport"},
        {"topic": "other", "published": date(2026, 3, 2)},
    ]
    named = [catalogue().indicator(f"openness.topic_{key}_published") for key in KEY_TOPICS]
    period = periods.quarter(2026, 1)
    cells = compute(
        table_for("proactive_item", items), DAY, [one.indicator for one in named], [period]
    )
    counts = {
        topic: figure(one.indicator, cells[one.indicator.key, period.key], UNITS).value
        for topic, one in zip(KEY_TOPICS, named, strict=True)
    }
    assert [topic for topic, count in counts.items() if count] == ["education"]


def test_the_lag_of_explanations_is_the_mean_of_those_explained():
    named = catalogue().indicator("openness.interpretation_lag")
    day = date(2026, 3, 2)
    late = {"policy_published": day, "published": date(2026, 3, 5), "unit": UNITS[0]}
    same_day = {"policy_published": day, "published": day, "unit": UNITS[1]}
    unexplained = {"policy_published": day, "unit": UNITS[0]}
    period = periods.month(2026, 3)
    assert figure_of(named, [late, same_day, unexplained], period).value == Fraction(3, 2)
    assert figure_of(named, [unexplained], period).value is None


DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))


@st.composite
def any_request(draw: st.DrawFn) -> dict[str, Any]:
    received, ended = sorted((draw(DAYS), draw(DAYS)))
    request: dict[str, Any] = {
        "received": received,
        "applicant_kind": draw(st.sampled_from(APPLICANTS)).key,
        "unit": draw(st.sampled_from(UNITS)),
    }
    if draw(st.booleans()):
        request["outcome"] = draw(st.sampled_from(OUTCOMES)).key
        request[draw(st.sampled_from(["replied", "abandoned", "fee_lapsed"]))] = ended
    return request


@st.composite
def any_remedy(draw: st.DrawFn) -> dict[str, Any]:
    filed, concluded = sorted((draw(DAYS), draw(DAYS)))
    return {
        "kind": draw(st.sampled_from(REMEDIES)).key,
        "filed": filed,
        "concluded": concluded,
        "outcome": draw(st.sampled_from(REMEDY_OUTCOMES)).key,
        "unit": draw(st.sampled_from(UNITS)),
    }


def broken(register: str, entries: list[dict[str, Any]], period: Period) -> list[str]:
    """Get the rules between figures of one register that some entries break, in any unit."""
    indicators = {
        named.indicator.key: named.indicator
        for named in catalogue().indicators("openness")
        if named.register.register.key == register
    }
    cells = compute(table_for(register, entries), DAY, indicators.values(), [period])
    rules = [
        one.rule for one in catalogue().validation("openness") if one.rule.keys <= set(indicators)
    ]
    assert rules
    found = []
    for unit in UNITS:
        figures = {
            key: figure(one, cells[key, period.key], [unit]) for key, one in indicators.items()
        }
        found += [rule.key for rule in rules if violation(rule, figures)]
    return found


# Few tables of many entries: what takes time is the table, not the entry.
@settings(max_examples=5, deadline=None)
@given(st.lists(any_request(), max_size=80), st.integers(2023, 2026))
def test_what_comes_in_is_what_is_handled_and_what_is_carried_on_in_every_column(entries, year):
    assert broken("request", entries, periods.year(year)) == []
    assert broken("request", entries, periods.quarter(year, 3)) == []


@settings(max_examples=15, deadline=None)
@given(st.lists(any_remedy(), max_size=20), st.integers(2023, 2026))
def test_remedies_add_up_to_their_total(entries, year):
    assert broken("remedy", entries, periods.year(year)) == []


@settings(max_examples=5, deadline=None)
@given(st.lists(any_request(), max_size=60), st.integers(2023, 2025))
def test_what_one_year_carries_on_the_next_carries_over(entries, year):
    requests = TABLES["requests"]
    this, following = (filled(requests, entries, one) for one in (year, year + 1))
    assert this.get("carried_on") == following.get("carried_over")


ANSWERED = {"received": date(2026, 1, 5), "replied": date(2026, 1, 20), "unit": UNITS[0]}


@pytest.mark.parametrize(
    ("entry", "rules"),
    [
        (
            ANSWERED | {"applicant_kind": "person"},
            ["requests_outcomes"],
        ),
        (
            ANSWERED | {"outcome": "granted"},
            ["requests_applicants_new", "requests_applicants_handled"],
        ),
        (
            ANSWERED
            | {"outcome": "granted", "applicant_kind": "person", "replied": date(2025, 12, 1)},
            ["requests_balance_person", "requests_balance_all"],
        ),
    ],
    ids=["an answer without its kind", "an applicant of no kind", "an answer before the request"],
)
def test_a_rule_between_figures_finds_the_entry_that_breaks_it(entry, rules):
    assert broken("request", [entry], periods.year(2026)) == rules


def test_replies_of_accounts_are_not_more_than_their_messages():
    account = {"opened": date(2020, 5, 6), "unit": UNITS[0], "replies": 3}
    period = periods.year(2026)
    assert broken("account", [account], period) == []
    assert broken("account", [account | {"messages": 3}], period) == []
    assert broken("account", [account | {"messages": 2}], period) == ["account_replies"]
