"""Further words in which indicators are read by hand, for the references of several domains."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from tests.indicators.plain import Holds, Plain, Values, both, done, said


def standing(since: str, until: str) -> Holds:
    """Begun, and not over before the period ends."""
    return lambda entry, period: (
        done(since)(entry, period) and (entry.get(until) is None or entry[until] >= period.end)
    )


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


def of_each(column: str, keys: Iterable[str], read: Mapping[str, Plain]) -> dict[str, Plain]:
    """What was read, of the entries of each part alone."""
    return {
        f"{name}_{key}": replace(plain, out_of=both(plain.out_of, said(column, key)))
        for key in keys
        for name, plain in read.items()
    }
