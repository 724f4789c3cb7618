"""Figures of indicators in words: shares with what they are of, money in 元, "—" for none."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from zhunsheng.engine.catalogue import NamedIndicator
from zhunsheng.engine.indicators.declarations import (
    Complete,
    Count,
    Coverage,
    Distinct,
    Indicator,
    Mean,
    Share,
    Total,
)
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.messages import Message

NONE = "—"
KINDS: dict[type[Indicator], Message] = {
    Count: Message("计数", "count"),
    Total: Message("合计", "total"),
    Mean: Message("平均", "mean"),
    Share: Message("比率", "share"),
    Coverage: Message("覆盖", "coverage"),
    Complete: Message("齐全", "completeness"),
    Distinct: Message("个数", "number of things"),
}
_FEN = Decimal(100)


def value_in_words(named: NamedIndicator, figure: Figure) -> str:
    """Get a figure as people read it: "33.33%", "1,204", "12.5", "12,903.55"; "—" where there is none."""
    value = figure.value
    if value is None:
        return NONE
    if figure.is_ratio:
        return f"{figure.percent()}%"
    if isinstance(value, Fraction):
        return f"{figure.rounded(1):,}"
    return f"{value / _FEN:,.2f}" if named.is_money else f"{value:,}"


def base_in_words(figure: Figure) -> str:
    """Get what a share or a mean is of: "1/3", or the number of entries; nothing for other figures."""
    if figure.is_ratio:
        return f"{figure.counted}/{figure.base}"
    return str(figure.counted) if isinstance(figure.indicator, Mean) else ""
