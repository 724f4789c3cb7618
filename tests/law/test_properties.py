"""What holds for every clock, every start and every calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.law.clocks_of_many_kinds import clock
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.deadlines import Suspension, due
from zhunsheng.engine.law.explanation import explain
from zhunsheng.engine.law.notices import Holiday, published_notices

CALENDAR = Calendar()
DAYS = st.dates(date(2004, 1, 1), date(2027, 12, 31))
FORWARD = st.one_of(
    st.builds(clock, st.just("working_day"), st.integers(1, 60)),
    st.builds(clock, st.just("calendar_day"), st.integers(1, 120)),
    st.builds(clock, st.just("month"), st.integers(1, 12)),
    st.builds(clock, st.just("year"), st.integers(1, 3)),
    st.builds(clock, st.just("calendar_day"), st.integers(1, 60), st.just("at_least")),
    st.builds(clock, st.just("calendar_day"), st.integers(1, 60), st.just("fixed_term")),
)
BACKWARD = st.builds(
    clock,
    st.sampled_from(["working_day", "calendar_day", "month"]),
    st.integers(1, 12),
    st.just("lead_time"),
)


@given(FORWARD, DAYS, st.integers(0, 40))
def test_a_later_start_never_ends_earlier(clock, start, later):
    first = due(clock, start, CALENDAR).last
    assert due(clock, start + timedelta(days=later), CALENDAR).last >= first


@given(st.integers(1, 60), DAYS, st.sets(st.integers(1, 90), max_size=20))
def test_more_days_off_never_end_a_period_in_working_days_sooner(amount, start, off):
    by_working_days = clock("working_day", amount)
    notice = max(published_notices(), key=lambda notice: notice.issued)
    extra = {start + timedelta(days=offset) for offset in off}
    more = [
        replace(
            notice,
            region="某地",
            year=year,
            work=(),
            holidays=tuple(Holiday(festival="节", first=day, last=day) for day in extra),
        )
        for year in Calendar().years
    ]
    longer = Calendar([*published_notices(), *more], region="某地")
    assert due(by_working_days, start, longer).last >= due(by_working_days, start, CALENDAR).last


@st.composite
def _suspended(draw):
    """A period and a suspension that falls into it."""
    chosen, start = draw(FORWARD), draw(DAYS)
    last = due(chosen, start, CALENDAR).last
    first = start + timedelta(days=draw(st.integers(1, max(1, (last - start).days))))
    return chosen, start, Suspension(first=first, last=first + timedelta(draw(st.integers(0, 40))))


@given(_suspended())
def test_a_suspension_of_n_days_moves_the_end_by_at_least_n(case):
    # The end before a roll-over: two ends may roll over to the same Monday.
    chosen, start, suspension = case
    plain = due(chosen, start, CALENDAR)
    moved = due(chosen, start, CALENDAR, suspensions=[suspension])
    if chosen.unit == "working_day":
        stopped = CALENDAR.working_days(suspension.first, suspension.last)
        gained = CALENDAR.working_days(plain.last + timedelta(days=1), moved.last)
    else:
        stopped = (suspension.last - suspension.first).days + 1
        gained = (moved.counted - plain.counted).days
    assert gained >= stopped
    assert moved.last >= plain.last


@st.composite
def _suspensions(draw, start):
    """Up to three suspensions in a row that do not overlap."""
    at = start
    found = []
    for _ in range(draw(st.integers(0, 3))):
        first = at + timedelta(days=draw(st.integers(1, 12)))
        at = first + timedelta(days=draw(st.integers(0, 15)))
        found.append(Suspension(first=first, last=at))
    return found


@given(FORWARD, DAYS, st.integers(0, 30), st.data())
def test_the_explanation_walks_to_the_day_that_was_computed(chosen, start, extended, data):
    version = replace(chosen.current, extension=clock("month", 1, extension=30).current.extension)
    chosen = replace(chosen, versions=(version,))
    suspensions = []
    for one in data.draw(_suspensions(start)):
        rest = due(chosen, start, CALENDAR, suspensions=suspensions, extend=extended or False)
        if one.first > rest.last:
            break
        suspensions.append(one)
    deadline = due(chosen, start, CALENDAR, suspensions=suspensions, extend=extended or False)
    assert explain(deadline, CALENDAR).last == deadline.last


@given(BACKWARD, DAYS)
def test_the_explanation_of_a_lead_time_walks_back_to_the_day_that_was_computed(chosen, event):
    deadline = due(chosen, event + timedelta(days=400), CALENDAR)
    assert explain(deadline, CALENDAR).last == deadline.last
    assert deadline.last < deadline.start
