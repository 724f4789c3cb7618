"""
How a person would count: indicators read in plain Python from plain entries, without any engine.

A reference says by itself which entries are the base and which of them are counted; nothing here looks at
the predicates of the indicator it is set against.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from zhunsheng.engine.indicators.figures import Cell
from zhunsheng.engine.indicators.periods import Period

Values = Mapping[str, Any]
"""The values of an entry: dates as dates, times as times, and `<clock>_due` for the law's last days."""
Holds = Callable[[Values, Period], bool]


def always(_: Values, __: Period) -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class Plain:
    """
    A reference for an indicator.

    `day` is the value by which an entry belongs to a period; one that `stands` is looked at in all
    periods after it too. `amount` is what a counted entry adds, `each` tells things apart; `different`
    ones are counted for one entry that holds, others for all.
    """

    day: str
    stands: bool = False
    out_of: Holds = always
    counts: Holds = always
    amount: Callable[[Values], int | None] | None = None
    each: str = ""
    different: bool = False

    def looks_at(self, entry: Values, period: Period) -> bool:
        day = day_of(entry.get(self.day))
        if day is None or day > period.end:
            return False
        return self.stands or day >= period.start

    def is_base(self, entry: Values, period: Period) -> bool:
        if self.each and entry.get(self.each) is None:
            return False
        return self.looks_at(entry, period) and self.out_of(entry, period)

    def is_counted(self, entry: Values, period: Period) -> bool:
        return self.is_base(entry, period) and self.counts(entry, period)

    def cell(self, entries: Iterable[Values], period: Period) -> Cell:
        """Get what the entries of one unit come to."""
        base = [entry for entry in entries if self.is_base(entry, period)]
        counted = [entry for entry in base if self.counts(entry, period)]
        if self.each:
            things: dict[Any, list[bool]] = {}
            for entry in base:
                held = self.counts(entry, period)
                things.setdefault(entry[self.each], []).append(held)
            reached = any if self.different else all
            return Cell(len(things), sum(reached(held) for held in things.values()))
        if self.amount is None:
            return Cell(len(base), len(counted))
        amounts = [amount for entry in counted if (amount := self.amount(entry)) is not None]
        return Cell(len(base), len(counted), sum(amounts) if amounts else None)


def day_of(value: Any) -> date | None:
    """Get the day of a date or a time."""
    return value.date() if isinstance(value, datetime) else value


def both(*conditions: Holds) -> Holds:
    """All of some conditions."""
    return lambda entry, period: all(holds(entry, period) for holds in conditions)


def said(key: str, *values: Any) -> Holds:
    """A value is one of some."""
    return lambda entry, _: entry.get(key) in values


def filled(key: str) -> Holds:
    """Something stands there."""
    return lambda entry, _: entry.get(key) is not None


def is_true(key: str) -> Holds:
    """It was ticked."""
    return lambda entry, _: entry.get(key) is True


def done(key: str) -> Holds:
    """Done when the period ends."""

    def holds(entry: Values, period: Period) -> bool:
        day = day_of(entry.get(key))
        return day is not None and day <= period.end

    return holds


def open_yet(key: str) -> Holds:
    """Not done yet when the period ends."""
    return lambda entry, period: not done(key)(entry, period)


def happens_in(key: str) -> Holds:
    """Done in the period."""

    def holds(entry: Values, period: Period) -> bool:
        day = day_of(entry.get(key))
        return day is not None and period.start <= day <= period.end

    return holds


def not_later_than(key: str, last: str) -> Holds:
    """Done, and not after its last day."""
    return lambda entry, _: (
        entry.get(key) is not None and entry.get(last) is not None and entry[key] <= entry[last]
    )


def days_between(since: str, until: str) -> Callable[[Values], int | None]:
    """How many days lie between two days; none where one of them is missing."""

    def amount(entry: Values) -> int | None:
        start, end = day_of(entry.get(since)), day_of(entry.get(until))
        return None if start is None or end is None else (end - start).days

    return amount


def shown(value: Any) -> str:
    """Get a figure as golden cases write it: a share as counted/base, "—" for none."""
    if value is None:
        return "—"
    exact = Fraction(value)
    return str(exact.numerator) if exact.denominator == 1 else str(float(exact))
