"""Where a clock stands: lateness stays, extension is no lateness, the next to expire is known."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.law.clocks_of_many_kinds import clock
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.deadlines import Suspension
from zhunsheng.engine.law.errors import LawError
from zhunsheng.engine.law.states import Run, State, next_to_expire, status
from zhunsheng.rendering.law_words import state_in_words

CALENDAR = Calendar()
FIVE = clock("working_day", 5, extension=5)  # from 2025-07-01 to 07-08, extended to 07-15


def day(text: str) -> date:
    return date.fromisoformat(text)


def stands(as_of: str, counted=FIVE, start: str = "2025-07-01", **run):
    return status(Run(clock=counted, started=day(start), **run), day(as_of), CALENDAR)


def said(found) -> str:
    return state_in_words(found).zh


def test_before_the_event_nothing_runs():
    assert status(Run(clock=FIVE), day("2025-07-01"), CALENDAR).state is State.NOT_STARTED
    assert said(stands("2025-06-30")) == "未开始"


def test_a_running_clock_tells_the_working_days_left():
    assert said(stands("2025-07-03")) == "办理中（还有3个工作日）"
    assert said(stands("2025-07-08")) == "办理中（今天到期）"


def test_a_clock_met_on_its_last_day_is_met():
    assert said(stands("2025-08-01", finished=day("2025-07-08"))) == "按期办结"


def test_lateness_stays_after_completion():
    found = stands("2026-07-01", finished=day("2025-07-10"))
    assert found.is_late
    assert said(found) == "逾期办结（超2个工作日）"


def test_an_overdue_clock_tells_by_how_much():
    assert said(stands("2025-07-11")) == "逾期（超3个工作日）"


def test_on_a_day_off_after_the_last_day_lateness_is_told_in_calendar_days():
    on_friday = stands("2025-07-05", clock("working_day", 3))  # ended on Friday the 4th
    assert said(on_friday) == "逾期（超1日）"


def test_a_step_within_the_extension_is_lawful_and_told_as_such():
    found = stands("2025-08-01", finished=day("2025-07-14"), extended_by=True)
    assert not found.is_late
    assert said(found) == "按期办结（在依法延长的期限内）"


def test_a_step_after_the_extension_is_late():
    found = stands("2025-08-01", finished=day("2025-07-16"), extended_by=True)
    assert (found.state, found.days, found.in_extension) == (State.MET_LATE, 1, False)


def test_a_suspended_clock_is_neither_running_nor_late():
    suspensions = (Suspension(first=day("2025-07-03")),)
    found = stands("2025-09-01", suspensions=suspensions)
    assert found.state is State.SUSPENDED
    assert said(found).startswith("中止")


def test_what_happened_after_the_day_asked_about_is_left_out():
    assert stands("2025-07-04", finished=day("2025-07-10")).state is State.RUNNING


def test_a_minimum_period_cut_short_is_told():
    thirty = clock("calendar_day", 30, "at_least")
    assert said(stands("2025-09-01", thirty, finished=day("2025-07-29"))) == "期间未满（差2日）"
    assert stands("2025-09-01", thirty, finished=day("2025-07-31")).state is State.MET
    assert said(stands("2025-09-01", thirty)) == "期间已满"


def test_a_wait_must_be_over_before_the_step():
    ten = clock("calendar_day", 10, "wait")
    assert said(stands("2025-09-01", ten, finished=day("2025-07-11"))) == "期间未满（差1日）"
    assert stands("2025-09-01", ten, finished=day("2025-07-12")).state is State.MET


def test_a_lead_time_is_met_before_the_event_and_missed_after_its_last_day():
    ahead = clock("calendar_day", 7, "lead_time")
    assert stands("2025-07-20", ahead, "2025-07-20", finished=day("2025-07-13")).state is State.MET
    assert stands("2025-07-20", ahead, "2025-07-20", finished=day("2025-07-14")).is_late


def test_a_lead_time_runs_and_is_missed_before_its_event():
    ahead = clock("calendar_day", 7, "lead_time")
    assert stands("2025-07-10", ahead, "2025-07-20").state is State.RUNNING
    assert stands("2025-07-13", ahead, "2025-07-20").state is State.RUNNING
    assert stands("2025-07-14", ahead, "2025-07-20").state is State.OVERDUE


def test_hours_are_late_by_the_hour():
    run = Run(clock=clock("hour", 24), started=datetime(2025, 7, 1, 9, 0))
    found = status(run, datetime(2025, 7, 2, 10, 1), CALENDAR)
    assert said(found) == "逾期（超2小时）"
    assert status(run, datetime(2025, 7, 2, 9, 0), CALENDAR).state is State.RUNNING


def test_a_provisional_last_day_is_told():
    assert "暂定" in said(stands("2026-12-30", start="2026-12-25"))


def test_a_validity_that_ran_out_has_elapsed():
    valid = clock("year", 1, "fixed_term")
    assert stands("2026-07-02", valid).state is State.ELAPSED


def test_a_step_before_the_start_is_refused():
    with pytest.raises(LawError, match="早于起算时间"):
        stands("2025-08-01", finished=day("2025-06-30"))


def test_of_several_clocks_on_one_case_the_next_to_expire_is_known():
    runs = [
        Run(clock=clock("working_day", 20), started=day("2025-07-01")),
        Run(clock=FIVE, started=day("2025-07-01")),
        Run(clock=clock("working_day", 1), started=day("2025-07-01"), finished=day("2025-07-02")),
        Run(clock=clock("calendar_day", 1, "at_least"), started=day("2025-07-01")),
        Run(clock=clock("working_day", 1)),
    ]
    found = next_to_expire(runs, day("2025-07-03"), CALENDAR)
    assert found is not None
    assert found.run is runs[1]


def test_of_clocks_that_all_are_done_none_expires_next():
    done = Run(clock=FIVE, started=day("2025-07-01"), finished=day("2025-07-02"))
    assert next_to_expire([done], day("2025-07-03"), CALENDAR) is None
