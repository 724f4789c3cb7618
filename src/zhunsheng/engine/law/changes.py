"""
What a new holiday notice changes: the days that move, and the deadlines that move with them.

It compares two calendars; it stores nothing and applies nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from zhunsheng.engine.law.calendar import Calendar, Day
from zhunsheng.engine.law.deadlines import due
from zhunsheng.engine.law.errors import NoticeError
from zhunsheng.engine.law.notices import Notice
from zhunsheng.engine.law.states import Run


@dataclass(frozen=True, slots=True)
class MovedDay:
    """A day that is worked under one calendar and off under the other."""

    before: Day
    after: Day


@dataclass(frozen=True, slots=True)
class MovedDeadline:
    """A run whose last day differs, or is no longer provisional."""

    run: Run
    before: date | datetime
    after: date | datetime
    was_provisional: bool
    is_provisional: bool


def with_notice(calendar: Calendar, notice: Notice) -> Calendar:
    """
    Get a calendar that also knows a notice.

    Raises NoticeError where the calendar already holds one of that number.
    """
    if any(known.number == notice.number for known in calendar.notices):
        raise NoticeError(
            f"{notice.number}已经在日历里，没有重复采用。",
            f"{notice.number} is in the calendar already; it was not taken again.",
        )
    return Calendar(
        [*calendar.notices, notice],
        region=calendar.region or notice.region,
        strict=calendar.strict,
    )


def moved_days(before: Calendar, after: Calendar, years: Iterable[int]) -> list[MovedDay]:
    """Get the days of some years that change between worked and off, in order."""
    moved = []
    for year in sorted(set(years)):
        first, last = date(year, 1, 1), date(year, 12, 31)
        pairs = zip(before.days(first, last), after.days(first, last), strict=True)
        moved += [MovedDay(old, new) for old, new in pairs if old.is_working != new.is_working]
    return moved


def moved_deadlines(
    runs: Iterable[Run], before: Calendar, after: Calendar, as_of: date
) -> list[MovedDeadline]:
    """
    Get the runs whose last day moves or becomes certain, in the order given.

    Runs that have not started are left out. Raises what `due` raises.
    """
    moved = []
    for run in runs:
        if run.started is None:
            continue
        old, new = (
            due(
                run.clock,
                run.started,
                calendar,
                suspensions=run.suspensions,
                extend=run.extended_by,
                as_of=as_of,
            )
            for calendar in (before, after)
        )
        if (old.last, old.provisional) != (new.last, new.provisional):
            moved.append(MovedDeadline(run, old.last, new.last, old.provisional, new.provisional))
    return moved
