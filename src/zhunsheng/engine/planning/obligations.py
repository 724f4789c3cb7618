"""
What is owed by when: a target of a year becomes dated shares, a recurring task its days.

It knows calendars of months and whole numbers; nothing here is stored, so nothing can be owed twice.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from math import floor
from typing import Literal

from zhunsheng.engine.planning.goals import Goal, Span

Every = Literal["month", "quarter", "half_year", "year"]

_CUMULATIVE = frozenset({"year", "by"})
_MONTHS: dict[Every, int] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


@dataclass(frozen=True, slots=True)
class Obligation:
    """
    So much is to be there, counted from the first day of `span`, at the end of its last day.

    `number` and `of` say which of how many it is.
    """

    span: Span
    amount: Fraction
    number: int
    of: int

    @property
    def last_day(self) -> date:
        """The last day on which it can be met in time."""
        return self.span.end


class Tick(Enum):
    """Where an obligation stands."""

    OPEN = "open"
    MET = "met"
    MET_LATE = "met_late"
    OVERDUE = "overdue"


def obligations(goal: Goal) -> tuple[Obligation, ...]:
    """
    Get what a target asks by which days.

    So many a year become shares as even as whole numbers allow, each due at the end of a month; what
    was due before the target was known is part of the first share after it. A share of a whole, a
    limit and a comparison are asked for at the end of each span only. A target of each meeting has no
    day of its own.
    """
    if goal.rhythm == "meeting":
        return ()
    if goal.rhythm == "year" and goal.grows and goal.value is not None:
        return _shares_of_year(goal, goal.value)
    spans = goal.spans()
    amount = goal.value if goal.value is not None else Fraction(0)
    return tuple(
        Obligation(span, amount, number, len(spans)) for number, span in enumerate(spans, start=1)
    )


def _shares_of_year(goal: Goal, value: Fraction) -> tuple[Obligation, ...]:
    """Get the shares of a number of a year: cumulative, and the last of them is all of it."""
    # More than nine is ten, where whole things are counted.
    asked = value + 1 if goal.comparator == "more" and value.denominator == 1 else value
    year = Span(date(goal.year, 1, 1), date(goal.year, 12, 31))
    if asked <= 0:
        return ()
    if asked.denominator != 1:
        return (Obligation(year, asked, 1, 1),)
    before = _months_before(goal)
    left = 12 - before
    found: dict[int, int] = {}
    for month in range(before + 1, 13):
        so_far = floor(asked * (month - before) / left)
        if so_far > max(found.values(), default=0):
            found[month] = so_far
    return tuple(
        Obligation(
            Span(year.start, _month_end(goal.year, month)), Fraction(amount), number, len(found)
        )
        for number, (month, amount) in enumerate(found.items(), start=1)
    )


def _months_before(goal: Goal) -> int:
    """Get how many months of the year had ended before the target was known."""
    if goal.since is None or goal.since.year < goal.year:
        return 0
    return 11 if goal.since.year > goal.year else goal.since.month - 1


def recurring(every: Every, year: int, since: date, until: date | None = None) -> tuple[Span, ...]:
    """
    Get the spans in each of which a recurring task is to be done once, from a day on.

    A span that ended before the task was known is not owed, nor one that begins after its last day.
    """
    step = _MONTHS[every]
    last = until or date(year, 12, 31)
    found = []
    for month in range(step, 13, step):
        span = Span(date(year, month - step + 1, 1), _month_end(year, month))
        if span.end >= since and span.start <= last:
            found.append(Span(span.start, min(span.end, last)))
    return tuple(found)


def ticked(
    obligation: Obligation, reached: Callable[[date], Fraction | None], goal: Goal, as_of: date
) -> Tick:
    """
    Get where an obligation stands at the end of a day.

    `reached` gives the figure from the first day of the obligation's span to the end of a day.
    """
    due = obligation.last_day
    if _holds(obligation, reached(min(due, as_of)), goal, due, as_of):
        return Tick.MET
    if as_of <= due:
        return Tick.OPEN
    # What is counted up to a day may come later; a quarter that is over stays as it was.
    if (
        goal.grows
        and goal.rhythm in _CUMULATIVE
        and _holds(obligation, reached(as_of), goal, due, as_of)
    ):
        return Tick.MET_LATE
    return Tick.OVERDUE


def _holds(
    obligation: Obligation, found: Fraction | None, goal: Goal, due: date, as_of: date
) -> bool:
    if found is None:
        return False
    if goal.grows and goal.rhythm == "year":
        return found >= obligation.amount
    if goal.grows and goal.comparator != "equal":
        return goal.holds(found)
    # Shares and limits are only settled once their days are over.
    return as_of > due and goal.holds(found)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
