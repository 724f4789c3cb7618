"""Axes of charts: round figures that people read, from nothing upwards."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, log10

_STEPS = (1, 2, 2.5, 5, 10)


def ticks(values: Iterable[float], most: int = 5, *, whole: bool = False) -> list[float]:
    """
    Get the round figures an axis shows: from 0, or below it where there are such values, past the largest.

    `whole` asks for whole numbers: there is no half of an entry.

    >>> ticks([3, 17, 42])
    [0, 10, 20, 30, 40, 50]
    >>> ticks([1], whole=True)
    [0, 1]
    """
    known = list(values)
    low, high = min([0.0, *known]), max([0.0, *known])
    if low == high:
        high = 1.0
    step = _step((high - low) / most, whole=whole)
    first, last = floor(low / step), -floor(-high / step)
    return [_plain(number * step) for number in range(first, last + 1)]


def _step(least: float, *, whole: bool) -> float:
    """Get the smallest round step that is no smaller than another."""
    power = 10.0 ** floor(log10(least))
    step = next(one * power for one in _STEPS if one * power >= least * (1 - 1e-9))
    if whole and step != int(step):
        step = float(-floor(-step))
    return step


def _plain(value: float) -> float:
    rounded = round(value, 10)
    return int(rounded) if rounded == int(rounded) else rounded
