"""
The typed tables of this process, up to date with the ledger whenever somebody reads.

A register is loaded when its first figure is asked for, some thousand entries at a time and only the
columns that indicators name. Before every reading the end of the ledger is looked at: one query of one row
by its key, about half a millisecond on SQLite, which is all that reading one's own write costs while nothing
changed. Where lines were added, the entries they speak of are read again, some tens of milliseconds for one.
Where the ledger is another one (restored, replaced, a test's), everything is forgotten. It is the same in every
process and thread, as nothing is passed between them but the ledger itself.

Inside a transaction somebody sees what the transaction sees, and nothing of it is held: it may be rolled
back. Ask for figures before a transaction rather than in it, where there are many entries.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any, Protocol

from zhunsheng.engine.catalogue import Catalogue, NamedRegister, catalogue
from zhunsheng.web.indicators import following, loading, organization
from zhunsheng.web.indicators.following import Changed, End
from zhunsheng.web.indicators.organization import Organization

if TYPE_CHECKING:
    from zhunsheng.engine.indicators.embedded import EmbeddedEngine


class Reading(Protocol):
    """Typed tables as of one position of the ledger, and the organization as of the same."""

    @property
    def position(self) -> int:
        """The number of the last line of the ledger that is in the tables; -1 where there is none."""

    @property
    def organization(self) -> Organization:
        """All governments and units."""

    def table(self, register: str) -> Any:
        """Get a register's table, as Ibis has it."""

    def version(self, register: str) -> int | None:
        """Get what changes whenever a register's table does; None where nothing may be kept of it."""

    def is_empty(self, register: str) -> bool:
        """Whether it is known that a register has no entries, so that nothing need be loaded or computed."""


