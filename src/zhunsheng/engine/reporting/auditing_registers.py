"""
Figures in the text of a report set against what the registers say.

It knows figures and indicators; which figure is one of which indicator is told by the matching.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from zhunsheng.engine.auditing.agreement import plain, rate_match
from zhunsheng.engine.contents import NamedIndicator
from zhunsheng.engine.documents.flow import Flow
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.measures import is_money, is_percent
from zhunsheng.engine.reading.model import Reading
from zhunsheng.engine.reporting.auditing_model import Doubt, Matched, Said, doubt
from zhunsheng.engine.reporting.auditing_text import LaidOut
from zhunsheng.engine.reporting.printing import printed
from zhunsheng.engine.reporting.writing import Figures, Known

_FEN = 100
_MONEY = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
_PER = {"%": 100, "‰": 1000}
_POINTS = frozenset({"个百分点", "百分点"})
_ABOUT = Decimal("0.1")
# 较上年减少到52件，说的是今年。
_LAST_YEAR = re.compile(r"(?:上年|去年|上一年|同期)[^增减升降提多少]*$")
_YEAR = re.compile(r"(20\d{2})年")
_CLAUSE = re.compile(r"[，,；;。：:（(\n]")
_BEFORE = 24


@dataclass(frozen=True, slots=True)
class Agreement:
    """
    How a number in a text agrees with the registers: whether it holds, and how it was computed.

    `cut` tells that it was cut off instead of rounded, or is one step of its last digit off.
    """

    holds: bool
    arithmetic: str
    cut: bool = False


def against_registers(
    matched: Iterable[Matched], known: Figures, reading: Reading, laid: LaidOut | None
) -> Iterator[Doubt]:
    """
    Get the figures that say something else than the registers.

    Figures bound to their indicator are left out: they are printed from the registers. So are those of
    years that the registers are not asked about.
    """
    flow, year = reading.flow, reading.meta.year
    for one in matched:
        figure = one.figure
        place = (flow.offsets[figure.start], flow.offsets[figure.end - 1] + 1)
        if laid is not None and laid.bound_within(*place):
            continue
        found = known(one.indicator)
        if found is None:
            continue
        back = 0 if figure.change else _years_back(flow, figure.start, year)
        agreement = agreement_of(figure, found, last=back == 1) if back in {0, 1} else None
        if agreement is not None and (agreement.cut or not agreement.holds):
            yield _doubt(one, found, agreement, last=back == 1)


def agreement_of(said: Said, known: Known, *, last: bool = False) -> Agreement | None:
    """
    Get how a number agrees with what is known of an indicator, or None where the two cannot be compared.

    A growth is set against the year before; `last` tells that the number itself speaks of that year.
    """
    figure = known.last if last else known.now
    if figure is None or figure.value is None:
        return None
    if said.change is not None:
        return (
            None if known.last is None or last else _growth(said, known.named, figure, known.last)
        )
    return value_agreement(said, known.named, figure)


def value_agreement(said: Said, named: NamedIndicator, figure: Figure) -> Agreement | None:
    """Get how a number agrees with a figure of an indicator; None where their units differ in kind."""
    if figure.value is None:
        return None
    if figure.is_ratio:
        if said.unit not in _PER:
            return None
        exact = Decimal(figure.counted) * _PER[said.unit] / Decimal(figure.base)
        shown = f"{figure.counted} ÷ {figure.base} = {_short(exact)}{said.unit}"
        return _rounded(said, exact, exact, shown)
    if is_percent(said.unit) or named.is_money != is_money(said.unit):
        return None
    amount = _in_unit(Fraction(figure.value), named, said.unit)
    return None if amount is None else _amount(said, amount, printed(named, figure) or "")


def _amount(said: Said, exact: Decimal, shown: str) -> Agreement:
    value, step = said.value, said.scale
    if said.approx:
        holds = abs(exact - value) <= max(value, exact) * _ABOUT
    else:
        rounded = step != 1 or exact != exact.to_integral_value()
        holds = abs(exact - value) <= (step / 2 if rounded else 0)
    sign = "≈" if said.approx and holds else "=" if holds else "≠"
    return Agreement(holds, f"{shown} {sign} {plain(value)}{said.unit}")


def _rounded(said: Said, low: Decimal, high: Decimal, shown: str) -> Agreement:
    if said.approx:
        holds, cut = abs(low - said.value) <= max(said.value, abs(low)) * _ABOUT, False
    else:
        match = rate_match(plain(said.value) if not said.printed else said.printed, low, high)
        holds, cut = match != "broken", match in {"truncated", "within"}
    return Agreement(holds, shown if holds else f"{shown} ≠ {said.printed}{said.unit}", cut)


def _growth(said: Said, named: NamedIndicator, now: Figure, then: Figure) -> Agreement | None:
    """Judge 增长12%, 增加3件, 提高2个百分点 by the figures of two years."""
    if now.value is None or then.value is None:
        return None
    sign = -1 if said.change == "down" else 1
    if said.unit in _POINTS or now.is_ratio:
        if said.unit not in _POINTS or not now.is_ratio:
            return None
        exact = (Decimal(now.counted) / now.base - Decimal(then.counted) / then.base) * 100 * sign
        shown = f"{_percent(now)} − {_percent(then)} = {_short(exact * sign)}{said.unit}"
        return _rounded(said, exact, exact, shown)
    before, after = Fraction(then.value), Fraction(now.value)
    shown = f"{printed(named, now)}，上年{printed(named, then)}"
    if said.unit in _PER:
        if not before:
            return None
        exact = _decimal((after - before) / before * _PER[said.unit]) * sign
        return _rounded(said, exact, exact, f"{shown}，变化{_short(exact * sign)}{said.unit}")
    difference = _in_unit(after - before, named, said.unit)
    if difference is None or named.is_money != is_money(said.unit):
        return None
    return _amount(said, difference * sign, f"{shown}，相差{plain(difference)}")


def _doubt(one: Matched, known: Known, agreement: Agreement, *, last: bool) -> Doubt:
    figure, label = one.figure, known.named.indicator.label
    says = _register_says(known, last=last)
    if agreement.holds:
        return doubt(
            "note",
            "register_rounding",
            Message(
                f"“{figure.quote}”与台账的“{label}”相差不到一个末位，不是四舍五入的结果",
                f"“{figure.quote}” is less than one last digit off “{label}” and not rounded",
            ),
            Message("请按四舍五入填写。", "Round the figure."),
            arithmetic=agreement.arithmetic,
            places=(figure.place,),
        )
    return doubt(
        "error",
        "register",
        Message(
            f"“{figure.quote}”与台账不符，台账的“{label}”{'上年' if last else ''}为{says}",
            f"“{figure.quote}” differs from the register: “{label}” {'was' if last else 'is'} {says}",
        ),
        Message(
            "请核对台账；台账无误的，改用该指标的数字，数字随台账更新。口径不同的，请写明口径后说明理由。",
            "Check the register; where it is right, put the indicator's own figure into the sentence.",
        ),
        arithmetic=agreement.arithmetic,
        places=(figure.place,),
    )


def _register_says(known: Known, *, last: bool) -> str:
    figure = known.last if last else known.now
    return (printed(known.named, figure) if figure is not None else None) or "—"


def _years_back(flow: Flow, start: int, year: int | None) -> int:
    """Get how many years before that of the report the clause of a number says that it speaks of."""
    clause = _CLAUSE.split(flow.text[max(0, start - _BEFORE) : start])[-1]
    if year is not None and (named := _YEAR.findall(clause)):
        return year - int(named[-1])
    return int(bool(_LAST_YEAR.search(clause)))


def _in_unit(value: Fraction, named: NamedIndicator, unit: str) -> Decimal | None:
    if not named.is_money:
        return _decimal(value)
    return _decimal(value / (_FEN * _MONEY[unit])) if unit in _MONEY else None


def _percent(figure: Figure) -> str:
    return f"{_short(Decimal(figure.counted) * 100 / Decimal(figure.base))}%"


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _short(value: Decimal) -> str:
    """Get a computed value with at most four decimals."""
    return (
        plain(value.quantize(Decimal("0.0001"))) if value % 1 else plain(value.quantize(Decimal(1)))
    )
