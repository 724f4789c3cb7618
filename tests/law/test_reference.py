"""
Every start day and amount against a slow reference.

The reference walks day by day over the data of the `holidays` package, a second source that names
its notices itself. Where the two sources of our own data differ is told in
docs/decisions/0006-working-days-from-notices.md.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import holidays
import pytest

from tests.law.clocks_of_many_kinds import clock
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.deadlines import due
from zhunsheng.engine.law.errors import NotCoveredError

FIRST, LAST = date(2004, 1, 1), date(2026, 12, 31)
STARTS = [FIRST + timedelta(days=offset) for offset in range((LAST - FIRST).days + 1)]
ONE = timedelta(days=1)
CALENDAR, STRICT = Calendar(), Calendar(strict=True)
SECOND_SOURCE = holidays.country_holidays("CN", years=range(2004, 2027))


def works(day: date) -> bool:
    """Whether the second source has a day worked; None of its days is beyond 2026."""
    if day > LAST:
        raise LookupError(day)
    made_up = day in SECOND_SOURCE.weekend_workdays
    return made_up or (day.weekday() < 5 and day not in SECOND_SOURCE)


def slow_working_days(start: date, amount: int) -> date:
    day = start
    while amount:
        day += ONE
        amount -= works(day)
    return day


def slow_days(start: date, amount: int) -> date:
    return slow_roll_over(start + timedelta(days=amount))


def slow_months(start: date, amount: int) -> date:
    year, month = start.year, start.month
    for _ in range(amount):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    day = start.day
    while day > monthrange(year, month)[1]:
        day -= 1
    return slow_roll_over(date(year, month, day))


def slow_roll_over(day: date) -> date:
    while not works(day):
        day += ONE
    return day


CASES = [
    *(("working_day", amount, slow_working_days) for amount in (3, 5, 7, 10, 15, 20, 30)),
    *(("calendar_day", amount, slow_days) for amount in (7, 10, 15, 30, 60, 90)),
    *(("month", amount, slow_months) for amount in (1, 2, 3, 6)),
]


@pytest.mark.parametrize(("unit", "amount", "slow"), CASES)
def test_every_start_day_from_2004_to_2026_ends_where_the_slow_reference_ends(unit, amount, slow):
    counted = clock(unit, amount)
    for start in STARTS:
        try:
            expected = slow(start, amount)
        except LookupError:
            assert due(counted, start, CALENDAR).provisional, start
            with pytest.raises(NotCoveredError):
                due(counted, start, STRICT)
        else:
            assert due(counted, start, CALENDAR).last == expected, start
            assert due(counted, start, STRICT).last == expected, start


def test_every_day_from_2004_to_2026_is_worked_or_off_as_the_second_source_has_it():
    days = CALENDAR.days(FIRST, LAST)
    assert [day.date for day in days if day.is_working != works(day.date)] == []


def test_twenty_working_days_from_25_september_2025_end_on_29_october():
    assert due(clock("working_day", 20), date(2025, 9, 25), CALENDAR).last == date(2025, 10, 29)


@pytest.mark.parametrize("day", [date(2003, 12, 31), date(2100, 1, 1)])
def test_no_day_outside_the_calendar_is_answered(day):
    for asked in (CALENDAR.is_working, CALENDAR.day, CALENDAR.next_working_day):
        with pytest.raises(NotCoveredError):
            asked(day)


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(2027, 1, 4), date(2099, 12, 31)])
def test_every_day_without_a_notice_is_provisional_and_refused_by_a_strict_calendar(day):
    assert CALENDAR.day(day).provisional
    with pytest.raises(NotCoveredError, match="2004至2026年"):
        STRICT.day(day)


def test_late_december_is_provisional_until_the_notice_of_the_next_year_is_there():
    assert CALENDAR.day(date(2026, 12, 30)).provisional
    assert not CALENDAR.day(date(2026, 12, 28)).provisional
    assert not CALENDAR.day(date(2025, 12, 31)).provisional