class _Held:
    """What this process holds: one thread at a time, by its lock."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self._forget()

    def _forget(self) -> None:
        self.end = End()
        self.engine: EmbeddedEngine | None = None
        self.columns: dict[str, list[str]] = {}
        self._versions: dict[str, int] = {}
        self._organization: Organization | None = None
        self._catalogue: Catalogue | None = None
        self.present: set[str] | None = None

    @property
    def position(self) -> int:
        return self.end.size - 1

    @property
    def organization(self) -> Organization:
        if self._organization is None:
            raise RuntimeError("Nothing is held before the first reading.")
        return self._organization

    def table(self, register: str) -> Any:
        if register not in self._versions:
            self.bring_up_to_date([register])
        if register not in self._versions:
            self._load(catalogue().register(register))
        return self.engine.table(register)  # type: ignore[union-attr]  # it was just loaded

    def version(self, register: str) -> int | None:
        return self._versions.get(register)

    def is_empty(self, register: str) -> bool:
        return self.present is not None and register not in self.present

    def holds(self, register: str) -> bool:
        """Whether a register is loaded."""
        return register in self._versions

    def is_beneath(self, now: End, there: Organization) -> bool:
        """Whether what is held is what a ledger was before its last lines."""
        return (
            self._organization is not None
            and self._catalogue is catalogue()
            and self._organization.agrees_with(there)
            and following.continues(self.end, now)
        )

    def bring_up_to_date(self, registers: Iterable[str]) -> None:
        """Bring all that is held to the end of the ledger, and load registers that are not held."""
        wanted = [catalogue().register(name) for name in registers]
        if (
            not any(map(self._is_missing, wanted))
            and self._organization is not None
            and self._is_up_to_date()
        ):
            return
        with following.one_state():
            now = following.end()
            if self._catalogue is not catalogue() or not following.continues(self.end, now):
                self._forget()
                self._catalogue = catalogue()
            elif now != self.end:
                self._follow(following.changed_between(self.end, now))
            if self._organization is None:
                self._organization = organization.as_it_is()
            if self.present is None:
                self.present = loading.registers_present()
            for named in filter(self._is_missing, wanted):
                self._load(named)
            self.end = now

    def _is_missing(self, named: NamedRegister) -> bool:
        return not self.holds(named.name) and not self.is_empty(named.name)

    def _is_up_to_date(self) -> bool:
        return self.end.size > 0 and self._catalogue is catalogue() and following.end() == self.end

    def _follow(self, changed: Changed) -> None:
        """Read again what lines speak of. Should it fail half-way, the same lines are followed again."""
        if changed.organization and self._organization is not None:
            later = organization.as_it_is()
            if not self._organization.agrees_with(later):
                # Entries carry the codes of before, all of them.
                self._forget()
                self._catalogue = catalogue()
            self._organization = later
        if self.present is not None:
            self.present |= changed.entries.keys()
        for name in list(self._versions):
            if keys := changed.of(name):
                self._versions[name] = next(_versions)
                units = loading.reload(
                    self.engine,  # type: ignore[arg-type]  # what is loaded is in the engine
                    catalogue().register(name),
                    self.columns[name],
                    keys,
                )
                if self._organization and units - self._organization.units.keys():
                    self._organization = organization.as_it_is()

    def _load(self, named: NamedRegister) -> None:
        if self.engine is None:
            self.engine = loading.engine()
        self.columns[named.name] = loading.columns_of(named)
        loading.load(self.engine, named, self.columns[named.name])
        self._versions[named.name] = next(_versions)


class _InTransaction:
    """
    What a transaction sees: the tables that are held, with the entries it may have changed put in anew.

    Where nothing that is held is beneath it, it loads what it needs, and lets go of it afterwards.
    """

    def __init__(self, held: _Held) -> None:
        self._now = following.end()
        self._tables: dict[str, Any] = {}
        self._engine: EmbeddedEngine | None = None
        self.organization = organization.as_it_is()
        self._beneath: _Held | None = None
        self._changed = Changed()
        self._present: set[str] | None = None
        if held.is_beneath(self._now, self.organization):
            self._beneath = held
            self._changed = following.changed_between(held.end, self._now)

    @property
    def position(self) -> int:
        return self._now.size - 1

    def version(self, register: str) -> int | None:  # noqa: ARG002  # nothing is kept of any
        return None

    def is_empty(self, register: str) -> bool:
        if self._present is None:
            known = self._beneath.present if self._beneath is not None else None
            self._present = loading.registers_present() if known is None else set(known)
            self._present |= self._changed.entries.keys()
        return register not in self._present

    def table(self, register: str) -> Any:
        if register not in self._tables:
            self._tables[register] = self._table(catalogue().register(register))
        return self._tables[register]

    def _table(self, named: NamedRegister) -> Any:
        held = self._beneath
        if held is not None and held.holds(named.name):
            return self._over(held, named)
        if self._engine is None:
            self._engine = loading.engine()
        loading.load(self._engine, named, loading.columns_of(named))
        return self._engine.table(named.name)

    def _over(self, held: _Held, named: NamedRegister) -> Any:
        import ibis  # noqa: PLC0415  # it takes seconds to import
        import pyarrow as pa  # noqa: PLC0415

        table, keys = held.table(named.name), self._changed.of(named.name)
        if not keys:
            return table
        anew = ibis.memtable(loading.table_with(named, held.columns[named.name], keys))
        outdated = ibis.memtable(pa.table({"entry": pa.array(sorted(keys), pa.int64())}))
        kept = table.anti_join(outdated, "entry").select(table.columns)
        return kept.union(anew.cast(table.schema()))


_versions = count(1)
_here = threading.local()
_held = _Held()


@contextmanager
def reading(registers: Iterable[str] = ()) -> Iterator[Reading]:
    """
    Get the tables, up to date with the ledger; they stand still until the block ends.

    A block within a block of the same thread reads the same. Registers that are named are as of one
    position; one that is first asked for later brings all to where the ledger is then.
    """
    outer: Reading | None = getattr(_here, "reading", None)
    if outer is not None:
        yield outer
        return
    with _held.lock:
        found: Reading
        if following.within_transaction():
            found = _InTransaction(_held)
        else:
            _held.bring_up_to_date(registers)
            found = _held
        _here.reading = found
        try:
            yield found
        finally:
            _here.reading = None


@contextmanager
def instead(of_another_time: Reading) -> Iterator[Reading]:
    """Let all that reads within the block read these tables, such as those of a past position."""
    outer: Reading | None = getattr(_here, "reading", None)
    _here.reading = of_another_time
    try:
        yield of_another_time
    finally:
        _here.reading = outer


def forget() -> None:
    """Let go of everything: the next reading loads anew, such as after entries were repaired by hand."""
    with _held.lock:
        _held._forget()  # noqa: SLF001  # a part of this module


def _begin_anew() -> None:
    """Hold nothing in a process that was forked: an engine belongs to the process it was made in."""
    global _held, _here
    _held, _here = _Held(), threading.local()


os.register_at_fork(after_in_child=_begin_anew)
