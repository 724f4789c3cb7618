"""
Which columns of a register's typed table its indicators name, so that nothing else need be held.

It asks the predicates themselves, on a table without rows; it computes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import ibis
import ibis.expr.types as ir

from zhunsheng.engine.indicators.computing import UNIT, Row, Span
from zhunsheng.engine.indicators.declarations import Complete, Definition, Indicator
from zhunsheng.engine.indicators.tables import schema_of
from zhunsheng.engine.registers.register import Register

_ALWAYS = ("entry", "path", UNIT)


class _Noting(Row):
    """A row that notes what is asked of it."""

    def __init__(self, table: ir.Table) -> None:
        super().__init__(table)
        self.named: list[str] = []

    def __getattr__(self, key: str) -> ir.Value:
        value = super().__getattr__(key)
        self.named.append(key)
        return value


def columns_named(register: Register, day: str, indicators: Iterable[Indicator]) -> list[str]:
    """
    Get the columns by which some indicators of a register are computed, in the order of its table.

    `day` is the date column by which entries belong to periods, where an indicator names none. Raises
    DeclarationError for a column there is not.
    """
    schema = schema_of(register)
    row = _Noting(ibis.table(ibis.Schema.from_pyarrow(schema), name="entries"))
    named = {*_ALWAYS}
    for indicator in indicators:
        named.add(indicator.on or day)
        if isinstance(indicator, Complete):
            named.add(indicator.each)
        for definition in indicator.definitions:
            span = Span(ibis.literal(indicator.since), ibis.literal(indicator.since))
            for ask in _asks(definition):
                ask(row, span)
    return [name for name in schema.names if name in named | set(row.named)]


def _asks(definition: Definition) -> Iterator[Any]:
    yield from (one for one in (definition.counts, definition.out_of) if one is not None)
    if isinstance(of := definition.of, str):
        if of:
            yield lambda row, _span: getattr(row, of)
    else:
        yield of
