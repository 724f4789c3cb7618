"""
Each register as a typed SQL view, for indicators and for whoever reads the database with tools of their own.

Views follow the declarations at every migration. Personal fields are not in them; money is an integer
of 分; several choices, rows and parties are JSON.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, transaction

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.registers.schema import ENTRY_COLUMNS, Column, columns

PREFIX = "v_"
_OF_ENTRY = {
    "government": "g.code",
    "unit": "u.code",
}
_CASTS = {"integer": "bigint", "boolean": "boolean", "date": "date", "timestamp": "timestamp"}


def name_of(named: NamedRegister) -> str:
    """Get the name of a register's view, such as `v_openness_request`."""
    return PREFIX + named.name.replace(".", "_")


@transaction.atomic
def refresh(registers: Iterable[NamedRegister]) -> None:
    """Make the view of every register anew, and drop those of registers there are no more."""
    drop()
    with connection.cursor() as cursor:
        for named in registers:
            cursor.execute(f'CREATE VIEW "{name_of(named)}" AS {_query(named)}')


@transaction.atomic
def drop() -> None:
    """Drop the views of all registers."""
    with connection.cursor() as cursor:
        for name in _existing():
            cursor.execute(f'DROP VIEW "{name}"')


def _existing() -> list[str]:
    with connection.cursor() as cursor:
        tables = connection.introspection.get_table_list(cursor)
    return [table.name for table in tables if table.type == "v" and table.name.startswith(PREFIX)]


def _query(named: NamedRegister) -> str:
    register = named.register
    entry = {column.key for column in ENTRY_COLUMNS}
    hidden = {"title"} if register.title in register.personal else set()
    shown = [c for c in columns(register) if not c.personal and c.key not in hidden]
    taken = {column.key for column in shown}
    parts = ["e.id AS id"]
    for column in shown:
        if column.key not in entry:
            parts.append(f'{_value(column)} AS "{column.key}"')
            continue
        parts.append(f'{_OF_ENTRY.get(column.key, f"e.{column.key}")} AS "{column.key}"')
        if column.key in _OF_ENTRY and f"{column.key}_name" not in taken:
            parts.append(f'{column.key[0]}.name AS "{column.key}_name"')
    # All that is put in here are keys of declarations: plain English words.
    return (
        f"SELECT {', '.join(parts)} FROM registers_entry e "  # noqa: S608
        "JOIN organizations_unit u ON u.id = e.unit_id "
        "JOIN organizations_government g ON g.id = e.government_id "
        f"WHERE e.register = '{named.name}'"
    )


def _value(column: Column) -> str:
    """Get the SQL of a declared value in its column's type; SQLite keeps days and times as text."""
    if connection.vendor == "sqlite":
        value = f"json_extract(e.\"values\", '$.{column.key}')"
        return f"CAST({value} AS NUMERIC)" if column.type == "decimal" else value
    if column.type == "json":
        return f"e.\"values\" -> '{column.key}'"
    value = f"(e.\"values\" ->> '{column.key}')"
    if column.type == "decimal":
        return f"{value}::numeric(30, {column.places})"
    cast = _CASTS.get(column.type)
    return f"{value}::{cast}" if cast else value
