"""
Entries as they are held in memory: what was read of them, and what was done and is not written yet.

Whoever checks or saves reads through it, so that an action of a batch sees what those before it did
before a database does, and nothing is read twice. It decides nothing and writes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from datetime import UTC
from typing import Any

from django.db.models import QuerySet
from django.db.models.base import ModelState

from zhunsheng.engine.registers.counting import Counted
from zhunsheng.engine.registers.register import Register
from zhunsheng.web.organizations.models import Government
from zhunsheng.web.registers.linking import parts
from zhunsheng.web.registers.models import Entry, Link
from zhunsheng.web.registers.units import Names

_PART = 500
MOST_FELLOWS = 1000

Key = tuple[str, str, str]
"""A register, the code of a government, and a number."""
Fellows = tuple[str, int, str, int]
"""A register, the key of a government, a field, and the key of the entry that is referred to."""
Referring = tuple[str, str, int]
"""A register, a field, and the key of the entry that is referred to, in any government."""


class Held:
    """
    The entries of one transaction, or of one look at many rows.

    `write` writes what is not written yet; without it nothing ever waits. Nobody else may change
    entries meanwhile: the end of the ledger is locked, or nothing is saved that was read here.
    """

    def __init__(self, write: Callable[[], None] | None = None) -> None:
        self._write = write
        self.inserted: dict[int, Entry] = {}
        self.updated: dict[int, Entry] = {}
        self.linked: dict[int, Mapping[str, int]] = {}
        self.unlinked: set[int] = set()
        self._whole: dict[int, Entry] = {}
        self._by_number: dict[Key, Entry] = {}
        self._links: dict[int, Mapping[str, int]] = {}
        self._fellows: dict[Fellows, dict[int, Mapping[str, Any]]] = {}
        self._counted: dict[Referring, dict[Counted, set[int]]] = {}
        self._names: dict[int, Names] = {}

    @property
    def waiting(self) -> int:
        """How many entries are not written yet."""
        return len(self.inserted) + len(self.updated)

    @property
    def size(self) -> int:
        """How many entries are held."""
        return len(self._by_number)

    def written(self, register: str = "") -> None:
        """Have what waits written first, where a database must be asked; of one register, or any."""
        if self._write is not None and self.waiting and self._waits(register):
            self._write()

    def write_is_done(self) -> None:
        """Note that everything that waited is written."""
        self.inserted, self.updated, self.linked, self.unlinked = {}, {}, {}, set()

    def forget(self) -> None:
        """Let go of everything that was read; nothing may wait."""
        self._whole.clear()
        self._by_number.clear()
        self._links.clear()
        self._fellows.clear()
        self._counted.clear()
        self._names.clear()

    def names_in(self, government: Government) -> Names:
        """Get the names of units as a government means them."""
        return self._names.setdefault(government.pk, Names(government))

    def entry(self, pk: int) -> Entry | None:
        """Get an entry to work on: a copy of it as it is now, personal values included."""
        found = self._whole.get(pk)
        if found is None:
            found = Entry.unscoped.select_related("unit", "government").filter(pk=pk).first()
            if found is None:
                return None
            self._hold(found)
        return _copy(found)

    def put(self, entry: Entry, links: Mapping[str, int] | None, *, is_new: bool = False) -> None:
        """Take an entry as it is from now on, with the links it has; without any, those it had."""
        if is_new:
            self.inserted[entry.pk] = entry
            self._links[entry.pk] = {}
        elif entry.pk not in self.inserted:
            self.updated[entry.pk] = entry
        else:
            self.inserted[entry.pk] = entry
        self._hold(entry)
        is_followed = bool(self._fellows or self._counted)
        before = self.links_of(entry.pk) if links is not None or is_followed else {}
        now = before if links is None else dict(links)
        if now != before:
            self._links[entry.pk] = self.linked[entry.pk] = now
            if before and entry.pk not in self.inserted:
                self.unlinked.add(entry.pk)
        self._follow(entry, before, now)

    def meant(
        self, references: Collection[str], government: Government, *, with_values: bool = False
    ) -> dict[str, Entry]:
        """
        Get the entries that references of a government's entries mean, whoever may see them.

        Their values are left unread unless they are asked for, the personal ones always.
        """
        found: dict[str, Entry] = {}
        missing: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for reference in references:
            register, code, number = parts(reference)
            held = self._by_number.get((register, code or government.code, number))
            if held is None or (with_values and "values" not in held.__dict__):
                missing[register, code or government.code][number] = reference
            else:
                found[reference] = held
        for (register, code), numbers in missing.items():
            listed = list(numbers)
            for start in range(0, len(listed), _PART):
                for entry in _numbered(
                    register, code, listed[start : start + _PART], with_values=with_values
                ):
                    self._by_number[register, code, entry.number] = entry
                    found[numbers[entry.number]] = entry
        return found

    def fellows(
        self, register: str, government: Government, field: str, target: int, itself: int | None
    ) -> list[Mapping[str, Any]]:
        """Get what stands in the other entries of a register that refer to one by a field, newest first."""
        key = (register, government.pk, field, target)
        if key not in self._fellows:
            self._fellows[key] = self._read_fellows(key)
        found = self._fellows[key]
        newest = sorted((pk for pk in found if pk != itself), reverse=True)
        return [found[pk] for pk in newest[:MOST_FELLOWS]]

    def links_of(self, pk: int) -> Mapping[str, int]:
        """Get what an entry refers to as it is now, by the place in it."""
        if pk not in self._links:
            found = Link.objects.filter(source=pk).order_by("pk")
            self._links[pk] = dict(found.values_list("field", "target"))
        return self._links[pk]

    def numbers(self, register: Register, pk: int) -> dict[str, int]:
        """Get what an entry of a register counts of those that refer to it, by the fields that count."""
        return {
            field.key: len(self._counting(field.counts, pk))
            for field in register.fields
            if field.counts is not None
        }

    def _counting(self, which: Counted, target: int) -> set[int]:
        known = self._counted.setdefault((which.register, which.by, target), {})
        if which not in known:
            known[which] = self._read_counted(which, target)
        return known[which]

    def _read_counted(self, which: Counted, target: int) -> set[int]:
        waiting = self.inserted | self.updated
        rows = Entry.unscoped.filter(
            register=which.register, links__field=which.by, links__target=target
        )
        # Values are read only where they decide.
        columns = ("pk", "state", *(("values",) if which.when else ()))
        found = {
            pk
            for pk, state, *values in rows.values_list(*columns)
            if pk not in waiting and which.holds(state, values[0] if values else {})
        }
        return found | {
            pk
            for pk, entry in waiting.items()
            if entry.register == which.register
            and self.links_of(pk).get(which.by) == target
            and which.holds(entry.state, entry.values)
        }

    def _waits(self, register: str) -> bool:
        waiting = (*self.inserted.values(), *self.updated.values())
        return not register or any(entry.register == register for entry in waiting)

    def _hold(self, entry: Entry) -> None:
        self._whole[entry.pk] = entry
        self._by_number[entry.register, entry.government.code, entry.number] = entry

    def _read_fellows(self, key: Fellows) -> dict[int, Mapping[str, Any]]:
        register, government, field, target = key
        waiting = self.inserted | self.updated
        # One more than is given: the entry that asks is among them.
        others = Entry.unscoped.filter(
            register=register, government=government, links__field=field, links__target=target
        ).order_by("-pk")[: MOST_FELLOWS + 1]
        found: dict[int, Mapping[str, Any]] = {
            pk: {"state": state} | values
            for pk, state, values in others.values_list("pk", "state", "values")
            if pk not in waiting
        }
        for pk, entry in waiting.items():
            same = (entry.register, entry.government_id) == (register, government)
            if same and self.links_of(pk).get(field) == target:
                found[pk] = _standing(entry)
        return found

    def _follow(self, entry: Entry, before: Mapping[str, int], now: Mapping[str, int]) -> None:
        """Bring the fellows and the numbers that are known up to date with an entry."""
        for field, target in before.items():
            for counted in self._counted.get((entry.register, field, target), {}).values():
                counted.discard(entry.pk)
        for field, target in now.items():
            for which, counted in self._counted.get((entry.register, field, target), {}).items():
                if which.holds(entry.state, entry.values):
                    counted.add(entry.pk)
        if not self._fellows:
            return
        place = (entry.register, entry.government_id)
        for field, target in before.items() - now.items():
            # The one that now is the thousandth was not read.
            self._fellows.pop((*place, field, target), None)
        for field, target in now.items():
            if (known := self._fellows.get((*place, field, target))) is not None:
                known[entry.pk] = _standing(entry)


def _standing(entry: Entry) -> dict[str, Any]:
    return {"state": entry.state, **entry.values}


def _numbered(
    register: str, code: str, numbers: list[str], *, with_values: bool
) -> QuerySet[Entry]:
    unread = ("private",) if with_values else ("values", "private")
    return (
        Entry.unscoped.filter(register=register, government__code=code, number__in=numbers)
        .select_related("unit", "government")
        .defer(*unread)
    )


def _copy(entry: Entry) -> Entry:
    """Get an entry that can be changed while the held one stays, times as a database gives them."""
    made = Entry.__new__(Entry)
    made.__dict__ = dict(entry.__dict__)
    made._state = ModelState()  # noqa: SLF001  # what `copy` would share between the two
    made._state.db, made._state.adding = entry._state.db, False  # noqa: SLF001
    made._state.fields_cache = dict(entry._state.fields_cache)  # noqa: SLF001
    made.entered_at = entry.entered_at.astimezone(UTC)
    made.changed_at = entry.changed_at.astimezone(UTC)
    return made
