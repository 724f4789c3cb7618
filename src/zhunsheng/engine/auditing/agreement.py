"""Whether a printed figure agrees with a computed one: counts exactly, rounded figures as intervals."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from zhunsheng.engine.auditing.model import Match, Sum
from zhunsheng.engine.reading.model import Figure

_HALF = Decimal("0.5")


def printed_step(printed: str) -> Decimal:
    """Get what a unit of the last printed digit is worth: 0.1 for 97.3."""
    return Decimal(1).scaleb(-len(printed.partition(".")[2]))


def rate_match(printed: str, low: Decimal, high: Decimal) -> Match:
    """
    How a printed rate agrees with a computed one that lies between `low` and `high` (equal if exact).

    A rate with decimals that is off by less than one step of its last digit is `within`: it does not
    follow by rounding, yet adjusted shares look so.

    >>> rate_match("97.3", Decimal(3600) / 37, Decimal(3600) / 37)
    'rounded'
    >>> exact = Decimal(389400) / 3902
    >>> rate_match("99", exact, exact), rate_match("98", exact, exact)
    ('truncated', 'broken')
    """
    value = Decimal(printed.replace(",", ""))
    step = printed_step(printed)
    half = step * _HALF
    if low == high == value:
        return "exact"
    if low - half <= value <= high + half:
        return "rounded"
    cut = low.quantize(step, rounding=ROUND_DOWN)
    if cut == value and low >= 0:
        return "truncated"
    # Offices round the parts of a whole so that they reach 100: one step off, where there are decimals.
    near = step < 1 and low - step < value < high + step
    return "within" if near else "broken"


def spread(figure: Figure) -> Decimal:
    """Get by how much a figure may have been rounded: nothing for a count, half a step otherwise."""
    return figure.scale * _HALF if is_rounded(figure) else Decimal(0)


def is_rounded(figure: Figure) -> bool:
    """Whether a figure is printed in 万, 亿 or with decimals, so that rounding may hide in it."""
    return figure.scale != 1


def quotient(
    numerator: Figure, denominator: Figure, times: Decimal
) -> tuple[Decimal, Decimal] | None:
    """Get the interval of numerator/denominator × `times` that rounding of both leaves open."""
    low_base = denominator.value - spread(denominator)
    high_base = denominator.value + spread(denominator)
    if low_base <= 0:
        return None
    low = (numerator.value - spread(numerator)) * times / high_base
    high = (numerator.value + spread(numerator)) * times / low_base
    return low, high


def plain(value: Decimal) -> str:
    """Get a number as people write it: no exponent, no needless zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def sum_of(total: Figure, parts: list[Figure]) -> Sum:
    """Get a total with its parts, and whether they add up: counts exactly, others within rounding."""
    computed = sum((part.value for part in parts), Decimal(0))
    slack = spread(total) + sum((spread(part) for part in parts), Decimal(0))
    difference = computed - total.value
    return Sum(
        total=total,
        parts=tuple(parts),
        complete=True,
        holds=abs(difference) <= slack,
        difference=difference,
    )
