"""
Conditions that indicators of any domain name, on columns of typed tables and the period.

A period stands for what is known at the end of its last day: what was done later is not done yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def by(day: Any, period: Any) -> Any:
    """Get whether something was done by the end of the period."""
    return day.notnull() & (day <= period.end)


def not_by(day: Any, period: Any) -> Any:
    """Get whether something was still not done at the end of the period."""
    return day.isnull() | (day > period.end)


def within(day: Any, period: Any) -> Any:
    """Get whether something was done in the period."""
    return day.notnull() & (day >= period.start) & (day <= period.end)


def in_time(done: Any, last_day: Any) -> Any:
    """Get whether something was done, and not after its last day."""
    return done.notnull() & (done <= last_day)


def days(since: Any, until: Any) -> Any:
    """Get how many calendar days lie between two days; unknown where one of them is."""
    return until.delta(since, unit="day")


def in_force(since: Any, until: Any, period: Any) -> Any:
    """Get whether something was in force at the end of the period, its last day included."""
    return by(since, period) & (until.isnull() | (until >= period.end))


def is_one_of(value: Any, keys: Iterable[str]) -> Any:
    """Get whether a choice is one of some."""
    return value.isin(sorted(keys))
