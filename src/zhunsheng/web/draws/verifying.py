"""Compares draws with what the ledger says of them, and their terms with what was committed to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from django.db.models import Max

from zhunsheng.engine.draws import verifier
from zhunsheng.web.draws.models import Draw
from zhunsheng.web.ledger.faults import Fault
from zhunsheng.web.ledger.models import StoredLine

_CHUNK = 100


def changed_aside() -> Iterator[Fault]:
    """Get the draws that are not as the last line about them says, or not as they were committed to."""
    lasts = StoredLine.objects.filter(about__startswith="draw/").order_by().values("about")
    unseen = dict(lasts.annotate(last=Max("number")).values_list("about", "last"))
    draws = Draw.objects.order_by("pk").iterator(chunk_size=_CHUNK)
    while chunk := list(islice(draws, _CHUNK)):
        numbers = [unseen[one.about] for one in chunk if one.about in unseen]
        lines = StoredLine.objects.in_bulk(numbers, field_name="number")
        for draw in chunk:
            number = unseen.pop(draw.about, None)
            if number is None:
                yield _fault(draw.about, "没有账目，不是通过本系统写入的")
            elif lines[number].says.get("row") != draw.seal():
                yield _fault(draw.about, f"与账目{number}不符，被绕过系统改动过")
            elif why := _broken(draw):
                yield _fault(draw.about, why)
    for gone, number in unseen.items():
        yield _fault(gone, f"不见了，账目{number}记着它")


def _broken(draw: Draw) -> str:
    """Get why a draw does not follow from what was committed to; nothing where it does."""
    given = {key: draw.numbers.get(key, "") for key in draw.commitment["numbers"]}
    try:
        verifier.verify(draw.record())
        if verifier.commitment(draw.terms, bytes.fromhex(draw.secret), given) != draw.commitment:
            return "的密数或者数与承诺不符"
    except (verifier.DrawError, ValueError) as error:
        return f"不能复算：{error}"
    return ""


def _fault(about: str, says: str) -> Fault:
    return Fault("随机抽取", about, f"随机抽取（{about}）{says}")
