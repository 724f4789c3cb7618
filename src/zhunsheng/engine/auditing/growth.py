"""Growth against an earlier value that the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from zhunsheng.engine.auditing.agreement import rate_match, spread
from zhunsheng.engine.auditing.model import Rate
from zhunsheng.engine.auditing.passages import Item, Passage, same_measure
from zhunsheng.engine.reading.model import Figure

_EARLIER = re.compile(
    r"(?:(?:上年度?|去年|上一年度?|上年同期|去年同期|同期|上期|上周|上月|上季度)(?:全年|同期)?[^，,；;。（）()]{0,10}?(?:为|是|的|有|仅)?"
    r"|(?<!\d)20\d{2}年(?:全年|同期|度)?(?:为|是|的|有|仅)?)$"
)
_BARE = re.compile(
    r"[，,、（(；;\s]|同比|环比|比(?:上年|去年|上期|上月|上周)(?:度|同期)?|[较与](?:上年|去年|上期|上月|上周)(?:度|同期)?(?:相比)?|分别|累计|总体|实际|名义|下降|减少|降低|降幅|减产|缩减|压减|增长|增加|上升|提高|提升|增幅|增速|上涨|[了约近超达为]"
)
_YEARLY = re.compile(r"年均|月均|日均|可比价|不变价")
_FROM = re.compile(r"(?:由|从)[^，,；;。]{0,20}$")
_TO = re.compile(r"(?:增长|增加|上升|提高|提升|下降|减少|降|压减)?(?:到|至|为)[^，,；;。]{0,8}$")
_REAL = re.compile(r"生产总值|增加值|GDP|总产值|可支配收入")
_NEAR = 3
_LONGEST_FILLER = 2
_HUNDRED = {"%": Decimal(100), "‰": Decimal(1000), "倍": Decimal(1)}


def find_growth(sentences: list[Passage]) -> Iterator[Rate]:
    """Get the growth rates whose earlier value stands near them, with the value they grew to."""
    for sentence in sentences:
        for index, item in enumerate(sentence.items):
            change = item.figure
            if change.change is None or change.unit not in _HUNDRED or change.approx:
                continue
            pair = _values(sentence.items, index)
            if pair is not None:
                yield _judged(change, *pair)


def _values(items: list[Item], index: int) -> tuple[Figure, Figure] | None:
    """Get the value now and the earlier value for the change at `index`."""
    item = items[index]
    if _YEARLY.search(item.before):
        return None
    own = _BARE.sub("", item.before)
    around = [other for other in items[max(index - _NEAR, 0) : index] if other.is_level]
    if len(around) >= 2 and _FROM.search(around[-2].before) and _TO.search(around[-1].before):
        pair = around[-1].figure, around[-2].figure
        return pair if len(own) <= _LONGEST_FILLER else None
    then = [other for other in around if _is_earlier(other)]
    if (
        not then
        and index + 1 < len(items)
        and items[index + 1].depth > item.depth
        and _is_earlier(items[index + 1])
    ):
        then = [items[index + 1]]
    nows = [other for other in around if not _is_earlier(other)]
    if not nows or not then or len(own) > _LONGEST_FILLER:
        return None
    now, past = nows[-1].figure, then[-1].figure
    return (now, past) if same_measure(now.unit, past.unit) else None


def _is_earlier(item: Item) -> bool:
    words = re.split(r"[，,；;。（()）]", item.before)[-1]
    return bool(_EARLIER.search(words))


def _judged(change: Figure, now: Figure, then: Figure) -> Rate:
    times = _HUNDRED[change.unit]
    sign = -1 if change.change == "down" else 1
    low_then, high_then = then.value - spread(then), then.value + spread(then)
    bounds = sorted(
        sign * (value - base) * times / base
        for value, base in (
            (now.value - spread(now), high_then),
            (now.value + spread(now), low_then if low_then > 0 else then.value or Decimal(1)),
        )
        if base > 0
    )
    if then.value <= 0 or len(bounds) < 2:
        return Rate(
            rate=change, numerator=now, denominator=then, holds=None, match="unknown", growth=True
        )
    match = rate_match(change.printed, bounds[0], bounds[1])
    if match == "broken" and _REAL.search(now.subject + then.subject):
        # Output grows at comparable prices; its nominal values say nothing about that.
        return Rate(
            rate=change, numerator=now, denominator=then, holds=None, match="unknown", growth=True
        )
    return Rate(
        rate=change,
        numerator=now,
        denominator=then,
        holds=match != "broken",
        match=match,
        computed=sign * (now.value - then.value) * times / then.value,
        growth=True,
    )
