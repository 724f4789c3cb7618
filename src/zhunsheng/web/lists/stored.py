"""
Declared values inside the database: the one expression by which lists filter, sort and index a field.

An index on an expression serves only queries that say exactly the same, so both get it here.
"""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.models import BooleanField, CharField, DecimalField, Field, FloatField, IntegerField
from django.db.models.expressions import Expression

from zhunsheng.engine.registers import fields as declared

_POSTGRESQL_TYPES = {
    "integer": "bigint",
    "money": "bigint",
    "decimal": "numeric",
    "boolean": "boolean",
}


def sql_of(field: declared.Field, vendor: str, table: str = "") -> str:
    """
    Get the SQL of a declared value. Dates are ISO text, which sorts as the days do.

    The key is a plain English word by its declaration, so it may stand in the statement itself.
    """
    column = f'{table}."values"' if table else '"values"'
    if vendor == "sqlite":
        value = f"json_extract({column}, '$.{field.key}')"
        return f"CAST({value} AS REAL)" if field.kind == "decimal" else value
    value = f"({column} ->> '{field.key}')"
    cast = _POSTGRESQL_TYPES.get(field.kind)
    # In the order of code points, as SQLite has it, whatever the cluster was set up with.
    return f"({value}::{cast})" if cast else f'({value} COLLATE "C")'


class Declared(Expression):
    """The value of a declared field, as something to filter and sort by."""

    def __init__(self, field: declared.Field) -> None:
        kinds: dict[str, Field[Any, Any]] = {
            "integer": IntegerField(),
            "money": IntegerField(),
            "boolean": BooleanField(),
            # SQLite has no decimals: text would be larger than every number.
            "decimal": FloatField()
            if connection.vendor == "sqlite"
            else DecimalField(max_digits=30, decimal_places=field.places),
        }
        super().__init__(output_field=kinds.get(field.kind, CharField()))
        self.declared = field

    def as_sql(self, _compiler: Any, _connection: Any) -> tuple[str, tuple[str | int, ...]]:
        """Get the SQL of the value."""
        return sql_of(self.declared, connection.vendor, '"registers_entry"'), ()

    def __repr__(self) -> str:
        return f"Declared({self.declared.key})"


class Said(Expression):
    """A text that stands in the statement itself, so that a partial index is seen to fit."""

    def __init__(self, text: str) -> None:
        super().__init__(output_field=CharField())
        self.text = text

    def as_sql(self, _compiler: Any, _connection: Any) -> tuple[str, tuple[str | int, ...]]:
        """Get the quoted text."""
        quoted = self.text.replace("'", "''").replace("%", "%%")
        return f"'{quoted}'", ()
