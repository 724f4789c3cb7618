"""Totals and shares within tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from zhunsheng.engine.auditing.agreement import quotient, rate_match, sum_of
from zhunsheng.engine.auditing.model import Rate, Relation
from zhunsheng.engine.reading.grids import Grid
from zhunsheng.engine.reading.measures import is_percent
from zhunsheng.engine.reading.model import Figure

_TOTAL = re.compile(r"(?:合计|总计|总数|共计|总[件人]数|小计)[（(]?.{0,6}$")
_HUNDRED = Decimal(100)


def table_relations(grids: tuple[Grid, ...], figures: tuple[Figure, ...]) -> Iterator[Relation]:
    """Get the sums of the columns of each table with a total row, and the shares printed beside them."""
    by_start = {figure.start: figure for figure in figures if figure.cell}
    for grid in grids:
        yield from _relations(grid, by_start)


def _relations(grid: Grid, by_start: dict[int, Figure]) -> Iterator[Relation]:
    rows = {
        cell.row for cell in grid.cells if _TOTAL.match(cell.words) and _is_row_head(grid, cell.row)
    }
    if len(rows) != 1:
        return
    total_row = rows.pop()
    numbers = [cell for cell in grid.numbers if cell.row != total_row]
    totals = [cell for cell in grid.numbers if cell.row == total_row]
    counts = [cell for cell in totals if (f := by_start.get(cell.start)) and not is_percent(f.unit)]
    for cell in counts:
        column = [c for c in numbers if len(counts) == 1 or c.column == cell.column]
        parts = [f for c in column if (f := by_start.get(c.start)) and not is_percent(f.unit)]
        if len(parts) >= 2:
            yield sum_of(by_start[cell.start], parts)
    if len(counts) == 1:
        yield from _shares(grid, by_start, by_start[counts[0].start], counts[0].column)


def _is_row_head(grid: Grid, row: int) -> bool:
    """Whether a row has numbers of its own, so that 合计 in it heads them and not a column."""
    return any(cell.row == row for cell in grid.numbers)


def _shares(grid: Grid, by_start: dict[int, Figure], total: Figure, column: int) -> Iterator[Rate]:
    """Judge the shares that stand right of the counts of one column."""
    counts = {
        cell.row: by_start[cell.start]
        for cell in grid.numbers
        if cell.column == column and cell.start in by_start
    }
    for cell in grid.numbers:
        rate, numerator = by_start.get(cell.start), counts.get(cell.row)
        if rate is None or numerator is None or numerator is total or cell.column != column + 1:
            continue
        bounds = quotient(numerator, total, _HUNDRED)
        if not is_percent(rate.unit) or bounds is None:
            continue
        match = rate_match(rate.printed, *bounds)
        yield Rate(
            rate=rate,
            numerator=numerator,
            denominator=total,
            holds=match != "broken",
            match=match,
            computed=numerator.value * _HUNDRED / total.value,
        )
