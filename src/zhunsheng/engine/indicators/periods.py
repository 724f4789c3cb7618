"""
Periods that figures are given for: years, quarters, months, and the part of a year up to a day.

It knows calendars of people, not of the law, and reads no clock.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from zhunsheng.engine.refusals import RefusedError

_WRITTEN = re.compile(r"(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class PeriodError(RefusedError):
    """A period that is written in no known way."""


@dataclass(frozen=True, slots=True)
class Period:
    """
    The days from `start` to `end`, both included; `key` is how it is written.

    >>> quarter(2026, 1).label, quarter(2026, 1).end.isoformat()
    ('2026年第1季度', '2026-03-31')
    """

    key: str
    label: str
    start: date
    end: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day <= self.end


def year(number: int) -> Period:
    """Get a calendar year."""
    return Period(f"{number}", f"{number}年", date(number, 1, 1), date(number, 12, 31))


def quarter(number: int, which: int) -> Period:
    """Get a quarter of a year, 1 to 4."""
    first = 3 * which - 2
    return Period(
        f"{number}-Q{which}",
        f"{number}年第{which}季度",
        date(number, first, 1),
        month(number, first + 2).end,
    )


def month(number: int, which: int) -> Period:
    """Get a month of a year, 1 to 12."""
    last = calendar.monthrange(number, which)[1]
    return Period(
        f"{number}-{which:02}",
        f"{number}年{which}月",
        date(number, which, 1),
        date(number, which, last),
    )


def to_date(day: date) -> Period:
    """Get the part of a year up to a day, that day included."""
    return Period(
        day.isoformat(), f"{day.year}年截至{day.month}月{day.day}日", date(day.year, 1, 1), day
    )


def months(number: int) -> tuple[Period, ...]:
    """Get the twelve months of a year."""
    return tuple(month(number, which) for which in range(1, 13))


def parsed(text: str) -> Period:
    """
    Get a period from how it is written: 2026, 2026-Q1, 2026-03, or 2026-03-15 for the year up to it.

    Raises PeriodError.

    >>> parsed("2026-Q2").label
    '2026年第2季度'
    """
    found = _WRITTEN.fullmatch(text.strip())
    try:
        if found is not None:
            return _made(*(int(part) if part else None for part in found.groups()))
    except ValueError:
        pass
    raise PeriodError(
        f"“{text[:40]}”不是期间。请写成 2026、2026-Q1、2026-03，或者 2026-03-15（截至这一日）。",
        f"{text[:40]} is no period. Write 2026, 2026-Q1, 2026-03, or 2026-03-15 for the year to date.",
    )


def a_year_before(period: Period) -> Period:
    """
    Get the same period of the year before; 29 February becomes the 28th.

    >>> a_year_before(parsed("2024-02-29")).key
    '2023-02-28'
    """
    if len(period.key) == 10:
        end = period.end
        last = calendar.monthrange(end.year - 1, end.month)[1]
        return to_date(end.replace(year=end.year - 1, day=min(end.day, last)))
    number, dash, rest = period.key.partition("-")
    return parsed(f"{int(number) - 1:04}{dash}{rest}")


def so_far(period: Period, day: date) -> Period:
    """
    Get a period as far as it has come by a day: with the same key, and without the days to come.

    What is due later in a period that still runs is not late. Of a period that has not begun, no day is
    left, so that it has nothing that could be late either.

    >>> so_far(quarter(2026, 1), date(2026, 2, 3)).label
    '2026年第1季度（截至2月3日）'
    """
    if day >= period.end:
        return period
    label = (
        f"{period.label}（截至{day.month}月{day.day}日）" if day >= period.start else period.label
    )
    return Period(period.key, label, period.start, day)


def parts(period: Period) -> tuple[Period, ...]:
    """Get the months that a period covers, the last one cut where the period ends."""
    found: list[Period] = []
    first = period.start
    while first <= period.end:
        whole = month(first.year, first.month)
        found.append(whole if whole.end <= period.end else to_date_within(whole, period.end))
        first = whole.end + timedelta(days=1)
    return tuple(found)


def to_date_within(whole: Period, day: date) -> Period:
    """Get a month up to a day."""
    label = f"{whole.label}截至{day.day}日"
    return Period(f"{whole.key}~{day.day:02}", label, whole.start, day)


def _made(
    number: int | None, which_quarter: int | None, which_month: int | None, day: int | None
) -> Period:
    """Get a period from its parts. Raises ValueError where the calendar has no such days."""
    if not number or which_month == 0:
        raise ValueError(number)
    if which_quarter:
        return quarter(number, which_quarter)
    if which_month is None:
        return year(number)
    if day is None:
        return month(number, which_month)
    return to_date(date(number, which_month, day))
