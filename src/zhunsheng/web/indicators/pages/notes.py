"""
Figures that stand out, in words, each with the way to its entries.

A figure that stands out may well be right: it is a note to look, and no error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import dropwhile

from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedIndicator
from zhunsheng.engine.indicators.anomalies import Against, Note, stands_out
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.web.indicators.pages import words
from zhunsheng.web.indicators.pages.ranking import Ranked
from zhunsheng.web.indicators.pages.trends import Trend
from zhunsheng.web.indicators.results import Place

MOST = 5


@dataclass(frozen=True, slots=True)
class Remark:
    """A figure that stands out: whose or when, what it says, and where its entries are."""

    says: str
    period: Period
    place: Place


def against_the_past(told: Trend, place: Place) -> list[Remark]:
    """
    Get the steps of the year that lie far from all others; one that still runs is left out.

    So are those before the first entry: a register that nobody kept yet says nothing of what is usual.
    """
    known = [
        (period, figure)
        for step, now, before, _change in told.rows
        for period, figure in ((step.before, before), (step.now, now))
        if figure is not None and told.is_over(period)
    ]
    known.sort(key=lambda one: one[0].start)
    over = list(dropwhile(lambda one: not one[1].base, known))
    found = []
    for number, (period, figure) in enumerate(over):
        if period.start.year != told.year:
            continue
        others = [one for _period, one in (*over[:number], *over[number + 1 :])]
        note = _note(figure, others, told.named, "past")
        if note is not None:
            says = _said(period.label, figure, note, told.named)
            found.append((note.distance, Remark(says, period, place)))
    return _farthest(found)


def against_peers(rows: Sequence[Ranked], period: Period, named: NamedIndicator) -> list[Remark]:
    """Get the units whose figures lie far from those of the other units."""
    found = []
    for row in rows:
        others = [other.figure for other in rows if other is not row]
        note = _note(row.figure, others, named, "peers")
        if note is not None:
            says = _said(row.name, row.figure, note, named)
            found.append((note.distance, Remark(says, period, row.place)))
    return _farthest(found)


def _farthest(found: list[tuple[Fraction, Remark]]) -> list[Remark]:
    """Get the remarks that stand out most."""
    return [remark for _distance, remark in sorted(found, key=lambda one: -one[0])[:MOST]]


def _note(
    figure: Figure, others: Sequence[Figure], named: NamedIndicator, against: Against
) -> Note | None:
    value = words.exact(figure, named)
    if value is None or words.is_small(figure):
        return None
    return stands_out(value, list(_values(others, named)), against)


def _values(figures: Sequence[Figure], named: NamedIndicator) -> Iterator[Fraction]:
    for figure in figures:
        value = words.exact(figure, named)
        if value is not None and not words.is_small(figure):
            yield value


def _said(whose: str, figure: Figure, note: Note, named: NamedIndicator) -> str:
    usual = words.value_said(note.usual, named)
    told = {"whose": whose, "figure": words.with_measure(figure, named), "usual": usual}
    if note.against == "past":
        if note.is_high:
            return _("%(whose)s为%(figure)s，平时约%(usual)s，明显偏高") % told
        return _("%(whose)s为%(figure)s，平时约%(usual)s，明显偏低") % told
    if note.is_high:
        return _("%(whose)s为%(figure)s，其他单位一般约%(usual)s，明显偏高") % told
    return _("%(whose)s为%(figure)s，其他单位一般约%(usual)s，明显偏低") % told
