"""
Figures that stand out: against their own past, and against those of peers.

It knows numbers; a figure that stands out may well be right, so it is a note and no error.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median
from typing import Literal

FEWEST = 6
"""So many figures are needed before one can stand out among them."""

_FAR = Fraction(7, 2)
# The median deviation of a normal distribution is 0.6745 of its standard deviation.
_SCALE = Fraction(6745, 10_000)
_LEAST_SPREAD = Fraction(1, 20)

Against = Literal["past", "peers"]


@dataclass(frozen=True, slots=True)
class Note:
    """A figure that stands out: the usual value and how far it is away, in robust deviations."""

    against: Against
    value: Fraction
    usual: Fraction
    distance: Fraction

    @property
    def is_high(self) -> bool:
        """Whether the figure is above the usual one."""
        return self.value > self.usual


def stands_out(
    value: Fraction | int, others: Sequence[Fraction | int], against: Against
) -> Note | None:
    """
    Get a note where a value lies far from others, by their median and median deviation.

    None where there are too few others, or where it does not stand out. Others that are all alike count
    as spread by a twentieth of their value, so that a step of one in a hundred is no event.

    >>> stands_out(90, [10, 12, 11, 9, 10, 12], "past").is_high
    True
    >>> stands_out(13, [10, 12, 11, 9, 10, 12], "past") is None
    True
    """
    if len(others) < FEWEST:
        return None
    exact = [Fraction(other) for other in others]
    usual = median(exact)
    deviation = median(abs(other - usual) for other in exact)
    spread = max(deviation, abs(usual) * _LEAST_SPREAD)
    away = abs(Fraction(value) - usual)
    if not away or (spread and away * _SCALE / spread <= _FAR):
        return None
    distance = away * _SCALE / spread if spread else away
    return Note(against, Fraction(value), usual, distance)
