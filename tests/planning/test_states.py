"""Where targets stand on a day; names in comments are the rows of the plans they are taken from."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.engine.planning.goals import Band, Goal, GoalError, Span
from zhunsheng.engine.planning.states import (
    Measured,
    Standing,
    TargetState,
    binds,
    pace,
    standing,
)

YEAR = 2024
LAST = date(2024, 12, 31)
AFTER = date(2025, 1, 1)


def goal(value: str | None, comparator="at_least", **said) -> Goal:
    asked = Fraction(value) if value is not None else None
    return Goal(**({"comparator": comparator, "year": YEAR, "value": asked} | said))


def stands(asked: Goal, value, as_of: date, **said) -> TargetState:
    return judged(asked, value, as_of, **said).state


def judged(asked: Goal, value, as_of: date, **said) -> Standing:
    found = None if value is None else Fraction(value)
    return standing(asked, dict.fromkeys(asked.spans(), Measured(found, **said)), as_of)


def test_twelve_studies_a_year_are_behind_once_a_month_passed_without_one():  # T000-01
    asked = goal("12")
    assert stands(asked, 0, date(2024, 1, 31)) is TargetState.ON_PACE
    assert stands(asked, 0, date(2024, 2, 1)) is TargetState.BEHIND
    assert stands(asked, 1, date(2024, 2, 29)) is TargetState.ON_PACE
    assert stands(asked, 1, date(2024, 3, 1)) is TargetState.BEHIND
    assert stands(asked, 12, date(2024, 6, 1)) is TargetState.MET
    assert stands(asked, 11, LAST) is TargetState.ON_PACE
    assert stands(asked, 11, AFTER) is TargetState.OUT_OF_REACH


def test_a_whole_share_is_reached_so_far_and_settled_at_the_end():  # T000-05
    asked = goal("1", is_share=True)
    assert stands(asked, 1, date(2024, 6, 1)) is TargetState.ON_PACE
    assert stands(asked, 1, AFTER) is TargetState.MET
    assert stands(asked, Fraction(9, 10), date(2024, 6, 1)) is TargetState.BEHIND
    assert stands(asked, Fraction(9, 10), date(2024, 6, 1), lost=1) is TargetState.OUT_OF_REACH


def test_a_share_of_nothing_is_not_yet_and_never_met():
    asked = goal("1", is_share=True)
    assert stands(asked, None, date(2024, 6, 1)) is TargetState.NOT_YET
    assert stands(asked, None, AFTER) is TargetState.NOT_YET


def test_a_share_below_ninety_can_always_grow_before_the_year_ends():  # T004-12
    asked = goal("0.9", is_share=True)
    assert stands(asked, Fraction(1, 10), LAST, lost=9) is TargetState.BEHIND
    assert stands(asked, Fraction(1, 10), AFTER, lost=9) is TargetState.OUT_OF_REACH


def test_below_thirty_percent_is_not_thirty():  # T004-09
    asked = goal("0.3", "less", is_share=True)
    assert stands(asked, Fraction(29, 100), AFTER) is TargetState.MET
    assert stands(asked, Fraction(30, 100), AFTER) is TargetState.OUT_OF_REACH
    assert stands(asked, Fraction(30, 100), LAST) is TargetState.BEHIND


def test_a_rate_has_to_lie_above_another_rate_of_the_same_days():  # T004-08
    asked = goal(None, "more", is_share=True)
    other = Fraction(1, 10)
    assert stands(asked, Fraction(2, 10), AFTER, other=other) is TargetState.MET
    assert stands(asked, Fraction(1, 10), AFTER, other=other) is TargetState.OUT_OF_REACH
    assert stands(asked, Fraction(1, 10), LAST, other=other) is TargetState.BEHIND
    assert stands(asked, Fraction(2, 10), LAST, other=other) is TargetState.ON_PACE
    assert stands(asked, Fraction(2, 10), AFTER, other=None) is TargetState.NOT_YET


def test_towns_are_bound_by_their_posts_and_seventy_belongs_to_the_lower_band():  # T001-05, T001-06
    small, large = Band(high=70), Band(low=71)
    assert binds(small, 70) is None
    assert binds(large, 70) is TargetState.NOT_BOUND
    assert binds(large, 71) is None
    assert binds(small, None) is TargetState.NOT_MEASURABLE
    assert binds(Band(), None) is None


def test_three_people_by_the_end_of_the_year_are_met_with_three():  # T001-05
    asked = goal("3", rhythm="by", by=LAST)
    assert stands(asked, 2, LAST) is TargetState.ON_PACE
    assert stands(asked, 3, date(2024, 2, 1)) is TargetState.MET
    assert stands(asked, 2, AFTER) is TargetState.OUT_OF_REACH


@pytest.mark.parametrize(
    ("comparator", "below", "at", "above"),
    [
        ("at_least", False, True, True),
        ("more", False, False, True),
        ("equal", False, True, False),
        ("at_most", True, True, False),
        ("less", True, False, False),
    ],
)
def test_each_comparison_says_what_it_writes(comparator, below, at, above):
    asked = goal("5", comparator)
    assert [asked.holds(Fraction(n)) for n in (4, 5, 6)] == [below, at, above]


def test_a_limit_on_what_stays_counted_is_lost_at_once_and_on_others_at_the_end():
    asked = goal("0", "at_most")
    assert stands(asked, 0, date(2024, 6, 1)) is TargetState.ON_PACE
    assert stands(asked, 1, date(2024, 6, 1), final=True) is TargetState.OUT_OF_REACH
    assert stands(asked, 1, date(2024, 6, 1)) is TargetState.BEHIND
    assert stands(asked, 1, AFTER) is TargetState.OUT_OF_REACH


def test_a_quarter_that_was_missed_is_not_made_good_by_the_next():
    asked = goal("1", rhythm="quarter")
    first, second = asked.spans()[:2]
    found = {first: Measured(Fraction(0)), second: Measured(Fraction(5))}
    assert standing(asked, found, date(2024, 3, 31)).state is TargetState.ON_PACE
    assert standing(asked, found, date(2024, 4, 1)).state is TargetState.OUT_OF_REACH
    found[first] = Measured(Fraction(1))
    assert standing(asked, found, date(2024, 4, 1)).state is TargetState.ON_PACE
    assert standing(asked, {}, date(2023, 12, 31)).state is TargetState.NOT_YET


def test_a_year_is_met_once_all_its_quarters_are():
    asked = goal("1", rhythm="quarter")
    found = dict.fromkeys(asked.spans(), Measured(Fraction(1)))
    assert standing(asked, found, date(2024, 10, 5)).state is TargetState.MET


def test_pace_is_exact_and_counts_the_leap_day():
    asked = goal("12")
    (span,) = asked.spans()
    assert pace(asked, span, date(2024, 2, 29)) == Fraction(12 * 60, 366)
    assert pace(asked, span, LAST) == 12
    assert pace(asked, span, date(2023, 12, 31)) == 0
    assert pace(goal("1", is_share=True), span, LAST) is None


def test_a_target_that_contradicts_itself_is_refused():
    with pytest.raises(GoalError):
        goal("1", rhythm="by")
    with pytest.raises(GoalError):
        goal("1", "about")


@given(
    st.integers(0, 20),
    st.integers(1, 15),
    st.dates(date(2024, 1, 1), date(2025, 3, 1)),
    st.integers(0, 400),
    st.integers(0, 10),
)
def test_met_stays_met_while_the_number_does_not_fall(value, asked_for, day, later, more):
    asked = goal(str(asked_for))
    if stands(asked, value, day) is TargetState.MET:
        assert stands(asked, value + more, day + timedelta(days=later)) is TargetState.MET


NUMBERS = st.integers(0, 12)


@given(
    st.sampled_from(("at_least", "at_most", "equal", "less", "more")),
    st.fractions(0, 1, max_denominator=10),
    NUMBERS,
    NUMBERS,
    NUMBERS,
    st.data(),
)
def test_a_share_that_can_still_be_reached_is_never_given_up(
    comparator, value, base, counted, lost, data
):
    counted = min(counted, base)
    lost = min(lost, base - counted)
    asked = Goal(comparator=comparator, year=YEAR, value=value, is_share=True)
    # What may still come: more in the base, of which so many count; and of what is open, so many.
    new = data.draw(st.integers(0, 40))
    counts_then = counted + data.draw(st.integers(0, new + base - counted - lost))
    then = Fraction(counts_then, base + new) if base + new else None
    now = Fraction(counted, base) if base else None
    if then is not None and asked.holds(then):
        assert stands(asked, now, LAST, lost=lost) is not TargetState.OUT_OF_REACH


@given(
    st.sampled_from(("at_least", "at_most", "equal", "less", "more")),
    NUMBERS,
    NUMBERS,
    st.integers(0, 9),
)
def test_a_number_that_can_still_be_reached_is_never_given_up(comparator, value, found, more):
    asked = goal(str(value), comparator)
    if asked.holds(Fraction(found + more)):
        assert stands(asked, found, LAST, final=True) is not TargetState.OUT_OF_REACH


def test_spans_that_ended_before_a_target_was_known_bind_nobody():
    asked = goal("1", rhythm="quarter", since=date(2024, 4, 1))
    assert asked.spans()[0] == Span(date(2024, 4, 1), date(2024, 6, 30))
    assert len(asked.spans()) == 3
