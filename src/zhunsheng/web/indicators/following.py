"""
What the ledger says was changed since a line, and whether it is still the ledger one followed.

It reads lines only. Every change of an entry leaves one, so whoever follows them misses nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection, transaction

from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import Head, StoredLine
from zhunsheng.web.registers.lateness import RECOMPUTED

_CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class End:
    """The end of a ledger: how many lines there are, and the hash of the last one."""

    size: int = 0
    last: str = ""


@dataclass(slots=True)
class Changed:
    """What lines speak of: entries by their register, entries of any, and whether the organization."""

    entries: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    anywhere: set[int] = field(default_factory=set)
    organization: bool = False

    def of(self, register: str) -> set[int]:
        """Get the keys of entries of a register that may have changed."""
        return self.entries.get(register, set()) | self.anywhere


def end() -> End:
    """Get the end of the ledger, by one query of one row."""
    found = Head.objects.filter(pk=1).values_list("size", "last").first()
    return End(*found) if found else End()


def continues(known: End, now: End) -> bool:
    """
    Whether the ledger that ends now is the one that ended at a known line, grown since.

    It is not after a restore, in another database, or where the lines that were known were rolled back.
    """
    if not known.size or known.size > now.size:
        return False
    last = StoredLine.objects.filter(number=known.size - 1).values_list("digest", flat=True)
    return last.first() == known.last


def changed_between(known: End, now: End) -> Changed:
    """Get what the lines after a known end speak of, up to another."""
    changed = Changed()
    lines = StoredLine.objects.filter(number__gte=known.size, number__lt=now.size)
    rows = lines.order_by("number").values_list("about", "pk").iterator(_CHUNK)
    recomputed: list[int] = []
    for about, pk in rows:
        if key := store.key_of(about):
            changed.entries[about.rpartition("/")[0]].add(key)
        elif about == RECOMPUTED:
            recomputed.append(pk)
        elif about.startswith(("government/", "unit/")):
            changed.organization = True
    for place in range(0, len(recomputed), _CHUNK):
        said = StoredLine.objects.filter(pk__in=recomputed[place : place + _CHUNK])
        for says in said.values_list("says", flat=True):
            changed.anywhere.update(says["entries"])
    return changed


@contextmanager
def one_state() -> Iterator[None]:
    """
    Let several queries see one state of the database, without waiting for writers or keeping them.

    Inside a transaction it is the transaction that decides what they see.
    """
    if within_transaction():
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        # Django's own transactions on SQLite take the lock of the writer at once; a reader need not.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")


def within_transaction() -> bool:
    """Whether somebody began a transaction: what it wrote may still be rolled back."""
    return connection.in_atomic_block or not connection.get_autocommit()
