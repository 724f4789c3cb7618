"""The bars of units or governments in the order of their ranking, with the base written beside each."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedIndicator
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.web.indicators.charts.bars import Average, Bar, bars
from zhunsheng.web.indicators.charts.shapes import Picture
from zhunsheng.web.indicators.pages import words
from zhunsheng.web.indicators.pages.ranking import Ranked

ENDS = 10
"""Of more than twice as many, so many at either end of the ranking are drawn."""


def picture_of(
    says: str,
    rows: Sequence[Ranked],
    named: NamedIndicator,
    leads: Sequence[str],
    whole: Figure | None = None,
    *,
    narrow: bool = False,
) -> Picture:
    """
    Get the chart of a ranking; `leads` has the address for each row, `whole` is what a share is in all.

    A share on a small base is hatched. Of many, the first and the last are drawn; the table has them all.
    """
    both = [(row, lead) for row, lead in zip(rows, leads, strict=True) if row.rank]
    if len(rows) <= 2 * ENDS:
        both = list(zip(rows, leads, strict=True))
    elif len(both) > 2 * ENDS:
        both = [*both[:ENDS], *both[-ENDS:]]
    shown = [
        Bar(
            row.name if row.rank is None else f"{row.rank}. {row.name}",
            _float(words.exact(row.figure, named)),
            words.with_base(row.figure, named),
            lead,
            marked=row.is_small,
        )
        for row, lead in both
    ]
    average = None
    if whole is not None and whole.is_ratio and whole.value is not None:
        label = _("合计 %s") % words.said(whole, named)
        average = Average(float(Fraction(whole.value)), label)
    is_ratio = any(row.figure.is_ratio for row in rows)
    return bars(says, shown, average=average, of_one=is_ratio, narrow=narrow)


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
