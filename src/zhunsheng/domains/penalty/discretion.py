"""
The discretion benchmark: from the circumstances of a case to the lawful range of its fine.

Circumstances carry points, graver ones more. The tiers of a benchmark begin at a number of points; the
case falls into the last tier it reaches. It knows no case and no register, only what a benchmark says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any, Literal

from zhunsheng.engine.refusals import DeclarationError

Measure = Literal["amount", "times"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Tier:
    """A tier of a benchmark: its name, the points it begins at, and its range in 元 or in times."""

    label: str
    begins_at: int
    low: Decimal
    high: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Range:
    """The lawful range of a fine in 分, both ends included, and the tier it comes from."""

    tier: str
    points: int
    low: int
    high: int

    def holds(self, fine: int) -> bool:
        """Whether a fine lies in the range."""
        return self.low <= fine <= self.high


@dataclass(frozen=True, kw_only=True)
class Benchmark:
    """
    A discretion benchmark as it was made public.

    Fines are amounts of 元, or `times` the value a case names. Raises DeclarationError where the tiers
    do not rise with the points, so that a graver circumstance could lower a fine.
    """

    tiers: tuple[Tier, ...]
    points: Mapping[str, int]
    measure: Measure = "amount"

    def __post_init__(self) -> None:
        if not self.tiers or not rises(self.tiers):
            raise DeclarationError(
                "裁量阶次应当按分值从轻到重排列，罚款的下限、上限都不随情节加重而降低。",
                "Tiers rise with their points; neither end of a fine falls with graver circumstances.",
            )

    def range(self, circumstances: Iterable[str], value: int | None = None) -> Range | None:
        """
        Get the lawful range for the circumstances of a case; each counts once.

        None where a circumstance is not in the benchmark, or `value` (分) is needed and not there.

        >>> benchmark = Benchmark(
        ...     tiers=(
        ...         Tier(label="从轻", begins_at=-5, low=Decimal(100), high=Decimal(300)),
        ...         Tier(label="一般", begins_at=0, low=Decimal(300), high=Decimal(700)),
        ...     ),
        ...     points={"主动消除危害": -2},
        ... )
        >>> benchmark.range([]), benchmark.range(["主动消除危害"]).tier
        (Range(tier='一般', points=0, low=30000, high=70000), '从轻')
        """
        named = set(circumstances)
        if named - self.points.keys() or (self.measure == "times" and value is None):
            return None
        total = sum(self.points[name] for name in named)
        # 分值低于最轻的阶次的，仍按最轻的阶次。
        reached = [tier for tier in self.tiers if tier.begins_at <= total] or [self.tiers[0]]
        tier = reached[-1]
        unit = Decimal(100) if self.measure == "amount" else Decimal(value or 0)
        return Range(
            tier=tier.label,
            points=total,
            low=_cents(tier.low * unit),
            high=_cents(tier.high * unit),
        )


def benchmark_of(
    tiers: Iterable[Mapping[str, Any]], circumstances: Iterable[Mapping[str, Any]], measure: Measure
) -> Benchmark:
    """Get the benchmark that rows of the register describe. Raises DeclarationError."""
    read = (
        Tier(
            label=row["label"],
            begins_at=row["begins_at"],
            low=Decimal(row["low"]),
            high=Decimal(row["high"]),
        )
        for row in tiers
    )
    return Benchmark(
        tiers=tuple(sorted(read, key=lambda tier: tier.begins_at)),
        points={row["circumstance"]: row["points"] for row in circumstances},
        measure=measure,
    )


def rises(tiers: Iterable[Tier]) -> bool:
    """Whether tiers rise: points strictly, both ends of the range never falling, none upside down."""
    listed = list(tiers)
    return all(0 <= tier.low <= tier.high for tier in listed) and all(
        one.begins_at < other.begins_at and one.low <= other.low and one.high <= other.high
        for one, other in pairwise(listed)
    )


def _cents(amount: Decimal) -> int:
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))
