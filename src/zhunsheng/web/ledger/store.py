"""
Appends lines to the stored chain, and reads them back in order.

It knows how lines are stored and chained; it does not know what they are about.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Model

from zhunsheng.engine.ledger.lines import Line, Opening, commit
from zhunsheng.engine.ledger.verifier import canonical, leaf
from zhunsheng.web.ledger.models import Head, StoredLine, StoredOpening

CHUNK = 2000
_COLUMNS = ("number", "previous", "at", "who", "did", "about", "says", "personal")
# As `Entry.about` has it: the register's domain and key, and the entry's own key.
_ABOUT_ENTRY = re.compile(r"[^./]+\.[^./]+/([0-9]{1,18})")


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """What a line is to say, before it has its place in the chain."""

    about: str
    says: Mapping[str, Any]
    personal: Mapping[str, Any]


def lock_head() -> Head:
    """
    Get the end of the chain, locked until the transaction ends: writers come one after another.

    Must be called inside a transaction.
    """
    locked = Head.objects.select_for_update().filter(pk=1)
    head = locked.first()
    if head is None:
        Head.objects.get_or_create(pk=1, defaults={"algorithm": settings.LEDGER_ALGORITHM})
        head = locked.get()
    return head


def append(head: Head, drafts: Sequence[Draft], *, at: datetime, who: str, did: str) -> None:
    """
    Append lines after a locked end, in order.

    Raises LedgerError for what has no canonical form; then nothing is kept.
    """
    first = head.size
    lines: list[tuple[int | str | None, ...]] = []
    openings: list[tuple[int, str, Opening]] = []
    for draft in drafts:
        commitments, opened = commit(draft.personal, head.algorithm, os.urandom)
        said = Line(
            number=head.size,
            previous=head.last,
            at=at,
            who=who,
            did=did,
            about=draft.about,
            says=draft.says,
            personal=commitments,
        ).plain()
        head.size, head.last = head.size + 1, leaf(head.algorithm, canonical(said)).hex()
        said |= {"says": json.dumps(said["says"]), "personal": json.dumps(said["personal"])}
        lines.append((*said.values(), head.last))
        openings += ((said["number"], name, opening) for name, opening in opened.items())
    _insert(StoredLine, (*_COLUMNS, "digest"), lines)
    if openings:
        keys = dict(StoredLine.objects.filter(number__gte=first).values_list("number", "pk"))
        _insert(
            StoredOpening,
            ("line_id", "name", "salt", "value"),
            [
                (keys[number], name, opening.salt.hex(), _json(opening.value))
                for number, name, opening in openings
            ],
        )
    head.save()


def _insert(
    model: type[Model], columns: Sequence[str], rows: Sequence[tuple[int | str | None, ...]]
) -> None:
    """Insert plain rows: for many lines at once this takes a third of what model instances take."""
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(column) for column in columns)
    places = ", ".join(["%s"] * len(columns))
    table = quoted(model._meta.db_table)  # noqa: SLF001  # Django's own way to a table's name
    with connection.cursor() as cursor:
        sql = f"INSERT INTO {table} ({names}) VALUES ({places})"  # noqa: S608  # names of our own
        cursor.executemany(sql, rows)


def _json(value: object) -> str | None:
    return None if value is None else json.dumps(value)


def chunks(start: int, end: int, size: int = CHUNK) -> Iterator[list[StoredLine]]:
    """
    Get the stored lines from a number up to another in order, some at a time.

    Each chunk is a query of its own: nothing is held open while a slow reader takes its time, and
    lines once appended do not change.
    """
    while start < end:
        found = list(
            StoredLine.objects.filter(number__gte=start, number__lt=end).order_by("number")[:size]
        )
        if not found:
            return
        yield found
        start = found[-1].number + 1


def digests(start: int, end: int, size: int = 20 * CHUNK) -> Iterator[bytes]:
    """Get the hashes of the stored lines from a number up to another, in order."""
    while start < end:
        found = list(
            StoredLine.objects.filter(number__gte=start, number__lt=end)
            .order_by("number")
            .values_list("number", "digest")[:size]
        )
        if not found:
            return
        for _, digest in found:
            yield bytes.fromhex(digest)
        start = found[-1][0] + 1


def key_of(about: str) -> int:
    """Get the key of the entry that a line is about; 0 where it is about something else."""
    found = _ABOUT_ENTRY.fullmatch(about)
    return int(found[1]) if found else 0


def plain(stored: StoredLine) -> dict[str, Any]:
    """Get a stored line as it was chained."""
    return {column: getattr(stored, column) for column in _COLUMNS}
