"""
Computes indicators over typed tables, and gives the rows behind a figure by the same words.

It knows Ibis tables of any engine; it knows no register, stores nothing, and adds nothing up over units.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from zhunsheng.engine.indicators.declarations import (
    Complete,
    Coverage,
    Definition,
    Indicator,
    Mean,
    Predicate,
)
from zhunsheng.engine.indicators.figures import Cell
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.engine.refusals import DeclarationError

Cells = dict[tuple[str, str], dict[str, Cell]]
"""For an indicator's key and a period's key: what each unit has, by its code."""

Part = Literal["base", "counted"]
UNIT = "unit"
_PERIOD, _START, _END = "period_key", "period_start", "period_end"


class Row:
    """A row of a register's typed table, as predicates name its columns."""

    def __init__(self, table: ir.Table) -> None:
        self._table = table

    def __getattr__(self, key: str) -> ir.Value:
        if key not in self._table.columns:
            near = difflib.get_close_matches(key, self._table.columns, n=3, cutoff=0.4)
            raise DeclarationError(
                f"台账没有“{key}”这一列。相近的有：{'、'.join(near) or '无'}。",
                f"The register has no column {key}. Near ones: {', '.join(near) or 'none'}.",
            )
        return self._table[key]


@dataclass(frozen=True, slots=True)
class Span:
    """The start and the end of a period, as predicates name them."""

    start: Any
    end: Any


def compute(
    table: ir.Table, day: str, indicators: Iterable[Indicator], periods: Sequence[Period]
) -> Cells:
    """
    Get what each unit has for indicators of one register, in each of some periods.

    `day` is the date column of the register by which entries belong to periods, where an indicator
    names none. One pass over the table serves all indicators that look at the same days. Raises
    DeclarationError for predicates that do not fit the table.
    """
    alike: dict[tuple[str, str], list[Indicator]] = defaultdict(list)
    found: Cells = {}
    for indicator in indicators:
        if isinstance(indicator, Complete):
            found.update(_pass_by_things(table, indicator.on or day, indicator, periods))
        else:
            alike[indicator.on or day, indicator.holds].append(indicator)
    for (on, holds), group in alike.items():
        found.update(_pass(table, on, holds, group, periods))
    return found


def rows(
    table: ir.Table, day: str, indicator: Indicator, period: Period, part: Part = "counted"
) -> ir.Table:
    """
    Get the rows behind a figure: its base, or those of them that are counted.

    The same predicates pick them, so that their number is the figure. Of things that are complete, all
    rows are given: as many things as the figure says.
    """
    on = indicator.on or day
    span = Span(ibis.literal(period.start), ibis.literal(period.end))
    kept = table.filter(_days(_day(table, on, indicator), indicator.holds, span))
    base, counted = _conditions(Row(kept), span, indicator, indicator.definition_on(period.end))
    if part == "base":
        return kept.filter(base)
    if not isinstance(indicator, Complete):
        return kept.filter(counted)
    things = [UNIT, indicator.each]
    added = kept.group_by(things).aggregate(
        in_base=kept.count(where=base), held=kept.count(where=counted)
    )
    complete = added.filter(added.in_base == added.held)
    return kept.filter(base).semi_join(complete, things)


def check(table: ir.Table, day: str, indicator: Indicator) -> None:
    """
    Refuse an indicator whose predicates do not fit the typed table.

    Raises DeclarationError for an unknown column, or for what is no condition.
    """
    span = Span(ibis.literal(indicator.since), ibis.literal(indicator.since))
    _day(table, indicator.on or day, indicator)
    for definition in indicator.definitions:
        _conditions(Row(table), span, indicator, definition)
        if definition.of:
            _amount(Row(table), span, indicator, definition)


def _pass(
    table: ir.Table, on: str, holds: str, group: list[Indicator], periods: Sequence[Period]
) -> Cells:
    """Go once over a table: each row meets the periods it belongs to, and is counted for each."""
    joined, span = _joined(table, on, holds, group[0], periods)
    wanted: dict[str, Any] = {}
    for number, indicator in enumerate(group):
        base, counted = _over_definitions(joined, span, indicator, periods)
        wanted[f"base_{number}"] = joined.count(where=base)
        wanted[f"counted_{number}"] = joined.count(where=counted)
        total = _total(joined, span, counted, indicator, periods)
        if total is not None:
            wanted[f"total_{number}"] = total
    added = joined.group_by([UNIT, _PERIOD]).aggregate(**wanted).to_pyarrow().to_pylist()
    found: Cells = {(one.key, period.key): {} for one in group for period in periods}
    for row in added:
        for number, indicator in enumerate(group):
            if row[f"base_{number}"]:
                found[indicator.key, row[_PERIOD]][row[UNIT]] = Cell(
                    row[f"base_{number}"],
                    # Spark counts nothing at all where a condition is unknown for every row.
                    row[f"counted_{number}"] or 0,
                    _exact(row.get(f"total_{number}")),
                )
    return found


def _pass_by_things(
    table: ir.Table, on: str, indicator: Complete, periods: Sequence[Period]
) -> Cells:
    """Go over a table once for an indicator of things: by unit, period and thing, then by unit."""
    joined, span = _joined(table, on, indicator.holds, indicator, periods)
    base, counted = _over_definitions(joined, span, indicator, periods)
    things = joined.group_by([UNIT, _PERIOD, indicator.each]).aggregate(
        in_base=joined.count(where=base), held=joined.count(where=counted)
    )
    things = things.filter(things.in_base > 0)
    added = things.group_by([UNIT, _PERIOD]).aggregate(
        base=things.count(), counted=things.count(where=things.in_base == things.held)
    )
    found: Cells = {(indicator.key, period.key): {} for period in periods}
    for row in added.to_pyarrow().to_pylist():
        found[indicator.key, row[_PERIOD]][row[UNIT]] = Cell(row["base"] or 0, row["counted"] or 0)
    return found


