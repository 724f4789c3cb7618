"""Targets as dated obligations: each once, as even as whole numbers allow, all of it by the last."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.engine.planning.goals import Goal
from zhunsheng.engine.planning.obligations import Tick, obligations, recurring, ticked

YEAR = 2024


def goal(value: int, **said) -> Goal:
    return Goal(**({"comparator": "at_least", "year": YEAR, "value": Fraction(value)} | said))


def days(found) -> list[str]:
    return [one.last_day.isoformat() for one in found]


def test_twelve_a_year_are_one_at_the_end_of_each_month_the_leap_day_included():
    found = obligations(goal(12))
    assert days(found)[:3] == ["2024-01-31", "2024-02-29", "2024-03-31"]
    assert [one.amount for one in found] == list(range(1, 13))
    assert (found[0].number, found[0].of) == (1, 12)


def test_four_a_year_are_due_with_the_quarters_and_six_every_other_month():
    assert days(obligations(goal(4))) == ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"]
    assert [one[5:7] for one in days(obligations(goal(6)))] == ["02", "04", "06", "08", "10", "12"]


def test_one_a_year_is_due_on_the_last_day_of_the_year():
    assert days(obligations(goal(1))) == ["2024-12-31"]


def test_more_than_two_a_year_is_three():
    assert [one.amount for one in obligations(goal(2, comparator="more"))] == [1, 2, 3]


def test_a_target_known_in_march_owes_nothing_before_and_all_of_it_by_december():
    found = obligations(goal(12, since=date(2024, 3, 27)))
    assert days(found)[0] == "2024-03-31"
    assert found[-1].amount == 12
    assert len(found) == 10


def test_every_quarter_is_owed_by_itself():
    found = obligations(goal(2, rhythm="quarter"))
    assert [one.amount for one in found] == [2, 2, 2, 2]
    assert found[1].span.start == date(2024, 4, 1)


def test_by_a_day_is_one_obligation_and_each_meeting_is_none():
    assert days(obligations(goal(3, rhythm="by", by=date(2024, 6, 30)))) == ["2024-06-30"]
    assert obligations(goal(1, rhythm="meeting")) == ()


def test_a_share_is_asked_for_at_the_end_of_its_span():
    assert days(obligations(goal(1, is_share=True))) == ["2024-12-31"]


@given(st.integers(1, 3000), st.dates(date(2023, 6, 1), date(2024, 12, 31)))
def test_no_obligation_is_there_twice_and_the_last_asks_for_all(value, since):
    found = obligations(goal(value, since=since))
    assert len(set(days(found))) == len(found) <= 12
    amounts = [one.amount for one in found]
    assert amounts == sorted(set(amounts))
    assert amounts[-1] == value
    assert found[-1].last_day == date(2024, 12, 31)
    assert all(one.last_day >= since for one in found)


@given(st.integers(1, 12))
def test_shares_are_as_even_as_whole_numbers_allow(value):
    amounts = [Fraction(0), *(one.amount for one in obligations(goal(value)))]
    assert {later - before for before, later in itertools.pairwise(amounts)} == {1}


def test_a_recurring_task_is_done_once_in_each_of_its_spans():
    found = recurring("quarter", 2024, date(2024, 2, 10))
    assert [one.end.isoformat() for one in found] == [
        "2024-03-31",
        "2024-06-30",
        "2024-09-30",
        "2024-12-31",
    ]
    assert [one.end.month for one in recurring("half_year", 2024, date(2024, 7, 1))] == [12]
    assert len(recurring("month", 2024, date(2024, 1, 1))) == 12
    assert [one.end for one in recurring("month", 2024, date(2024, 11, 2), date(2024, 12, 10))] == [
        date(2024, 11, 30),
        date(2024, 12, 10),
    ]


def reached_by(*done: date):
    return lambda day: Fraction(sum(one <= day for one in done))


def test_entries_tick_obligations_off_in_time_late_or_not_at_all():
    first = obligations(goal(4))[0]
    in_time, late = reached_by(date(2024, 3, 31)), reached_by(date(2024, 4, 1))
    assert ticked(first, in_time, goal(4), date(2024, 4, 1)) is Tick.MET
    assert ticked(first, late, goal(4), date(2024, 3, 31)) is Tick.OPEN
    assert ticked(first, late, goal(4), date(2024, 4, 1)) is Tick.MET_LATE
    assert ticked(first, reached_by(), goal(4), date(2024, 4, 1)) is Tick.OVERDUE


def test_the_next_quarter_does_not_make_a_missed_one_good():
    asked = goal(1, rhythm="quarter")
    first = obligations(asked)[0]
    assert ticked(first, reached_by(date(2024, 4, 1)), asked, date(2024, 4, 2)) is Tick.OVERDUE


def test_a_share_of_nothing_ticks_nothing_off():
    asked = goal(1, is_share=True)
    (only,) = obligations(asked)
    assert ticked(only, lambda _: None, asked, date(2024, 12, 31)) is Tick.OPEN
    assert ticked(only, lambda _: None, asked, date(2025, 1, 1)) is Tick.OVERDUE
    assert ticked(only, lambda _: Fraction(1), asked, date(2025, 1, 1)) is Tick.MET


@given(
    st.integers(1, 12),
    st.lists(st.dates(date(2024, 1, 1), date(2024, 12, 31)), max_size=14),
    st.dates(date(2024, 1, 1), date(2025, 2, 1)),
)
def test_what_was_met_stays_met_while_nothing_is_taken_away(value, done, day):
    asked, reached = goal(value), reached_by(*done)
    for one in obligations(asked):
        if ticked(one, reached, asked, day) is Tick.MET:
            later = day + timedelta(days=40)
            assert ticked(one, reached, asked, later) is Tick.MET
