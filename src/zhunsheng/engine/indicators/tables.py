"""
Entries as typed Arrow tables: one column for each field, for indicators, Parquet and clusters alike.

It knows registers in general and which type a kind of field becomes; personal data never get in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa

from zhunsheng.engine.indicators.columns import last_day_column, typed_columns
from zhunsheng.engine.registers.register import Register
from zhunsheng.engine.registers.schema import Column, columns

_PLACES = 38


@dataclass(frozen=True, kw_only=True, slots=True)
class PlainEntry:
    """
    An entry as indicators see it.

    `unit` is the code of the government and that of the unit, joined by a slash; `path` the codes of
    the governments from the top down. `last_days` holds the last day of each clock that has started.
    """

    id: int
    government: str
    path: str
    unit: str
    number: str
    title: str
    state: str
    happened: date | None
    due: date | None
    late: bool
    done: bool
    values: Mapping[str, Any]
    last_days: Mapping[str, date] = field(default_factory=dict)


def schema_of(register: Register) -> pa.Schema:
    """Get the columns of a register's typed table."""
    return pa.schema([pa.field(one.key, _type_of(one)) for one in typed_columns(register)])


def table_of(
    register: Register, entries: Iterable[PlainEntry], only: Collection[str] | None = None
) -> pa.Table:
    """Get the typed table of some entries, with some of its columns where they are named."""
    schema = schema_of(register)
    if only is not None:
        schema = pa.schema([one for one in schema if one.name in only])
    readers = _readers(register)
    fill: list[tuple[Callable[[Any], None], Callable[[PlainEntry], Any]]] = []
    held: list[list[Any]] = []
    for name in schema.names:
        held.append([])
        fill.append((held[-1].append, readers[name]))
    for entry in entries:
        for append, read in fill:
            append(read(entry))
    arrays = [pa.array(values, one.type) for values, one in zip(held, schema, strict=True)]
    return pa.table(arrays, schema)


def _readers(register: Register) -> dict[str, Callable[[PlainEntry], Any]]:
    """Get for each column how it is read from an entry."""
    found: dict[str, Callable[[PlainEntry], Any]] = {
        "entry": lambda entry: entry.id,
        "path": lambda entry: entry.path,
        "done": lambda entry: entry.done,
    }
    fields = {one.key for one in register.fields}
    for column in columns(register):
        found[column.key] = _of_field(column) if column.key in fields else _of_entry(column.key)
    for running in register.clocks:
        found[last_day_column(running.clock)] = _of_clock(running.clock)
    return found


def _of_entry(key: str) -> Callable[[PlainEntry], Any]:
    return lambda entry: getattr(entry, key)


def _of_clock(key: str) -> Callable[[PlainEntry], date | None]:
    return lambda entry: entry.last_days.get(key)


def _of_field(column: Column) -> Callable[[PlainEntry], Any]:
    typed = _TYPED.get(column.type, str)

    def read(entry: PlainEntry) -> Any:
        value = entry.values.get(column.key)
        return None if value is None else typed(value)

    return read


def _type_of(column: Column) -> pa.DataType:
    if column.type == "decimal":
        return pa.decimal128(_PLACES, column.places)
    return _TYPES[column.type]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


_TYPES: dict[str, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("s"),
    "json": pa.string(),
}
_TYPED: dict[str, Callable[[Any], Any]] = {
    "integer": int,
    "decimal": Decimal,
    "boolean": bool,
    "date": date.fromisoformat,
    "timestamp": datetime.fromisoformat,
    "json": _json,
}
