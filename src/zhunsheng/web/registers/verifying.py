"""
Compares stored entries with what the ledger says of them, so that a row changed aside is found.

It knows entries and their lines; it changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from django.db.models import Max

from zhunsheng.web.ledger.checks import verify_all
from zhunsheng.web.ledger.models import StoredLine, StoredOpening
from zhunsheng.web.ledger.store import Fault
from zhunsheng.web.registers import commenting
from zhunsheng.web.registers.keeping import seal_of
from zhunsheng.web.registers.models import Entry

_CHUNK = 1000
__all__ = ("changed_aside", "verify_all")


def changed_aside() -> Iterator[Fault]:
    """Get the entries that are not as the last line about them says, and the comments likewise."""
    yield from _entries_changed()
    yield from (Fault(number, says) for number, says in commenting.changed_aside())


def _entries_changed() -> Iterator[Fault]:
    lasts = StoredLine.objects.values("about").annotate(last=Max("number"))
    unseen = dict(lasts.values_list("about", "last"))
    entries = Entry.unscoped.order_by("pk").iterator(chunk_size=_CHUNK)
    while chunk := list(islice(entries, _CHUNK)):
        numbers = [unseen[entry.about] for entry in chunk if entry.about in unseen]
        lines = StoredLine.objects.filter(number__in=numbers).in_bulk(field_name="number")
        opened = _opened([entry.about for entry in chunk])
        for entry in chunk:
            yield from _compared(entry, lines.get(unseen.pop(entry.about, -1)), opened)
    for about, number in unseen.items():
        if "/" in about and about.partition("/")[0].count(".") == 1:
            yield Fault(number, f"账目{number}所记的记录{about}不见了")


def _compared(
    entry: Entry, line: StoredLine | None, opened: dict[str, dict[str, object]]
) -> Iterator[Fault]:
    named = f"{entry.number}“{entry.title}”"
    if line is None:
        yield Fault(-1, f"记录{named}没有账目，不是通过本系统写入的")
    elif line.says.get("entry") != seal_of(entry):
        yield Fault(line.number, f"记录{named}与账目{line.number}不符，被绕过系统改动过")
    elif entry.private != opened.get(entry.about, {}):
        yield Fault(line.number, f"记录{named}的个人信息与账目不符，被绕过系统改动过")


def _opened(abouts: list[str]) -> dict[str, dict[str, object]]:
    """Get the personal values of entries as the ledger's openings have them."""
    openings = StoredOpening.objects.filter(line__about__in=abouts).order_by("line__number")
    found: dict[str, dict[str, object]] = {}
    for about, name, value in openings.values_list("line__about", "name", "value"):
        found.setdefault(about, {})[name] = value
    return {
        about: {name: value for name, value in values.items() if value is not None}
        for about, values in found.items()
    }
