"""Compares violations and their answers with what the ledger says of them."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Max

from zhunsheng.web.indicators.models import Violation
from zhunsheng.web.ledger.faults import Fault
from zhunsheng.web.ledger.models import StoredLine

_CHUNK = 500
_KIND = "核对"


def changed_aside() -> Iterator[Fault]:
    """Get the violations that are not as the last line about them says."""
    lines = StoredLine.objects.filter(about__startswith="violation/").order_by()
    unseen = dict(lines.values_list("about").annotate(last=Max("number")))
    last = 0
    while rows := list(Violation.objects.filter(pk__gt=last).order_by("pk")[:_CHUNK]):
        last = rows[-1].pk
        numbers = {row.about: unseen.pop(row.about, None) for row in rows}
        wanted = [number for number in numbers.values() if number is not None]
        found = StoredLine.objects.in_bulk(wanted, field_name="number")
        for row in rows:
            number = numbers[row.about]
            named = f"数字核对“{row.stated.get('label', row.rule)}”（{row.about}）"
            if number is None:
                yield Fault(_KIND, row.about, f"{named}没有账目，不是通过本系统写入的")
            elif found[number].says.get("row") != row.seal:
                yield Fault(_KIND, row.about, f"{named}与账目{number}不符，被绕过系统改动过")
    for about, number in unseen.items():
        yield Fault(_KIND, about, f"账目{number}所记的数字核对（{about}）不见了")
