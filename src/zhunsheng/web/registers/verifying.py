"""
Compares stored entries with what the ledger says of them, so that a row changed aside is found.

It knows entries and their lines; it changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Max

from zhunsheng.web.ledger.models import StoredLine, StoredOpening
from zhunsheng.web.ledger.store import Fault, Verified, verify_chain
from zhunsheng.web.registers.actions import seal_of
from zhunsheng.web.registers.models import Entry

_CHUNK = 1000


def verify_all() -> Verified:
    """Verify the chain, then every entry against its last line."""
    chain = verify_chain()
    faults = (*chain.faults, *_changed_aside())
    return Verified(chain.lines, chain.root, faults)


def _changed_aside() -> Iterator[Fault]:
    lasts = StoredLine.objects.values("about").annotate(last=Max("number"))
    unseen = dict(lasts.values_list("about", "last"))
    entries = Entry.objects.select_related("unit").order_by("pk")
    for entry in entries.iterator(chunk_size=_CHUNK):
        number = unseen.pop(entry.about, None)
        named = f"{entry.number}“{entry.title}”"
        if number is None:
            yield Fault(-1, f"记录{named}没有账目，不是通过本系统写入的")
            continue
        line = StoredLine.objects.get(number=number)
        if line.says.get("entry") != seal_of(entry):
            yield Fault(number, f"记录{named}与账目{number}不符，被绕过系统改动过")
        elif entry.private != _opened(entry.about):
            yield Fault(number, f"记录{named}的个人信息与账目不符，被绕过系统改动过")
    for about, number in unseen.items():
        if "/" in about and about.partition("/")[0].count(".") == 1:
            yield Fault(number, f"账目{number}所记的记录{about}不见了")


def _opened(about: str) -> dict[str, object]:
    """Get the personal values of an entry as the ledger's openings have them."""
    openings = StoredOpening.objects.filter(line__about=about).order_by("line__number")
    found = {opening.name: opening.value for opening in openings}
    return {name: value for name, value in found.items() if value is not None}
