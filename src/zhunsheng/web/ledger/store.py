"""
Appends lines to the stored chain, and verifies it.

It knows how lines are stored and chained; it does not know what they are about.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from zhunsheng.engine.ledger.lines import Line, commit
from zhunsheng.engine.ledger.verifier import Tree, canonical, commitment, leaf
from zhunsheng.web.ledger.models import Head, StoredLine, StoredOpening

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the stored chain that is not as it was written."""

    number: int
    says: str


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome of going through the stored chain."""

    lines: int
    root: str
    faults: tuple[Fault, ...]


def lock_head() -> Head:
    """
    Get the end of the chain, locked until the transaction ends: writers come one after another.

    Must be called inside a transaction.
    """
    Head.objects.get_or_create(pk=1, defaults={"algorithm": settings.LEDGER_ALGORITHM})
    return Head.objects.select_for_update().get(pk=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """What a line is to say, before it has its place in the chain."""

    about: str
    says: Mapping[str, Any]
    personal: Mapping[str, Any]


def append(head: Head, drafts: Sequence[Draft], *, at: datetime, who: str, did: str) -> None:
    """
    Append lines after a locked end, in order.

    Raises LedgerError for what has no canonical form; then nothing is kept.
    """
    lines, opened = [], []
    for draft in drafts:
        commitments, openings = commit(draft.personal, head.algorithm, os.urandom)
        line = Line(
            number=head.size,
            previous=head.last,
            at=at,
            who=who,
            did=did,
            about=draft.about,
            says=draft.says,
            personal=commitments,
        )
        head.size, head.last = head.size + 1, line.digest(head.algorithm)
        lines.append(StoredLine(digest=head.last, **line.plain()))
        opened.append(openings)
    stored = StoredLine.objects.bulk_create(lines, batch_size=_BATCH)
    StoredOpening.objects.bulk_create(
        (
            StoredOpening(line=line, name=name, salt=opening.salt.hex(), value=opening.value)
            for line, openings in zip(stored, opened, strict=True)
            for name, opening in openings.items()
        ),
        batch_size=_BATCH,
    )
    head.save()


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


@transaction.atomic
def verify_chain() -> Verified:
    """Go through all lines: each as it was hashed, each after the one before, none missing."""
    head = Head.objects.filter(pk=1).first()
    if head is None:
        return Verified(0, "", ())
    tree, faults, previous, size = Tree(head.algorithm), [], "", 0
    for stored in StoredLine.objects.order_by("number").iterator(chunk_size=2000):
        hashed = leaf(head.algorithm, canonical(plain(stored)))
        if hashed.hex() != stored.digest:
            faults.append(Fault(stored.number, f"账目{stored.number}的内容被改动过"))
        if stored.number != size or stored.previous != previous:
            faults.append(Fault(stored.number, f"账目{stored.number}之前有账目被删去或者换位"))
        size, previous = stored.number + 1, stored.digest
        tree.add(bytes.fromhex(stored.digest))
    if (head.size, head.last) != (size, previous):
        faults.append(Fault(size, f"末尾应有{head.size}行，实有{size}行，有账目被删去"))
    faults += _wrong_openings(head.algorithm)
    return Verified(size, tree.root().hex(), tuple(faults))


def _wrong_openings(algorithm: str) -> Iterator[Fault]:
    openings = StoredOpening.objects.select_related("line").order_by("pk")
    for opening in openings.iterator(chunk_size=2000):
        opened = commitment(algorithm, bytes.fromhex(opening.salt), opening.value).hex()
        if opened != opening.line.personal.get(opening.name):
            number = opening.line.number
            yield Fault(number, f"账目{number}随附的个人信息“{opening.name}”被改动过")
