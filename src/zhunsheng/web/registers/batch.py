"""
Actions that are carried out together: held in memory as they are done, written some hundreds at a time.

A single action is a batch of one, so there is one way through the door. What an action checks and what it
leaves is the same either way; only how often the database is asked differs.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Protocol, TypeVar, cast

from django.db import connection, transaction
from django.dispatch import Signal

from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import Head
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers import counting, keeping, rows
from zhunsheng.web.registers.held import Held
from zhunsheng.web.registers.lateness import BY_ITSELF
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.search import index

MOST_WAITING = 500
MOST_HELD = 5_000


class BrokenBatchError(RuntimeError):
    """What a batch had done is not what is stored; the transaction around it must not be kept."""


class Beside(Protocol):
    """What a listener keeps back beside a batch, to be written with it in the order of the actions."""

    def write(self) -> None:
        """Write what waits; called after the entries were written."""

    def forget(self) -> None:
        """Let go of what was read; nothing waits then."""


SomeBeside = TypeVar("SomeBeside", bound=Beside)


class Batch:
    """
    What some actions of one transaction have done so far.

    It locks the end of the ledger with its first action. Rows are written when `most_waiting` entries wait,
    when somebody else needs the end of the ledger, and at its end; until then a query of one's own does not
    find them: `write` first. An action that is refused leaves nothing; after any other error the batch is
    broken, and its transaction comes to nothing.
    """

    def __init__(self, most_waiting: int, most_held: int) -> None:
        self.held = Held(self.write)
        self.depth = len(connection.savepoint_ids)
        self._dropped = self._broken = False
        self._most_waiting = most_waiting
        self._most_held = most_held
        self._head: Head | None = None
        self._lines = store.Lines()
        self._beside: dict[type[Beside], Beside] = {}
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._last_key: int | None = None
        self._written_to = 0

    def begin(self) -> None:
        """
        Begin an action: others wait from now on, and there is room for what it does.

        Raises BrokenBatchError where something before it failed, or was rolled back.
        """
        if self._broken:
            raise BrokenBatchError("An action of a batch failed after it was taken.")
        if self.held.waiting >= self._most_waiting:
            self.write()
            if self.held.size > self._most_held:
                self._forget()
        _ = self.head

    @property
    def head(self) -> Head:
        """
        The end of the ledger, locked.

        Raises BrokenBatchError where what was written of this batch was rolled back with something else.
        """
        if self._head is None:
            self._head = store.locked_head()
            if self._head.size < self._written_to:
                raise BrokenBatchError(
                    "What a batch had written was rolled back with something else in its transaction."
                    " Write the batch before another transaction begins inside it."
                )
        return self._head

    def beside(self, kind: type[SomeBeside]) -> SomeBeside:
        """Get what a listener keeps beside this batch, made when it is first asked for."""
        if kind not in self._beside:
            self._beside[kind] = kind()
        return cast("SomeBeside", self._beside[kind])

    def next_number(self, register: str, unit: Unit, at: datetime) -> int:
        """Get the next number of the year in a register of a government; it is given with `enter`."""
        key = (register, unit.government_id, at.year)
        if key not in self._numbers:
            self._numbers[key] = keeping.last_number(register, unit, at)
        return self._numbers[key] + 1

    def enter(
        self,
        entries: Sequence[Entry],
        links: Sequence[Mapping[str, int]],
        changed: Sequence[Mapping[str, Any]],
        actor: Actor,
        at: datetime,
    ) -> None:
        """Take new entries with their first lines. Raises LedgerError; then nothing is taken."""
        for entry, key in zip(entries, self._new_keys(len(entries)), strict=True):
            entry.pk = key
        pairs = zip(entries, changed, strict=True)
        drafts = [keeping.draft(entry, values) for entry, values in pairs]
        self._chain(drafts, f"user/{actor.user.pk}", at, "entry.create")
        for entry, held in zip(entries, links, strict=True):
            entry._state.adding = False  # noqa: SLF001  # as after a save
            self.held.put(entry, held, is_new=True)
        for entry in entries:
            place = (entry.register, entry.government_id, at.year)
            self._numbers[place] = max(
                self._numbers.get(place, 0), int(entry.number.partition("-")[2])
            )
        with self._breaking():
            counting.follow_new(self, entries, at)

    def change(
        self,
        entry: Entry,
        did: str,
        actor: Actor,
        changed: Mapping[str, Any],
        *,
        links: Mapping[str, int] | None = None,
        more: Mapping[str, Any] | None = None,
    ) -> None:
        """Take an entry as it now is, with its line. Raises LedgerError; then nothing is taken."""
        who, at = f"user/{actor.user.pk}", entry.changed_at
        self._chain([keeping.draft(entry, changed, more)], who, at, did)
        self._put(entry, links, at)

    def count(self, entry: Entry, changed: Mapping[str, Any], at: datetime, because: str) -> None:
        """Take an entry whose numbers of others moved by themselves, with its line."""
        draft = keeping.draft(entry, changed, {"because": because})
        self._chain([draft], BY_ITSELF, at, "entry.count")
        self._put(entry, None, at)

    def _put(self, entry: Entry, links: Mapping[str, int] | None, at: datetime) -> None:
        """Hold an entry as it now is, and have those count again that count it or did."""
        if not counting.counting_fields(entry.register):
            self.held.put(entry, links)
            return
        before = counting.counted_by(entry, self.held.links_of(entry.pk))
        self.held.put(entry, links)
        now = counting.counted_by(entry, self.held.links_of(entry.pk))
        with self._breaking():
            counting.follow(self, before | now, at, entry.about)

    def announce(self, signal: Signal, **said: Any) -> None:
        """Tell listeners of an action that was taken."""
        with self._breaking():
            signal.send(Entry, batch=self, **said)

    def write(self) -> None:
        """Write everything that waits; what was read stays held."""
        if self._lines.rows:
            with self._breaking():
                self._write()

    def _write(self) -> None:
        inserted, updated = list(self.held.inserted.values()), list(self.held.updated.values())
        rows.insert(inserted)
        rows.update(updated)
        index.keep(inserted, new=True)
        index.keep(updated)
        rows.replace_links(self.held.linked, self.held.unlinked)
        self.held.write_is_done()
        store.keep(self.head, self._lines)
        self._lines.clear()
        for beside in self._beside.values():
            beside.write()

    def settle(self) -> None:
        """Write everything and read it anew later: somebody else writes at the end of the ledger."""
        self.write()
        if self._head is not None:
            self._written_to = self._head.size
        self._forget()
        self._head = None

    def drop(self) -> None:
        """Leave nothing of the batch: it was only tried. No action may follow."""
        self._dropped = True
        transaction.set_rollback(True)

    def finish(self) -> None:
        """Write what waits at the end, unless all of it was dropped. Raises BrokenBatchError."""
        if self._broken:
            raise BrokenBatchError("An action of a batch failed after it was taken.")
        if not self._dropped:
            self.write()
            if self._written_to:
                _ = self.head

    @contextmanager
    def _breaking(self) -> Iterator[None]:
        """Break the batch where something fails that cannot be taken back by itself."""
        try:
            yield
        except BaseException:
            self._broken = True
            raise

    def _chain(self, drafts: Sequence[store.Draft], who: str, at: datetime, did: str) -> None:
        self._lines.follow(store.chained(self.head, drafts, at=at, who=who, did=did))

    def _new_keys(self, count: int) -> list[int]:
        if self._last_key is None or not rows.keys_are_counted():
            keys = rows.new_keys(count)
        else:
            keys = list(range(self._last_key + 1, self._last_key + 1 + count))
        self._last_key = keys[-1] if keys else self._last_key
        return keys

    def let_go(self) -> None:
        """Hold nothing any more: what is held names the batch, and would wait for the collector with it."""
        self.held = Held()
        self._beside.clear()

    def _forget(self) -> None:
        self.held.forget()
        self._numbers.clear()
        self._last_key = None
        for beside in self._beside.values():
            beside.forget()


class _Open(threading.local):
    """The batches that are open in this thread, the innermost last."""

    def __init__(self) -> None:
        self.batches: list[Batch] = []


_open = _Open()


@contextmanager
def together(
    *, alone: bool = False, most_waiting: int = MOST_WAITING, most_held: int = MOST_HELD
) -> Iterator[Batch]:
    """
    Carry out actions as one transaction: those within join the batch that is open.

    What is to be kept or dropped `alone` does not join, nor does what is inside a transaction that began
    within the batch and may be rolled back without it: everything so far is written before.
    """
    if _open.batches and not alone and _open.batches[-1].depth == len(connection.savepoint_ids):
        yield _open.batches[-1]
        return
    for batch in _open.batches:
        batch.settle()
    with transaction.atomic():
        batch = Batch(most_waiting, most_held)
        _open.batches.append(batch)
        try:
            with store.holding_back(batch.settle):
                yield batch
            batch.finish()
        finally:
            _open.batches.remove(batch)
            batch.let_go()
