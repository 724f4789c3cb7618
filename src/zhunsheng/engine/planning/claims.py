"""Claims: a number that a unit gives for a target, beside what the data show."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from zhunsheng.engine.messages import Message


@dataclass(frozen=True, slots=True)
class Claim:
    """A claimed number and whether the data show it; `says` is what to read beside it."""

    claimed: Decimal
    is_shown: bool
    says: Message


def claim(claimed: Decimal, found: Fraction | None, *, is_share: bool) -> Claim:
    """
    Get whether the data show a number that was claimed.

    A share is claimed in percent. A number counts as shown where the exact one, rounded to as many
    decimals as were written, is the same.
    """
    if found is None:
        says = Message("台账里没有可以算出这个数的记录。", "No entries show this number.")
        return Claim(claimed, is_shown=False, says=says)
    exact = found * 100 if is_share else found
    written = claimed.normalize()
    decimals = max(-int(written.as_tuple().exponent), 0)
    rounded = _rounded(exact, decimals)
    if rounded == claimed:
        says = Message("与台账一致。", "The data show the same.")
        return Claim(claimed, is_shown=True, says=says)
    sign = "%" if is_share else ""
    shown = f"{_rounded(exact, max(decimals, 2 if is_share else 0)):f}{sign}"
    says = Message(f"台账的数是{shown}，与自报的不一致。", f"The data show {shown}.")
    return Claim(claimed, is_shown=False, says=says)


def _rounded(exact: Fraction, decimals: int) -> Decimal:
    step = Decimal(1).scaleb(-decimals)
    whole = Decimal(exact.numerator) / Decimal(exact.denominator)
    return whole.quantize(step, ROUND_HALF_UP)
