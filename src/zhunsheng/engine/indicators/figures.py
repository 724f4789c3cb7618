"""
Figures: exact results of indicators, added up over units, as people read them.

It knows whole numbers and fractions; it does not know where they come from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from zhunsheng.engine.indicators.declarations import (
    Complete,
    Coverage,
    Distinct,
    Indicator,
    Mean,
    Share,
    Total,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """
    What one unit has for an indicator in a period.

    `base` are the rows looked at, `counted` those of them that hold; `total` is the sum of a total over
    the rows counted, in the field's own unit (分 for money).
    """

    base: int = 0
    counted: int = 0
    total: int | Decimal | None = None

    def __add__(self, other: Cell) -> Cell:
        totals = [one for one in (self.total, other.total) if one is not None]
        return Cell(
            self.base + other.base,
            self.counted + other.counted,
            sum(totals) if totals else None,
        )


NOTHING = Cell()


@dataclass(frozen=True, slots=True)
class Figure:
    """
    The value of an indicator: a count, a sum, a mean, or a share as numerator and denominator.

    `value` is None where there is nothing to count; it is shown as "—".
    """

    indicator: Indicator
    counted: int
    base: int
    total: int | Decimal | None = None

    @property
    def is_ratio(self) -> bool:
        """Whether the figure is a part of a whole."""
        whole = isinstance(self.indicator, Share | Coverage | Complete)
        return whole and not isinstance(self.indicator, Distinct)

    @property
    def value(self) -> int | Decimal | Fraction | None:
        """The exact value."""
        if self.is_ratio:
            return Fraction(self.counted, self.base) if self.base else None
        if isinstance(self.indicator, Total):
            return self.total
        if isinstance(self.indicator, Mean):
            return self._mean(self.indicator.per)
        return self.counted

    def percent(self, decimals: int = 2) -> Decimal | None:
        """
        Get a share in percent, rounded half up; None where there is no base.

        A share that is not whole is never rounded to 100, nor one that is not nothing to 0.
        """
        if not self.is_ratio or not self.base:
            return None
        step = Decimal(1).scaleb(-decimals)
        exact = Decimal(self.counted) * 100 / Decimal(self.base)
        rounded = exact.quantize(step, ROUND_HALF_UP)
        if rounded == 100 and self.counted != self.base:
            return Decimal(100) - step
        if rounded == 0 and self.counted:
            return step
        return rounded

    def rounded(self, decimals: int = 1) -> Decimal | None:
        """Get a figure that is no part of a whole as a decimal, rounded half up; None without a value."""
        value = self.value
        if self.is_ratio or value is None:
            return None
        exact = Fraction(value)
        step = Decimal(1).scaleb(-decimals)
        return (Decimal(exact.numerator) / exact.denominator).quantize(step, ROUND_HALF_UP)

    def _mean(self, per: int) -> Fraction | None:
        return Fraction(self.total) / (self.counted * per) if self.total is not None else None


def figure(indicator: Indicator, cells: Mapping[str, Cell], units: Collection[str]) -> Figure:
    """
    Get the figure of some units from the cells of each.

    `units` are all that should be looked at: for a coverage they are the base, with or without entries.
    """
    if isinstance(indicator, Coverage):
        reached = sum(cells.get(unit, NOTHING).counted >= indicator.reaches for unit in units)
        return Figure(indicator, reached, len(units))
    added = summed(cells[unit] for unit in units if unit in cells)
    return Figure(indicator, added.counted, added.base, added.total)


def summed(cells: Iterable[Cell]) -> Cell:
    """Add cells up."""
    base = counted = 0
    total: int | Decimal | None = None
    for cell in cells:
        base += cell.base
        counted += cell.counted
        if cell.total is not None:
            total = cell.total if total is None else total + cell.total
    return Cell(base, counted, total)
