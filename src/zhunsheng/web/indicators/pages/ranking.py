"""
Figures of units or governments in order: ties share a place, who has no figure has none.

It knows figures and names; where they come from is for others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from zhunsheng.engine.catalogue import NamedIndicator
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.web.indicators.pages import words
from zhunsheng.web.indicators.pages.words import Change
from zhunsheng.web.indicators.results import Place


@dataclass(frozen=True, slots=True)
class Standing:
    """The figure of a unit or a government among others; `before` is that of the year before."""

    place: Place
    name: str
    figure: Figure
    before: Figure | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A row of a ranking, as the page shows it; `rank` is None without a figure."""

    rank: int | None
    place: Place
    name: str
    figure: Figure
    said: str
    base: str
    before: str
    change: Change | None
    is_small: bool
    is_own: bool


def ranked(
    standings: Iterable[Standing], named: NamedIndicator, own: Place | None = None
) -> list[Ranked]:
    """
    Get figures best first, or largest first where neither more nor fewer is better.

    Equal figures share a rank, and the next one counts those before it. What has no figure comes last.
    """
    fewer = named.indicator.better == "fewer"

    def order(one: Standing) -> tuple[bool, Fraction]:
        value = words.exact(one.figure, named)
        if value is None:
            return True, Fraction(0)
        return False, value if fewer else -value

    rows: list[Ranked] = []
    for number, one in enumerate(sorted(standings, key=order), start=1):
        rank: int | None = None if one.figure.value is None else number
        if rank and rows and rows[-1].figure.value == one.figure.value:
            rank = rows[-1].rank
        rows.append(_row(rank, one, named, is_own=one.place == own))
    return rows


def _row(rank: int | None, one: Standing, named: NamedIndicator, *, is_own: bool) -> Ranked:
    return Ranked(
        rank,
        one.place,
        one.name,
        one.figure,
        words.said(one.figure, named),
        words.base_of(one.figure),
        words.said(one.before, named),
        words.change(one.figure, one.before, named),
        words.is_small(one.figure),
        is_own,
    )


def middle(figures: Sequence[Figure], named: NamedIndicator) -> Fraction | None:
    """Get the median of what peers have; None where none of them has a figure."""
    values = [value for one in figures if (value := words.exact(one, named)) is not None]
    return median(values) if values else None
