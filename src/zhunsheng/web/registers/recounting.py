"""
Numbers that entries count, put right for entries from before their register counted them.

With every action they are kept right by `counting`; this looks at what no action touched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.registers.counting import Counted
from zhunsheng.web.registers import counting
from zhunsheng.web.registers.batch import together
from zhunsheng.web.registers.models import Entry, Link

_CHUNK = 500


def recount(at: datetime) -> int:
    """
    Put right the numbers of all entries that count others, open or closed; get how many moved.

    Whoever writes waits only where a number is wrong, and it is counted again then.
    """
    moved = 0
    for named in catalogue().registers():
        if any(field.counts for field in named.register.fields):
            moved += _recount(named, at)
    return moved


def _recount(named: NamedRegister, at: datetime) -> int:
    moved, last = 0, 0
    entries = Entry.unscoped.filter(register=named.name).order_by("pk")
    while some := list(entries.filter(pk__gt=last)[:_CHUNK]):
        last = some[-1].pk
        if stale := _stale(named, some):
            with together(alone=True) as batch:
                batch.begin()
                moved += counting.follow(batch, stale, at, named.name)
    return moved


def _stale(named: NamedRegister, entries: Sequence[Entry]) -> list[int]:
    """Get the keys of those entries that say another number than there is."""
    keys = [entry.pk for entry in entries]
    numbers = {
        field.key: _numbers(field.counts, keys)
        for field in named.register.fields
        if field.counts is not None
    }
    return [
        entry.pk
        for entry in entries
        if any(entry.values.get(key) != found.get(entry.pk, 0) for key, found in numbers.items())
    ]


def _numbers(which: Counted, targets: Sequence[int]) -> Mapping[int, int]:
    rows = Link.objects.filter(
        target__in=targets, field=which.by, source__register=which.register
    ).values_list("target", "source__state", "source__values")
    return Counter(target for target, state, values in rows if which.holds(state, values))
