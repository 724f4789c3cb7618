"""
Indexes on declared values: those by which lists are filtered and sorted most.

They follow the declarations at every migration; those nobody declares any more go away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.db import connection, transaction

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.register import Register
from zhunsheng.web.lists.stored import sql_of

# Every index is kept up to date with every entry: more would cost entering more than lists gain.
MOST = 8
_PREFIX = "declared_"
_USEFUL = frozenset({"date", "datetime", "choice"})
_SORTABLE = _USEFUL | {"text", "integer", "money", "decimal", "boolean", "unit", "person", "region"}
# By the columns every entry has: the common orders and the commonest filter.
_COMMON = {
    # The chart of states reads nothing but this one.
    "declared_common_state": (
        "(register, government_id, state, happened DESC, id DESC, done, late, due)"
    ),
    "declared_common_changed": "(register, government_id, changed_at DESC, id DESC)",
    "declared_common_title": "(register, government_id, title, id)",
}


def indexed(register: Register) -> tuple[Field, ...]:
    """Get the fields that have an index: the face, what everybody fills, dates, choices."""
    face = [register.field(key) for key in register.face]
    other = [field for field in register.fields if field.kind in _USEFUL]
    other.sort(key=lambda field: (not field.required, field.kind == "choice", not field.public))
    found = {
        field.key: field
        for field in (*face, *other)
        # The day an entry belongs to is a column with an index of its own.
        if field.kind in _SORTABLE
        and not (field.personal or field.several or field.key == register.happened)
    }
    return tuple(found.values())[:MOST]


def name_of(named: NamedRegister, field: Field) -> str:
    """Get the name of an index; it changes with what is indexed, and fits PostgreSQL's 63 bytes."""
    said = f"{named.name} {field.key} {field.kind}"
    return f"{_PREFIX}{hashlib.sha256(said.encode()).hexdigest()[:12]}_{field.key}"[:60]


@transaction.atomic
def refresh(registers: Iterable[NamedRegister]) -> None:
    """Make the indexes there should be and drop those there should not."""
    wanted = dict(_COMMON)
    for named in registers:
        for field in indexed(named.register):
            value = sql_of(field, connection.vendor)
            wanted[name_of(named, field)] = (
                f"(government_id, {value}, id) WHERE register = '{named.name}'"
            )
    existing = _existing()
    with connection.cursor() as cursor:
        for name in sorted(existing - wanted.keys()):
            cursor.execute(f'DROP INDEX "{name}"')
        for name in sorted(wanted.keys() - existing):
            cursor.execute(f'CREATE INDEX "{name}" ON registers_entry {wanted[name]}')
    gather_statistics()


def gather_statistics() -> None:
    """Let the database see how its rows are spread: without it SQLite takes the first index for the best."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA analysis_limit=400")
        for table in ("registers_entry", "search_document"):
            cursor.execute(f"ANALYZE {table}")


def _existing() -> set[str]:
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, "registers_entry")
    return {name for name in found if name.startswith(_PREFIX)}
