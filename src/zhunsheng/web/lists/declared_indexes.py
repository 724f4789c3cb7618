"""
Indexes on declared values: those by which lists are filtered and sorted most.

They follow the declarations and how much there is at every migration, every night and after a large
import; those nobody needs any more go away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.db import connection, transaction
from django.db.models import Count

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.register import Register
from zhunsheng.web.lists.stored import sql_of
from zhunsheng.web.registers.models import Entry

# Every index is kept up to date with every entry: more would cost entering more than lists gain.
MOST = 8
# Below this many entries a register is sorted as fast without: every index of the one table is looked at
# with every question and every entry, whichever register they are of.
FROM = 2_000
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
def refresh(registers: Iterable[NamedRegister]) -> tuple[int, int]:
    """Make the indexes there should be and drop those there should not; get how many of each."""
    wanted, large = dict(_COMMON), _large()
    for named in (named for named in registers if named.name in large):
        for field in indexed(named.register):
            value = sql_of(field, connection.vendor)
            wanted[name_of(named, field)] = (
                f"(government_id, {value}, id) WHERE register = '{named.name}'"
            )
    existing = _existing()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A table with checks that wait for the end of the transaction takes no index before them.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for name in sorted(gone := existing - wanted.keys()):
            cursor.execute(f'DROP INDEX "{name}"')
        for name in sorted(new := wanted.keys() - existing):
            cursor.execute(f'CREATE INDEX "{name}" ON registers_entry {wanted[name]}')
    _gather_statistics()
    return len(new), len(gone)


def _gather_statistics() -> None:
    """Let the database see how its rows are spread: without it SQLite takes the first index for the best."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA analysis_limit=400")
        for table in ("registers_entry", "search_document"):
            cursor.execute(f"ANALYZE {table}")


def _large() -> set[str]:
    """Get the names of the registers that have so many entries that indexes on their fields pay."""
    counted = Entry.unscoped.values_list("register").annotate(entries=Count("pk")).order_by()
    return {register for register, entries in counted if entries >= FROM}


def _existing() -> set[str]:
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, "registers_entry")
    return {name for name in found if name.startswith(_PREFIX)}
