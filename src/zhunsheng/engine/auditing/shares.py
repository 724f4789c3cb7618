"""Shares of one whole that are listed together and ought to reach 100 percent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from zhunsheng.engine.auditing.agreement import printed_step
from zhunsheng.engine.auditing.passages import Item, Passage
from zhunsheng.engine.reading.model import Figure

_BARE = re.compile(r"占(?:比)?(?:为|达|约)?$")
_REST = re.compile(r"其他|其它|其余|剩余")
_BY_KIND = re.compile(r"(?:按|分)[^，。；,;]{1,14}?(?:看|分|划分|统计|来看|分类)[，,:：]")
_HUNDRED = Decimal(100)
_MOST = Decimal(115)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharesOff:
    """Shares that do not reach 100; `closed` tells that the list says it is complete (其他)."""

    shares: tuple[Figure, ...]
    total: Decimal
    closed: bool


def find_shares(sentences: list[Passage]) -> Iterator[SharesOff]:
    """Get the lists of shares that miss 100 percent by more than rounding explains."""
    for sentence in sentences:
        run = [item for item in sentence.items if _is_bare_share(item)]
        if len(run) < 3:
            continue
        total = sum((item.figure.value for item in run), Decimal(0))
        slack = sum((printed_step(item.figure.printed) for item in run), Decimal(0)) / 2
        by_kind = bool(_BY_KIND.search(run[0].before))
        closed = by_kind or bool(
            _REST.search(run[-1].before[-14:]) or _REST.search(run[-1].figure.subject)
        )
        off = abs(total - _HUNDRED) > slack
        if off and (closed or _HUNDRED < total <= _MOST):
            yield SharesOff(shares=tuple(item.figure for item in run), total=total, closed=closed)


def _is_bare_share(item: Item) -> bool:
    figure = item.figure
    if figure.unit != "%" or figure.change or figure.approx:
        return False
    return bool(_BARE.search(item.before[-6:]) or _REST.search(item.before[-6:]))
