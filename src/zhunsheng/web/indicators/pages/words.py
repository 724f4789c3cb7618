"""
Figures as people read them: with their measure, beside their base, and against those of last year.

Nothing to count is a dash; it is never 0 and never 100 percent.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedIndicator
from zhunsheng.engine.indicators.declarations import (
    Complete,
    Coverage,
    Distinct,
    Mean,
    Share,
    Total,
)
from zhunsheng.engine.indicators.figures import Figure

NONE = "—"
SMALL_BASE = 5
"""A share of fewer says little: one entry more would change it by a fifth."""

Way = Literal["better", "worse", "same", "up", "down", ""]
_FEN = 100


def is_ratio(named: NamedIndicator) -> bool:
    """Whether the figure is a part of a whole, also where there is none to ask."""
    whole = isinstance(named.indicator, Share | Coverage | Complete)
    return whole and not isinstance(named.indicator, Distinct)


def is_money(named: NamedIndicator) -> bool:
    """Whether the figure is a sum or a mean of money, kept in 分 and read in 元."""
    indicator = named.indicator
    if not isinstance(indicator, Total | Mean) or getattr(indicator, "per", 1) != 1:
        return False
    fields = named.register.register.fields
    return any(field.key == indicator.of and field.kind == "money" for field in fields)


def measure(named: NamedIndicator) -> str:
    """Get what the figure is counted in; a share has none of its own."""
    return _("元") if is_money(named) else named.indicator.measure


def exact(figure: Figure | None, named: NamedIndicator) -> Fraction | None:
    """Get the exact value of a figure as it is read: 元 and not 分; None where there is none."""
    value = figure.value if figure is not None else None
    if value is None:
        return None
    return Fraction(value) / _FEN if is_money(named) else Fraction(value)


def said(figure: Figure | None, named: NamedIndicator) -> str:
    """Get a figure as it stands in a table: 80.00%, 1,234, 1,234.50 or a dash."""
    if figure is None or figure.value is None:
        return NONE
    if figure.is_ratio:
        return f"{figure.percent():.2f}%"
    value = exact(figure, named)
    return value_said(value, named)


def with_measure(figure: Figure | None, named: NamedIndicator) -> str:
    """Get a figure with what it is counted in: 80.00%, 1,234件."""
    words = said(figure, named)
    if words == NONE or (figure is not None and figure.is_ratio):
        return words
    return _("%(number)s %(measure)s") % {"number": words, "measure": measure(named)}


def value_said(value: Fraction | None, named: NamedIndicator) -> str:
    """Get a value that is no figure of its own, such as a median, as figures are read."""
    if value is None:
        return NONE
    if is_ratio(named):
        return f"{_decimal(value * 100, 2):.2f}%"
    return _number(value, _places(named))


def base_of(figure: Figure | None) -> str:
    """Get the numerator and the denominator of a share, or over how many a mean is; nothing for others."""
    if figure is None or figure.value is None:
        return ""
    if isinstance(figure.indicator, Mean):
        return _("%s件平均") % f"{figure.counted:,}"
    if not figure.is_ratio:
        return ""
    return f"{figure.counted:,}/{figure.base:,}"


def with_base(figure: Figure | None, named: NamedIndicator) -> str:
    """Get a figure beside its base, as a chart shows it: 12/15 80.00%, or 17.7 with 376 it is the mean of."""
    both = [base_of(figure), said(figure, named)]
    if isinstance(named.indicator, Mean):
        both.reverse()
    return " ".join(both).strip()


def is_small(figure: Figure) -> bool:
    """Whether a share or a mean stands on so few that it says little."""
    if isinstance(figure.indicator, Mean):
        return 0 < figure.counted < SMALL_BASE
    return figure.is_ratio and 0 < figure.base < SMALL_BASE


def has_base(named: NamedIndicator) -> bool:
    """Whether a base stands beside the figure: numerator and denominator, or over how many it is."""
    return is_ratio(named) or isinstance(named.indicator, Mean)


def counted_note(named: NamedIndicator) -> str:
    """Get why there are more entries than the figure counts, where it counts no entries; else nothing."""
    if isinstance(named.indicator, Coverage):
        return _("这个比率数的是单位，下面是各单位据以计入的记录。")
    if isinstance(named.indicator, Distinct):
        return _("这个数是记录所属的对象的个数，下面是据以计入的记录。")
    if isinstance(named.indicator, Complete):
        return _("这个比率数的是记录所属的对象，下面是这些对象的记录。")
    return ""


@dataclass(frozen=True, slots=True)
class Change:
    """How a figure changed: the difference in words, and whether that is for the better."""

    difference: str
    way: Way
    word: str


def change(now: Figure | None, before: Figure | None, named: NamedIndicator) -> Change | None:
    """Get the change from one figure to another; None where one of them is not there."""
    new, old = exact(now, named), exact(before, named)
    if now is None or new is None or old is None:
        return None
    if now.is_ratio:
        points = _rounded((new - old) * 100, 2)
        return _change(points, _("%s个百分点") % _signed(points, 2), named)
    difference = _signed(new - old, _places(named))
    if old:
        share = _signed((new - old) * 100 / abs(old), 2)
        difference = _("%(difference)s（%(share)s%%）") % {"difference": difference, "share": share}
    return _change(new - old, difference, named)


def _change(amount: Fraction, difference: str, named: NamedIndicator) -> Change:
    if not amount:
        return Change(difference, "same", _("持平"))
    better = named.indicator.better
    if better == "neither":
        return (
            Change(difference, "up", _("增加"))
            if amount > 0
            else Change(difference, "down", _("减少"))
        )
    if (amount > 0) == (better == "more"):
        return Change(difference, "better", _("好转"))
    return Change(difference, "worse", _("变差"))


def _places(named: NamedIndicator) -> int | None:
    """Get with how many places a figure is told: as many as it has where it is counted."""
    if is_money(named):
        return 2
    return 1 if isinstance(named.indicator, Mean) else None


def _signed(value: Fraction, places: int | None) -> str:
    if not value:
        return _number(Fraction(0), places)
    return f"{'＋' if value > 0 else '－'}{_number(abs(value), places)}"


def _rounded(value: Fraction, places: int) -> Fraction:
    return Fraction(_decimal(value, places))


def _decimal(value: Fraction, places: int) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(
        Decimal(1).scaleb(-places), ROUND_HALF_UP
    )


def _number(value: Fraction, places: int | None) -> str:
    """Get a number with separators, with so many places or as many as it has."""
    if places is not None:
        return f"{_decimal(value, places):,}"
    if value.denominator == 1:
        return f"{value.numerator:,}"
    return f"{_decimal(value, 4).normalize():,f}"


def as_of(position: int) -> str:
    """Get up to which line of the ledger figures are, in words."""
    if position < 0:
        return _("账本里还没有账目。")
    return _("按账目%s时的记录计算。") % position
