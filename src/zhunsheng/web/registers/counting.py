"""
Numbers that entries count of those that refer to them, kept right with every action on these.

It is called within a batch, whose transaction holds the end of the ledger: nobody counts or changes what
is counted at the same time, so one lock is all there is to take.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.registers.computing import LookUp, nothing_known, with_computed
from zhunsheng.web.actors import Actor
from zhunsheng.web.registers import keeping, linking
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.checking import Saving
from zhunsheng.web.registers.lateness import outlook_of
from zhunsheng.web.registers.looking_up import entries_behind
from zhunsheng.web.registers.models import Entry

if TYPE_CHECKING:
    from zhunsheng.web.registers.batch import Batch


def counting_fields(register: str) -> frozenset[str]:
    """Get the references of a register by which entries of others count its own."""
    return frozenset(one.by for _, _, one in catalogue().counts_of(register))


def counted_by(entry: Entry, links: Mapping[str, int]) -> frozenset[int]:
    """Get the keys of the entries that count an entry, given what it refers to."""
    fields = counting_fields(entry.register)
    return frozenset(target for field, target in links.items() if field in fields)


def follow(batch: Batch, targets: Iterable[int], at: datetime, because: str) -> int:
    """
    Count again what some entries count, after an entry that refers to them was changed.

    Each whose number moved gets a line, which says `because` of what; its version and whose hand its
    values are in stay: nobody changed it, and who has its form open is not sent back. Gets how many.
    """
    moved = 0
    for pk in sorted(targets):
        entry = batch.held.entry(pk)
        if entry is None:
            continue
        named = catalogue().register(entry.register)
        numbers = batch.held.numbers(named.register, pk)
        if all(entry.values.get(key) == number for key, number in numbers.items()):
            continue
        before = entry.values
        entry.values = _with_numbers(batch, entry, named, numbers, at)
        if (found := outlook_of(entry, calendar_of(), at)) is not None:
            keeping.follow(entry, found)
        changed = {
            key: entry.values.get(key)
            for key in sorted(before.keys() | entry.values.keys())
            if entry.values.get(key) != before.get(key)
        }
        batch.count(entry, changed, at, because)
        moved += 1
    return moved


def follow_new(batch: Batch, entries: Sequence[Entry], at: datetime) -> None:
    """Count again what some entries count, after others were made that may refer to them."""
    because: dict[int, str] = {}
    for entry in entries:
        for target in counted_by(entry, batch.held.links_of(entry.pk)):
            because.setdefault(target, entry.about)
    for target, about in sorted(because.items()):
        follow(batch, [target], at, about)


def _with_numbers(
    batch: Batch, entry: Entry, named: NamedRegister, numbers: Mapping[str, int], at: datetime
) -> dict[str, Any]:
    """Get the open values of an entry with its numbers, and with what is computed from them."""
    register = named.register
    values = {**keeping.all_values(entry), **numbers}
    if any(field.computed for field in register.fields):
        values = with_computed(register.fields, values, _look_up(batch, entry, named, values, at))
    return {
        key: value
        for key, value in values.items()
        if value is not None and key not in register.personal
    }


def _look_up(
    batch: Batch, entry: Entry, named: NamedRegister, values: Mapping[str, Any], at: datetime
) -> LookUp:
    """Get what finds the values behind the references of an entry, which it held before."""
    fields = named.register.fields
    if not any(one.brings for field in fields for one in (field, *field.columns)):
        return nothing_known
    # Nobody's eyes are asked for what was referred to before.
    nobody = Actor(entry.entered_by, ())
    saving = Saving(nobody, named, entry.government, at.date(), entry.pk, held=batch.held)
    places = linking.places(fields, values, "reference")
    return entries_behind(saving, {place.value for place in places})
