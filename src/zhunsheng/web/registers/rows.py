"""
Rows of entries and of links, many at once, exactly as the models would write them.

Instances are written past `Model.save` for a reason: some hundreds of rows in one statement take a tenth
of the time. It knows tables; what is written, and that it may be, is for the actions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.models import Field, Model

from zhunsheng.web.in_bulk import for_each
from zhunsheng.web.registers.models import Entry, Link


def columns_of(model: type[Model]) -> tuple[Field[Any, Any], ...]:
    """Get the stored fields of a model but its key."""
    stored = model._meta.concrete_fields  # noqa: SLF001  # Django's own way to a model's fields
    return tuple(field for field in stored if not field.primary_key)


def table_of(model: type[Model]) -> str:
    """Get the quoted name of a model's table."""
    return connection.ops.quote_name(model._meta.db_table)  # noqa: SLF001  # as above


def new_keys(count: int) -> list[int]:
    """
    Get keys for so many new entries, in order, that nobody else will get.

    The end of the ledger must be locked: nobody else enters meanwhile. Those that were given before
    and are not written yet must be counted by the caller on SQLite, see `keys_are_counted`.
    """
    with connection.cursor() as cursor:
        if keys_are_counted():
            cursor.execute(
                "SELECT seq FROM sqlite_sequence WHERE name = %s",
                [Entry._meta.db_table],  # noqa: SLF001  # as above
            )
            found = cursor.fetchone()
            last = int(found[0]) if found else 0
            return list(range(last + 1, last + 1 + count))
        cursor.execute(
            f"SELECT nextval(pg_get_serial_sequence('{Entry._meta.db_table}', 'id'))"  # noqa: S608, SLF001  # a name of our own
            " FROM generate_series(1, %s)",
            [count],
        )
        return [int(key) for (key,) in cursor.fetchall()]


def keys_are_counted() -> bool:
    """Whether keys follow from the last one that is written: so on SQLite; PostgreSQL gives them out."""
    return connection.vendor == "sqlite"


def insert(entries: Sequence[Entry]) -> None:
    """Insert entries that have keys."""
    columns = columns_of(Entry)
    names = ", ".join(connection.ops.quote_name(str(field.column)) for field in columns)
    places = ", ".join(["%s"] * (len(columns) + 1))
    sql = f"INSERT INTO {table_of(Entry)} (id, {names}) VALUES ({places})"  # noqa: S608  # names of our own
    for_each(sql, [(entry.pk, *_written(entry, columns)) for entry in entries])


def update(entries: Sequence[Entry]) -> None:
    """Write all columns of entries that are there."""
    columns = columns_of(Entry)
    names = ", ".join(f"{connection.ops.quote_name(str(field.column))} = %s" for field in columns)
    sql = f"UPDATE {table_of(Entry)} SET {names} WHERE id = %s"  # noqa: S608  # names of our own
    for_each(sql, [(*_written(entry, columns), entry.pk) for entry in entries])


def replace_links(links: Mapping[int, Mapping[str, int]], held_before: Iterable[int]) -> None:
    """
    Write the links of entries, each from its place to the key of an entry.

    `held_before` names the entries of which links are written that go.
    """
    table = table_of(Link)
    for_each(
        f"DELETE FROM {table} WHERE source_id = %s",  # noqa: S608  # a name of our own
        [(key,) for key in held_before],
    )
    for_each(
        f"INSERT INTO {table} (source_id, target_id, field) VALUES (%s, %s, %s)",  # noqa: S608
        [(key, target, path) for key, held in links.items() for path, target in held.items()],
    )


def _written(entry: Entry, columns: Sequence[Field[Any, Any]]) -> list[Any]:
    return [
        field.get_db_prep_save(getattr(entry, field.attname), connection=connection)
        for field in columns
    ]
