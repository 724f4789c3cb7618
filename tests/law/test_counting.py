"""How periods are counted: one rule of law each, and everything that is refused."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.law.clocks_of_many_kinds import clock
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.deadlines import Suspension, due
from zhunsheng.engine.law.errors import LawError, NotCoveredError

CALENDAR = Calendar()


def day(text: str) -> date:
    return date.fromisoformat(text)


def last(counted, start: str, **options) -> date | datetime:
    return due(counted, day(start), CALENDAR, **options).last


def stop(first: str, until: str | None = None) -> Suspension:
    return Suspension(first=day(first), last=day(until) if until else None)


def test_the_day_of_the_start_is_not_counted():
    assert last(clock("working_day", 1), "2025-07-01") == day("2025-07-02")
    assert last(clock("calendar_day", 1), "2025-07-01") == day("2025-07-02")


def test_a_make_up_saturday_is_a_working_day():
    assert last(clock("working_day", 1), "2025-10-10") == day("2025-10-11")


def test_a_month_ends_on_the_corresponding_day():
    assert last(clock("month", 2), "2025-07-15") == day("2025-09-15")


def test_a_month_without_the_corresponding_day_ends_on_its_last():
    assert last(clock("month", 1, "fixed_term"), "2025-01-31") == day("2025-02-28")
    assert last(clock("month", 1, "fixed_term"), "2024-01-31") == day("2024-02-29")
    assert last(clock("year", 1, "fixed_term"), "2024-02-29") == day("2025-02-28")


def test_a_last_day_off_gives_way_to_the_next_working_day():
    assert last(clock("calendar_day", 15), "2025-09-20") == day("2025-10-09")


def test_a_last_day_on_a_make_up_saturday_stays():
    assert last(clock("calendar_day", 15), "2025-09-26") == day("2025-10-11")


def test_hours_run_from_the_moment_and_do_not_roll_over():
    deadline = due(clock("hour", 24), datetime(2025, 10, 3, 22, 15), CALENDAR)
    assert deadline.last == datetime(2025, 10, 4, 22, 15)


def test_a_lead_time_is_counted_back_and_not_rolled_over():
    assert last(clock("calendar_day", 7, "lead_time"), "2025-10-12") == day("2025-10-05")
    assert last(clock("working_day", 7, "lead_time"), "2025-10-15") == day("2025-09-29")


def test_after_a_minimum_period_one_may_go_on_from_the_next_day():
    deadline = due(clock("calendar_day", 30, "at_least"), day("2025-07-01"), CALENDAR)
    assert (deadline.last, deadline.opens) == (day("2025-07-31"), day("2025-08-01"))


def test_a_day_of_the_year_is_that_of_the_year_after_and_stays_where_it_is():
    assert last(clock("date", "01-31", "by_date"), "2025-12-31") == day("2026-01-31")  # a Saturday


def test_a_day_named_once_is_that_day():
    assert last(clock("date", "2025-06-30", "by_date"), "2025-01-03") == day("2025-06-30")


def test_a_suspension_stops_the_count_from_its_first_to_its_last_day():
    assert last(
        clock("working_day", 5), "2025-07-01", suspensions=[stop("2025-07-03", "2025-07-08")]
    ) == day("2025-07-14")


def test_an_extension_is_counted_on_from_the_period_itself():
    counted = clock("calendar_day", 60, extension=30)
    deadline = due(counted, day("2025-07-01"), CALENDAR, extend=True)
    assert deadline.last == day("2025-09-29")
    assert deadline.unextended == day("2025-09-01")


def test_a_suspension_may_begin_in_the_extension():
    counted = clock("working_day", 5, extension=5)
    deadline = due(
        counted,
        day("2025-07-01"),
        CALENDAR,
        extend=True,
        suspensions=[stop("2025-07-10", "2025-07-11")],
    )
    assert deadline.unextended == day("2025-07-08")
    assert deadline.last == day("2025-07-17")


def test_while_a_suspension_goes_on_the_last_day_moves():
    counted = clock("working_day", 5)
    first, second = (
        due(
            counted,
            day("2025-07-01"),
            CALENDAR,
            suspensions=[stop("2025-07-03")],
            as_of=day(as_of),
        )
        for as_of in ("2025-07-04", "2025-07-07")
    )
    assert first.suspended
    assert second.last > first.last


def test_a_suspension_that_has_not_begun_stops_nothing_yet():
    counted = clock("working_day", 5)
    deadline = due(
        counted,
        day("2025-07-01"),
        CALENDAR,
        suspensions=[stop("2025-07-07")],
        as_of=day("2025-07-03"),
    )
    assert (deadline.last, deadline.suspended) == (day("2025-07-08"), False)


@pytest.mark.parametrize(
    ("counted", "start", "options", "complaint"),
    [
        (clock("working_day", 5), "1900-01-01", {}, "1949年至2099年"),
        (clock("working_day", 5), "2100-01-01", {}, "1949年至2099年"),
        (clock("working_day", 5), "2002-12-31", {}, "没有收录"),
        (clock("working_day", 5), "2025-07-01", {"extend": True}, "没有规定.*可以延长"),
        (clock("working_day", 5, extension=5), "2025-07-01", {"extend": 6}, "不能延长6"),
        (clock("working_day", 5, extension=5), "2025-07-01", {"extend": -1}, "不能延长-1"),
        (
            clock("working_day", 5),
            "2025-07-01",
            {"suspensions": [stop("2025-07-03", "2025-07-07"), stop("2025-07-07", "2025-07-08")]},
            "重叠",
        ),
        (
            clock("working_day", 5),
            "2025-07-01",
            {"suspensions": [stop("2025-07-03", "2025-07-02")]},
            "早于开始日",
        ),
        (
            clock("working_day", 5),
            "2025-07-01",
            {"suspensions": [stop("2025-06-30", "2025-07-02")]},
            "早于起算日",
        ),
        (
            clock("working_day", 5),
            "2025-07-01",
            {"suspensions": [stop("2025-07-09", "2025-07-10")]},
            "已经届满",
        ),
        (
            clock("working_day", 5),
            "2025-07-01",
            {"suspensions": [stop("2025-07-03")]},
            "截至哪一天",
        ),
        (
            clock("working_day", 5, "lead_time"),
            "2025-07-20",
            {"suspensions": [stop("2025-07-21", "2025-07-22")]},
            "不能中止",
        ),
        (clock("hour", 24), "2025-07-01", {}, "时间"),
        (clock("date", "2025-06-30", "by_date"), "2025-07-01", {}, "之后"),
    ],
)
def test_what_the_law_does_not_know_is_refused_in_words(counted, start, options, complaint):
    with pytest.raises(LawError, match=complaint) as refused:
        due(counted, day(start), CALENDAR, **options)
    assert refused.value.message.en


def test_hours_cannot_be_suspended():
    with pytest.raises(LawError, match="不能中止"):
        due(
            clock("hour", 24),
            datetime(2025, 7, 1, 9, 0),
            CALENDAR,
            suspensions=[stop("2025-07-02", "2025-07-02")],
        )


def test_a_period_that_leaves_the_calendar_is_refused():
    with pytest.raises(NotCoveredError, match="2099"):
        due(clock("working_day", 60), date(2099, 12, 1), CALENDAR)
