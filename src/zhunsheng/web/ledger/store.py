"""
Appends lines to the stored chain, and reads them back in order.

It knows how lines are stored and chained; it does not know what they are about.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from zhunsheng.engine.ledger.lines import Line, commit
from zhunsheng.engine.ledger.verifier import canonical, leaf
from zhunsheng.web.ledger.models import Head, StoredLine, StoredOpening

CHUNK = 2000
_BATCH = 500
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
    lines: list[StoredLine] = []
    openings: list[StoredOpening] = []
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
        line = StoredLine(digest=head.last, **said)
        lines.append(line)
        openings += (
            StoredOpening(line=line, name=name, salt=opening.salt.hex(), value=opening.value)
            for name, opening in opened.items()
        )
    StoredLine.objects.bulk_create(lines, batch_size=_BATCH)
    for opening in openings:
        # The line has its key only now that it is stored.
        opening.line_id = opening.line.pk
    StoredOpening.objects.bulk_create(openings, batch_size=_BATCH)
    head.save()


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
    return {
        "number": stored.number,
        "previous": stored.previous,
        "at": stored.at,
        "who": stored.who,
        "did": stored.did,
        "about": stored.about,
        "says": stored.says,
        "personal": stored.personal,
    }
