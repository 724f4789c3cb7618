"""
What a target asks, as numbers: a comparison, a value or another figure, and the days it is asked for.

It knows no figure and no entry; values of shares are parts of a whole, not percent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, get_args

from zhunsheng.engine.indicators import periods
from zhunsheng.engine.refusals import RefusedError

Comparator = Literal["at_least", "at_most", "equal", "less", "more"]
Rhythm = Literal["year", "half_year", "quarter", "month", "meeting", "by"]

SIGNS: dict[Comparator, str] = {
    "at_least": "≥",
    "at_most": "≤",
    "equal": "=",
    "less": "<",
    "more": ">",
}
"""How each comparison is written."""


class GoalError(RefusedError):
    """A target that asks for nothing that can be compared."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days in which a target is to be reached, both ends included."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """
    The numbers that bind: from `low` to `high`, both included; None is open.

    >>> Band(high=70).holds(70), Band(low=71).holds(70)
    (True, False)
    """

    low: int | None = None
    high: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether every number is within."""
        return self.low is None and self.high is None

    def holds(self, amount: int) -> bool:
        """Whether a number is within."""
        return (self.low is None or self.low <= amount) and (
            self.high is None or amount <= self.high
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Goal:
    """
    A target of a year.

    `value` is what is asked; a comparative target has none and is measured against another figure.
    `is_share` tells that the figure is a part of a whole; it `may_fall` where it is a mean, or what stands
    at the end of a day, and so is not collected over time. `since` is the day from
    which the target is known: nothing is owed before it, though what was done earlier in the year counts.

    Raises GoalError.
    """

    comparator: Comparator
    year: int
    value: Fraction | None = None
    rhythm: Rhythm = "year"
    by: date | None = None
    since: date | None = None
    is_share: bool = False
    may_fall: bool = False

    def __post_init__(self) -> None:
        if self.comparator not in get_args(Comparator) or self.rhythm not in get_args(Rhythm):
            raise GoalError(
                "目标的比较或者期间不认识。", "The target's comparison or period is unknown."
            )
        if (self.rhythm == "by") != (self.by is not None):
            raise GoalError(
                "到某日的目标须有截止日期，其他目标没有。",
                "A target by a day needs the day, and no other has one.",
            )
        if self.by is not None and self.by < date(self.year, 1, 1):
            raise GoalError(
                "截止日期不能早于计划年度。", "A target cannot end before the plan's year."
            )

    @property
    def is_comparative(self) -> bool:
        """Whether it is measured against another figure."""
        return self.value is None

    @property
    def grows(self) -> bool:
        """Whether what is asked is collected over time: so many, at least."""
        collected = not self.is_share and not self.may_fall and not self.is_comparative
        return collected and self.comparator in _UPWARD

    def holds(self, found: Fraction, other: Fraction | None = None) -> bool:
        """Whether a figure is what is asked; `other` is what a comparative target is measured against."""
        asked = other if self.value is None else self.value
        if asked is None:
            return False
        return {
            "at_least": found >= asked,
            "at_most": found <= asked,
            "equal": found == asked,
            "less": found < asked,
            "more": found > asked,
        }[self.comparator]

    def spans(self) -> tuple[Span, ...]:
        """Get the days in which it is to be reached, one span after the other; later ones only."""
        whole = periods.year(self.year)
        if self.rhythm == "by" and self.by is not None:
            return (Span(whole.start, self.by),)
        found = [Span(one.start, one.end) for one in _PARTS[self.rhythm](self.year)]
        known = self.since or whole.start
        return tuple(one for one in found if one.end >= known)


_UPWARD = frozenset({"at_least", "more", "equal"})


def _halves(year: int) -> tuple[periods.Period, ...]:
    first, second = periods.quarter(year, 2), periods.quarter(year, 4)
    return (
        periods.Period(f"{year}-H1", "", date(year, 1, 1), first.end),
        periods.Period(f"{year}-H2", "", date(year, 7, 1), second.end),
    )


_PARTS = {
    "year": lambda year: (periods.year(year),),
    "meeting": lambda year: (periods.year(year),),
    "half_year": _halves,
    "quarter": lambda year: tuple(periods.quarter(year, which) for which in range(1, 5)),
    "month": periods.months,
}
