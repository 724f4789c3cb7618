"""Words in which indicators are read by hand, for the references of several domains."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from tests.indicators.plain import Holds, Plain, Values, day_of
from zhunsheng.engine.indicators.periods import Period


def done(key: str) -> Holds:
    """Done when the period ends."""

    def holds(entry: Values, period: Period) -> bool:
        day = day_of(entry.get(key))
        return day is not None and day <= period.end

    return holds


def open_yet(key: str) -> Holds:
    return lambda entry, period: not done(key)(entry, period)


def not_later_than(key: str, last: str) -> Holds:
    return lambda entry, _: (
        entry.get(key) is not None and entry.get(last) is not None and entry[key] <= entry[last]
    )


def in_the_period(key: str) -> Holds:
    return lambda entry, period: (
        entry.get(key) is not None and period.start <= entry[key] <= period.end
    )


def standing(since: str, until: str) -> Holds:
    """Begun, and not over before the period ends."""
    return lambda entry, period: (
        done(since)(entry, period) and (entry.get(until) is None or entry[until] >= period.end)
    )


def said(key: str, *values: Any) -> Holds:
    return lambda entry, _: entry.get(key) in values


def filled(key: str) -> Holds:
    return lambda entry, _: entry.get(key) is not None


def is_true(key: str) -> Holds:
    return lambda entry, _: entry.get(key) is True


def both(*conditions: Holds) -> Holds:
    return lambda entry, period: all(holds(entry, period) for holds in conditions)


def either(*conditions: Holds) -> Holds:
    return lambda entry, period: any(holds(entry, period) for holds in conditions)


def neither(*conditions: Holds) -> Holds:
    return lambda entry, period: not any(holds(entry, period) for holds in conditions)


def number(*keys: str) -> Callable[[Values], int | None]:
    """The sum of some numbers; none where one of them is missing."""

    def amount(entry: Values) -> int | None:
        found = [entry.get(key) for key in keys]
        return None if None in found else sum(value for value in found if value is not None)

    return amount


def days_between(key: str, since: str) -> Callable[[Values], int | None]:
    def amount(entry: Values) -> int | None:
        if entry.get(key) is None or entry.get(since) is None:
            return None
        return int((entry[key] - entry[since]).days)

    return amount


def of_each(column: str, keys: Iterable[str], read: Mapping[str, Plain]) -> dict[str, Plain]:
    """What was read, of the entries of each part alone."""
    return {
        f"{name}_{key}": replace(plain, out_of=both(plain.out_of, said(column, key)))
        for key in keys
        for name, plain in read.items()
    }
