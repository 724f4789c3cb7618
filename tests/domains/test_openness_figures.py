"""The official table and the shares of openness: golden cases, and identities that hold for any entries."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domains.golden_cases import cases
from zhunsheng.domains.openness import official_table, shares
from zhunsheng.domains.openness.official_vocabulary import (
    APPLICANTS,
    OUTCOMES,
    REMEDIES,
    REMEDY_OUTCOMES,
)
from zhunsheng.domains.openness.registers.shared import KEY_TOPICS
from zhunsheng.engine.law.calendar import Calendar

TABLES = {
    "requests": official_table.requests,
    "remedies": official_table.remedies,
    "proactive": official_table.proactive,
}
BY_CLOCK = {
    "published_on_time": shares.published_on_time,
    "replied_on_time": shares.replied_on_time,
}
DECLARED = {declared.key: declared for declared in shares.SHARES}
CALENDAR = Calendar()


def by_name(case: dict[str, Any]) -> str:
    return str(case["name"])


@pytest.mark.parametrize("case", cases("official_table", "openness"), ids=by_name)
def test_the_official_table_has_the_figures_that_were_counted_by_hand(case):
    found = TABLES[case["table"]](case["entries"], case["year"])
    filled = {
        row: {column: n for column, n in cells.items() if n}
        for row, cells in found.items()
        if any(cells.values())
    }
    assert filled == case["figures"]


def test_every_part_of_the_official_table_has_a_case():
    assert {case["table"] for case in cases("official_table", "openness")} == set(TABLES)


def test_the_rows_and_columns_are_those_of_the_official_format():
    rows = [row.label for row in official_table.REQUEST_ROWS]
    assert rows[:2] == ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"]
    assert rows[-2:] == ["总计", "四、结转下年度继续办理"]
    # 三（一）至（六）和各项：1＋1＋（1＋8）＋（1＋3）＋（1＋5）＋（1＋3）
    assert len(rows) == 4 + 25
    assert [column.label for column in official_table.REQUEST_COLUMNS] == [
        *(kind.label for kind in APPLICANTS),
        "总计",
    ]
    assert [column.key for column in official_table.REMEDY_COLUMNS] == [
        "reconsideration",
        "direct_suit",
        "suit_after_reconsideration",
    ]


DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31)).map(date.isoformat)


@st.composite
def any_request(draw: st.DrawFn) -> dict[str, Any]:
    received, ended = sorted((draw(DAYS), draw(DAYS)))
    request: dict[str, Any] = {
        "received": received,
        "applicant_kind": draw(st.sampled_from(APPLICANTS)).key,
    }
    if draw(st.booleans()):
        request["outcome"] = draw(st.sampled_from(OUTCOMES)).key
        request[draw(st.sampled_from(["replied", "abandoned", "fee_lapsed"]))] = ended
    return request


@settings(deadline=None)  # the machine may be busy
@given(st.lists(any_request(), max_size=30), st.integers(2023, 2026))
def test_what_comes_in_is_what_is_handled_and_what_is_carried_on_in_every_column(entries, year):
    found = official_table.requests(entries, year)
    outcomes = [outcome.key for outcome in OUTCOMES]
    for column in found["new"]:
        came = found["new"][column] + found["carried_over"][column]
        assert came == found["handled"][column] + found["carried_on"][column]
        assert found["handled"][column] == sum(found[key][column] for key in outcomes)
    kinds = [kind.key for kind in APPLICANTS]
    assert all(cells["all"] == sum(cells[key] for key in kinds) for cells in found.values())


@settings(deadline=None)  # the machine may be busy
@given(st.lists(any_request(), max_size=20), st.integers(2023, 2025))
def test_what_one_year_carries_on_the_next_carries_over(entries, year):
    this, following = (official_table.requests(entries, y) for y in (year, year + 1))
    assert this["carried_on"] == following["carried_over"]


@settings(deadline=None)  # the machine may be busy
@given(
    st.lists(
        st.builds(
            lambda kind, outcome, days: {
                "kind": kind.key,
                "filed": min(days),
                "concluded": max(days),
                "outcome": outcome.key,
            },
            st.sampled_from(REMEDIES),
            st.sampled_from(REMEDY_OUTCOMES),
            st.tuples(DAYS, DAYS),
        ),
        max_size=20,
    ),
    st.integers(2023, 2026),
)
def test_remedies_add_up_to_their_total(entries, year):
    found = official_table.remedies(entries, year)
    parts = [outcome.key for outcome in REMEDY_OUTCOMES] + ["pending"]
    for column, total in found["total"].items():
        assert total == sum(found[part][column] for part in parts)


def computed(case: dict[str, Any]) -> shares.Counted:
    figure, as_of = case["figure"], date.fromisoformat(case["as_of"])
    if figure in BY_CLOCK:
        return BY_CLOCK[figure](case["entries"], as_of, CALENDAR)
    if figure == "complete_towns":
        return shares.complete_towns(case["entries"], as_of)
    return shares.share(DECLARED[figure], case["entries"], as_of)


@pytest.mark.parametrize("case", cases("shares", "openness"), ids=by_name)
def test_a_share_counts_what_its_words_say(case):
    found = computed(case)
    assert (found.counted, found.out_of) == (case["counted"], case["out_of"])
    assert (found.percent is None) == (case["out_of"] == 0)


def test_every_share_has_a_case():
    assert {case["figure"] for case in cases("shares", "openness")} == {
        *DECLARED,
        *BY_CLOCK,
        "complete_towns",
    }


def test_the_lag_of_explanations_is_the_median_of_those_explained():
    explained = {"policy_published": "2026-03-02", "published": "2026-03-05"}
    same_day = {"policy_published": "2026-03-02", "published": "2026-03-02"}
    open_one = {"policy_published": "2026-03-02"}
    assert shares.interpretation_lag([explained, same_day, open_one]) == Decimal("1.5")
    assert shares.interpretation_lag([open_one]) is None


def test_the_response_to_public_sentiment_is_timed_in_hours():
    event = {"found": "2026-03-02T09:30", "responded": "2026-03-03T09:00"}
    assert shares.hours_to_response(event) == Decimal("23.5")
    assert shares.hours_to_response({"found": "2026-03-02T09:30"}) is None


def test_a_key_field_without_recent_items_shows_as_a_gap():
    items = [
        {"topic": "education", "published": "2026-03-02"},
        {"topic": "health", "published": "2025-03-02"},
        {"topic": "transport"},
        {"topic": "other", "published": "2026-03-02"},
    ]
    found = shares.topic_coverage(items, date(2026, 1, 1), date(2026, 3, 31))
    assert set(found) == set(KEY_TOPICS)
    assert [topic for topic, count in found.items() if count] == ["education"]