def _joined(
    table: ir.Table, on: str, holds: str, indicator: Indicator, periods: Sequence[Period]
) -> tuple[ir.Table, Span]:
    """Get each row beside each period it belongs to, with the period's span."""
    spans = _table_of(periods)
    met = _days(_day(table, on, indicator), holds, Span(spans[_START], spans[_END]))
    joined = table.join(spans, met)
    return joined, Span(joined[_START], joined[_END])


def _day(table: ir.Table, on: str, indicator: Indicator) -> Any:
    """Get the day by which a row belongs to periods. Raises DeclarationError for what is none."""
    value = getattr(Row(table), on)
    if isinstance(value, ir.TimestampValue):
        return value.date()
    if not isinstance(value, ir.DateValue):
        raise DeclarationError(
            f"指标{indicator.key}：{on}不是日期。", f"Indicator {indicator.key}: {on} is no date."
        )
    return value


def _days(on: Any, holds: str, span: Span) -> Any:
    until = on <= span.end
    return until if holds == "by_end" else (on >= span.start) & until


def _conditions(
    row: Row, span: Span, indicator: Indicator, definition: Definition
) -> tuple[Any, Any]:
    """Get the base and, within it, what is counted; a coverage's base is what it counts."""
    base = _condition(row, span, indicator, definition.out_of)
    counts = _condition(row, span, indicator, definition.counts)
    if definition.out_of is None and isinstance(indicator, Coverage):
        base = counts
    if isinstance(indicator, Complete):
        base &= getattr(row, indicator.each).notnull()
    if isinstance(indicator, Mean):
        counts &= _amount(row, span, indicator, definition).notnull()
    return base, base & counts


def _condition(row: Row, span: Span, indicator: Indicator, predicate: Predicate | None) -> Any:
    """Get a predicate as a condition; none at all holds always. Raises DeclarationError."""
    condition = ibis.literal(value=True) if predicate is None else predicate(row, span)
    if not isinstance(condition, ir.BooleanValue):
        raise DeclarationError(
            f"指标{indicator.key}：counts和out_of应为条件，不是{type(condition).__name__}。",
            f"Indicator {indicator.key}: counts and out_of must be conditions.",
        )
    return condition


def _amount(row: Row, span: Span, indicator: Indicator, definition: Definition) -> Any:
    """Get the number that is added up. Raises DeclarationError for what is none."""
    of = definition.of
    amount = getattr(row, of) if isinstance(of, str) else of(row, span)
    if not isinstance(amount, ir.IntegerValue | ir.DecimalValue):
        raise DeclarationError(
            f"指标{indicator.key}：{of if isinstance(of, str) else 'of'}不是数字，不能加总。",
            f"Indicator {indicator.key}: {of if isinstance(of, str) else 'of'} is no number to add up.",
        )
    return amount


def _over_definitions(
    joined: ir.Table, span: Span, indicator: Indicator, periods: Sequence[Period]
) -> tuple[Any, Any]:
    """Get base and counted, each period by the definition that was in force at its end."""
    if len(indicator.definitions) == 1:
        return _conditions(Row(joined), span, indicator, indicator.definitions[0])
    base: Any = ibis.literal(value=False)
    counted: Any = ibis.literal(value=False)
    for definition, keys in _in_force(indicator, periods).items():
        within = joined[_PERIOD].isin(keys)
        of_base, of_counted = _conditions(Row(joined), span, indicator, definition)
        base, counted = base | (within & of_base), counted | (within & of_counted)
    return base, counted


def _total(
    joined: ir.Table, span: Span, counted: Any, indicator: Indicator, periods: Sequence[Period]
) -> Any:
    """Get the sum over what is counted; None where the indicator adds nothing up."""
    amounts = [
        (_amount(Row(joined), span, indicator, definition), keys)
        for definition, keys in _in_force(indicator, periods).items()
        if definition.of
    ]
    if not amounts:
        return None
    value = amounts[0][0]
    for amount, keys in amounts[1:]:
        value = joined[_PERIOD].isin(keys).ifelse(amount, value)
    return value.sum(where=counted)


def _in_force(indicator: Indicator, periods: Sequence[Period]) -> dict[Definition, list[str]]:
    found: dict[Definition, list[str]] = defaultdict(list)
    for period in periods:
        found[indicator.definition_on(period.end)].append(period.key)
    return found


def _table_of(periods: Sequence[Period]) -> ir.Table:
    return ibis.memtable(
        pa.table(
            {
                _PERIOD: [period.key for period in periods],
                _START: pa.array([period.start for period in periods], pa.date32()),
                _END: pa.array([period.end for period in periods], pa.date32()),
            }
        )
    )


def _exact(value: Any) -> int | Decimal | None:
    """Get a sum as it is exact: engines give integers as decimals of no places."""
    if value is None or isinstance(value, int):
        return value
    number = Decimal(value)
    return int(number) if number == number.to_integral_value() else number


def by_register(indicators: Iterable[Indicator]) -> Mapping[str, list[Indicator]]:
    """Get indicators by the key of their register."""
    found: dict[str, list[Indicator]] = defaultdict(list)
    for indicator in indicators:
        found[indicator.register].append(indicator)
    return found
