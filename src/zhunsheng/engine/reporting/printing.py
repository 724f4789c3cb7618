"""How the figures of indicators are printed in a report: 52件, 93.75%, 552.22万元, 增加3件."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from zhunsheng.engine.contents import NamedIndicator
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.reporting.templates import Part

_FEN, _WAN = 100, 1_000_000


def printed(
    named: NamedIndicator, figure: Figure, last: Figure | None = None, part: Part = "value"
) -> str | None:
    """
    Get a side of a figure as a report prints it; None where there is nothing to print.

    Counts stand with the measure of their indicator, shares in percent with at most two decimals, money in
    元 or 万元. A change needs the year before; that of a share is in 个百分点.
    """
    if part == "counted":
        return f"{figure.counted}{named.indicator.measure}"
    if part == "base":
        return f"{figure.base}{named.indicator.measure}" if figure.base else None
    if part == "last":
        return None if last is None else _value(named, last)
    if part == "change":
        return None if last is None else _change(named, figure, last)
    return _value(named, figure)


def is_nothing(figure: Figure, part: Part = "value") -> bool:
    """Whether a figure, or the side of it that is printed, is nothing at all."""
    if part in {"last", "change"}:
        return False
    if part == "base":
        return not figure.base
    return not figure.counted or figure.value in {None, 0}


def _value(named: NamedIndicator, figure: Figure) -> str | None:
    value = figure.value
    if value is None:
        return None
    if figure.is_ratio:
        return f"{_short(figure.percent() or Decimal(0))}%"
    return _amount(named, Fraction(value))


def _amount(named: NamedIndicator, value: Fraction) -> str:
    if named.is_money:
        return f"{_decimal(value / _WAN)}万元" if value >= _WAN else f"{_decimal(value / _FEN)}元"
    return f"{_decimal(value)}{named.indicator.measure}"


def _change(named: NamedIndicator, figure: Figure, last: Figure) -> str | None:
    if figure.value is None or last.value is None:
        return None
    if figure.is_ratio:
        now, then = figure.percent() or Decimal(0), last.percent() or Decimal(0)
        up, down, gap = "提高", "下降", f"{_short(abs(now - then))}个百分点"
        more = now - then
    else:
        difference = Fraction(figure.value) - Fraction(last.value)
        up, down, gap = "增加", "减少", _amount(named, abs(difference))
        more = _sign(difference)
    if not more:
        return "持平"
    return f"{up if more > 0 else down}{gap}"


def _sign(value: Fraction) -> Decimal:
    return Decimal((value > 0) - (value < 0))


def _decimal(value: Fraction) -> str:
    """Write an amount with at most two decimals, rounded half up (away from 0) without any error."""
    size = abs(value)
    hundredths = (size.numerator * 200 + size.denominator) // (size.denominator * 2)
    written = f"{hundredths // 100}.{hundredths % 100:02}".rstrip("0").rstrip(".")
    return f"-{written}" if value < 0 and hundredths else written


def _short(value: Decimal) -> str:
    """Write a decimal without the zeros at its end."""
    whole = f"{value:f}"
    return whole.rstrip("0").rstrip(".") if "." in whole else whole
