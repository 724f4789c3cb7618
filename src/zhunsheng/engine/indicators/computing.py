"""
Computes indicators over typed tables, and gives the rows behind a figure by the same words.

It knows Ibis tables of any engine; it knows no register, stores nothing, and adds nothing up over units.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

import ibis
import ibis.expr.types as ir

from zhunsheng.engine.indicators.declarations import (
    Complete,
    Coverage,
    Definition,
    Distinct,
    Holds,
    Indicator,
    Mean,
    Predicate,
)
from zhunsheng.engine.indicators.figures import Cell
from zhunsheng.engine.indicators.meeting import END, PERIOD, START, met
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.engine.refusals import DeclarationError

Cells = dict[tuple[str, str], dict[str, Cell]]
"""For an indicator's key and a period's key: what each unit has, by its code."""

Part = Literal["base", "counted"]
UNIT = "unit"
_EVERYTHING = ibis.literal(value=True)


class Row:
    """A row of a register's typed table, as predicates name its columns; those named are noted."""

    def __init__(self, table: ir.Table, named: set[str] | None = None) -> None:
        self._table = table
        self._named = set() if named is None else named

    def __getattr__(self, key: str) -> ir.Value:
        if key not in self._table.columns:
            near = difflib.get_close_matches(key, self._table.columns, n=3, cutoff=0.4)
            raise DeclarationError(
                f"台账没有“{key}”这一列。相近的有：{'、'.join(near) or '无'}。",
                f"The register has no column {key}. Near ones: {', '.join(near) or 'none'}.",
            )
        self._named.add(key)
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
    alike: dict[tuple[str, Holds], list[Indicator]] = defaultdict(list)
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
    rows are given, and of different things those that hold: as many things as the figure says.
    """
    on = indicator.on or day
    span = Span(ibis.literal(period.start), ibis.literal(period.end))
    kept = table.filter(_days(_day(table, on, indicator), indicator.holds, span))
    base, counted = _conditions(Row(kept), span, indicator, indicator.definition_on(period.end))
    if part == "base":
        return kept.filter(base)
    if not isinstance(indicator, Complete) or isinstance(indicator, Distinct):
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
    table: ir.Table, on: str, holds: Holds, group: list[Indicator], periods: Sequence[Period]
) -> Cells:
    """Go once over a table: each row meets the periods it belongs to, and is counted for each."""
    joined, span = _joined(table, on, holds, group, periods)
    wanted = _Wanted(joined)
    names = []
    for indicator in group:
        base, counted = _over_definitions(joined, span, indicator, periods)
        total = _total(joined, span, counted, indicator, periods)
        names.append((wanted.number(base), wanted.number(counted), wanted.of(total)))
    added = joined.group_by([UNIT, PERIOD]).aggregate(**wanted.named).to_pyarrow()
    held = {name: added.column(name).to_pylist() for name in added.column_names}
    nothing = [None] * added.num_rows
    found: Cells = {(one.key, period.key): {} for one in group for period in periods}
    for indicator, taken in zip(group, names, strict=True):
        columns = (held.get(name, nothing) for name in (UNIT, PERIOD, *taken))
        for unit, period, base, counted, total in zip(*columns, strict=True):
            if base:
                # Spark counts nothing at all where a condition is unknown for every row.
                cell = Cell(int(base), int(counted or 0), _exact(total))
                found[indicator.key, period][unit] = cell
    return found


class _Wanted:
    """What is added up over groups of rows: each thing once, however many indicators want it."""

    def __init__(self, joined: ir.Table) -> None:
        self._joined = joined
        self._names: dict[Any, str] = {}
        self.named: dict[str, Any] = {}

    def number(self, condition: Any) -> str:
        """Get the name of the number of rows for which a condition holds; of no row it is null."""
        # An engine adds conditions up in half the time it takes to count behind a filter.
        return self.of(self._joined.count() if condition is _EVERYTHING else condition.sum())

    def of(self, value: Any) -> str:
        """Get the name of something added up; none for None."""
        if value is None:
            return ""
        name = self._names.setdefault(value.op(), f"value_{len(self._names)}")
        self.named[name] = value
        return name


def _pass_by_things(
    table: ir.Table, on: str, indicator: Complete, periods: Sequence[Period]
) -> Cells:
    """Go over a table once for an indicator of things: by unit, period and thing, then by unit."""
    joined, span = _joined(table, on, indicator.holds, [indicator], periods)
    base, counted = _over_definitions(joined, span, indicator, periods)
    things = joined.group_by([UNIT, PERIOD, indicator.each]).aggregate(
        in_base=joined.count(where=base), held=joined.count(where=counted)
    )
    things = things.filter(things.in_base > 0)
    holds = things.held > 0 if isinstance(indicator, Distinct) else things.in_base == things.held
    added = things.group_by([UNIT, PERIOD]).aggregate(
        base=things.count(), counted=things.count(where=holds)
    )
    found: Cells = {(indicator.key, period.key): {} for period in periods}
    for row in added.to_pyarrow().to_pylist():
        cell = Cell(row["base"] or 0, row["counted"] or 0)
        found[indicator.key, row[PERIOD]][row[UNIT]] = cell
    return found


def _joined(
    table: ir.Table, on: str, holds: Holds, group: Sequence[Indicator], periods: Sequence[Period]
) -> tuple[ir.Table, Span]:
    """Get each row beside each period it belongs to, with the period's span."""
    # A table of only the columns that are looked at is planned in half the time of a wide one.
    named = {UNIT}
    row, any_day = Row(table, named), ibis.literal(date.max)
    getattr(row, on)
    for indicator in group:
        for definition in indicator.definitions:
            _conditions(row, Span(any_day, any_day), indicator, definition)
            if definition.of:
                _amount(row, Span(any_day, any_day), indicator, definition)
    narrow = table.select(sorted(named))
    joined = met(narrow, _day(narrow, on, group[0]), holds, periods)
    return joined, Span(joined[START], joined[END])


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


def _days(on: Any, holds: Holds, span: Span) -> Any:
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
        base = _both(base, getattr(row, indicator.each).notnull())
    if isinstance(indicator, Mean):
        counts = _both(counts, _amount(row, span, indicator, definition).notnull())
    return base, _both(base, counts)


def _both(one: Any, other: Any) -> Any:
    if one is _EVERYTHING:
        return other
    return one if other is _EVERYTHING else one & other


def _condition(row: Row, span: Span, indicator: Indicator, predicate: Predicate | None) -> Any:
    """Get a predicate as a condition; none at all holds always. Raises DeclarationError."""
    condition = _EVERYTHING if predicate is None else predicate(row, span)
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
        within = joined[PERIOD].isin(keys)
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
        value = joined[PERIOD].isin(keys).ifelse(amount, value)
    return value.sum(where=counted)


def _in_force(indicator: Indicator, periods: Sequence[Period]) -> dict[Definition, list[str]]:
    found: dict[Definition, list[str]] = defaultdict(list)
    for period in periods:
        found[indicator.definition_on(period.end)].append(period.key)
    return found


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
