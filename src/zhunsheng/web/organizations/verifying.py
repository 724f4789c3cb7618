"""
Compares governments, units, groups, people and roles with what the ledger says of them.

A site whose organization was never written down has nothing to compare with; from its first line on
every row must have one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import islice
from operator import or_

from django.db.models import Max, Q

from zhunsheng.web.ledger.faults import Fault
from zhunsheng.web.ledger.models import StoredLine, StoredOpening
from zhunsheng.web.organizations.sealing import (
    CALLED,
    KINDS,
    Row,
    about,
    personal_of,
    rows_of,
    seal_of,
)

_CHUNK = 500


def changed_aside() -> Iterator[Fault]:
    """Get the rows that are not as the last line about them says, each by its name."""
    ours = reduce(or_, (Q(about__startswith=f"{kind}/") for kind in KINDS))
    lasts = StoredLine.objects.filter(ours).order_by().values("about").annotate(last=Max("number"))
    unseen = dict(lasts.values_list("about", "last"))
    if not unseen:
        return
    for kind in KINDS:
        rows = rows_of(kind).iterator(chunk_size=_CHUNK)
        while chunk := list(islice(rows, _CHUNK)):
            yield from _compared(kind, chunk, unseen)
    for gone, number in unseen.items():
        kind = gone.partition("/")[0]
        yield Fault(CALLED[kind], gone, f"账目{number}所记的{CALLED[kind]}（{gone}）不见了")


def _compared(kind: str, rows: list[Row], unseen: dict[str, int]) -> Iterator[Fault]:
    numbers = {about(row): unseen.pop(about(row), None) for row in rows}
    lines = StoredLine.objects.filter(number__in=[n for n in numbers.values() if n is not None])
    found = lines.in_bulk(field_name="number")
    openings = StoredOpening.objects.filter(line__in=list(found.values()))
    opened: dict[int, dict[str, object]] = {}
    for line, name, value in openings.values_list("line__number", "name", "value"):
        opened.setdefault(line, {})[name] = value
    for row in rows:
        number = numbers[about(row)]
        named = f"{CALLED[kind]}“{row}”（{about(row)}）"
        if number is None:
            yield Fault(CALLED[kind], about(row), f"{named}没有账目，不是通过本系统写入的")
        elif found[number].says.get("row") != seal_of(row):
            yield Fault(CALLED[kind], about(row), f"{named}与账目{number}不符，被绕过系统改动过")
        elif personal_of(row) != opened.get(number, {}):
            yield Fault(
                CALLED[kind],
                about(row),
                f"{named}的姓名或者用户名与账目{number}不符，被绕过系统改动过",
            )
