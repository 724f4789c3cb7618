"""Where a text claims, or seems to claim, that amounts are the parts of a total."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from zhunsheng.engine.auditing.passages import Item, Passage, same_measure

AMONG = re.compile(r"其中|分别(?:为|是|有)|(?:主要)?包括|包含|含|构成[:：]|组成[:：]")
REST = re.compile(r"(?:其他|其它|其余|剩余|另有)")
_ADDED_UP = re.compile(r"[，,；;](?:两项|三项|以上|上述)?(?:合计|共计|总计)[^，,；;。]{0,6}$")
_ENDS_LIST = re.compile(r"[；;：:]")
_LABEL = re.compile(r"[，,；;、：:（(]|其中")
# Averages and last year's values are not what a breakdown breaks down.
_AVERAGE = re.compile(
    r"(?:日均|月均|年均|人均|户均|平均|均)[^，,；;。]{0,6}$|(?:上年|去年|同期|上期|上月|上周)[^，,；;。]{0,8}$"
)
_LONGEST_LIST = 40
_LONGEST_LABEL = 8
# Kinds that together are all there is: a breakdown into them is complete without saying so.
_PARTITIONS = tuple(
    tuple(kinds.split("|"))
    for kinds in (
        "城镇|乡村", "城镇|农村", "城市|农村", "自然人|法人", "普通程序|简易程序", "一般程序|简易程序", "男|女",
        "第一产业|第二产业|第三产业", "本级|县", "本级|乡", "本级|区", "线上|线下", "网上|窗口", "网上|现场",
        "直办|转办", "直接|转", "办结|在办", "办结|办理中", "办结|未办结", "办结|未审结", "受理|不予受理", "新收|结转",
        "新收|旧存", "准予|不予", "同意|不同意", "合格|不合格", "通过|未通过", "办结|结转", "完成|正在", "完成|推进", "公开|不予公开", "国有|民营", "公有|非公有", "城区|乡镇", "街道|乡镇", "成年|未成年", "初次|再次", "首次|重复",
    )
)  # fmt: skip


@dataclass(slots=True)
class Claim:
    """
    A total, the amounts that follow it, and how surely the text says that they are its parts.

    `marked` where a word (其中) or a bracket says so, `bracket` where a bracket or 合计 does; `first`
    where the total is the first amount of its sentence, `behind` where it stands after its parts and
    no word ties it to them.
    """

    total: Item
    parts: list[Item]
    marked: bool
    bracket: bool = False
    first: bool = False
    behind: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether the parts say that they are all: the last is 其他, or their kinds are all there are."""
        return bool(REST.search(self.parts[-1].before[-12:])) or self.is_partition

    @property
    def is_partition(self) -> bool:
        """Whether the kinds of the parts are known to be all there is (城镇、乡村)."""
        labels = self.labels
        return any(
            len(kinds) == len(labels)
            and all(kind in label for kind, label in zip(kinds, labels, strict=True))
            for kinds in _PARTITIONS
        )

    @property
    def is_plain_list(self) -> bool:
        """Whether the parts stand as a list of kinds (种植业…、林业产值…), with no other words."""
        return all(len(label) <= _LONGEST_LABEL for label in self.labels)

    @property
    def labels(self) -> list[str]:
        """The words that name each part."""
        return [_LABEL.split(item.before)[-1] for item in self.parts]


def claims_of(sentence: Passage, previous: Passage | None) -> Iterator[Claim]:
    """Get what a sentence may say about totals and parts, surest first."""
    items = sentence.items
    for index, item in enumerate(items):
        among = AMONG.search(item.before[-30:])
        if among and (total := _total_before(items, index, previous)):
            yield Claim(
                total,
                _followers(items, index, total, item.depth),
                marked=True,
                bracket=item.depth > total.depth,
            )
        elif index and item.depth > items[index - 1].depth and items[index - 1].is_level:
            total = items[index - 1]
            yield Claim(
                total, _followers(items, index, total, item.depth), marked=True, bracket=True
            )
    for index, item in enumerate(items):
        if index >= 2 and item.is_level and _ADDED_UP.search(item.before):
            yield Claim(item, _added_up(items, index), marked=True, bracket=True)
        elif index >= 2 and item.is_level and item.claims_total:
            yield Claim(item, _added_up(items, index), marked=False, behind=True)
    for index, item in enumerate(items[:-1]):
        if item.is_level:
            first = not any(earlier.is_level for earlier in items[:index])
            yield Claim(item, _unmarked(items, index, item), marked=False, first=first)


def _added_up(items: list[Item], index: int) -> list[Item]:
    """Get the amounts right before a total that adds them up (A 3件、B 5件，合计8件)."""
    total = items[index]
    run = takewhile(
        lambda item: (
            item.is_level and item.depth == total.depth and item.figure.unit == total.figure.unit
        ),
        reversed(items[:index]),
    )
    return list(run)[::-1]


def _unmarked(items: list[Item], index: int, total: Item) -> list[Item]:
    """Get the amounts behind a total that no word calls its parts, up to where one does."""
    parts = _followers(items, index + 1, total, total.depth)
    return list(takewhile(lambda part: not AMONG.search(part.before), parts))


def _total_before(items: list[Item], index: int, previous: Passage | None) -> Item | None:
    """Get the amount that a breakdown beginning at `index` breaks down: the last that is large enough."""
    first = items[index].figure
    known = items[:index]
    if index == 0 and previous and re.match(r"[，,\s]{0,2}(?:其中|分别)", items[0].before.lstrip()):
        known = previous.items
    totals = [
        item
        for item in known
        if item.is_level
        and same_measure(item.figure.unit, first.unit)
        and not _AVERAGE.search(item.before)
    ]
    # 办理答复736件，结转18件。其中：予以公开318件 … is not about the 18.
    large = [item for item in totals if item.figure.value >= first.value]
    candidates = large or totals
    return candidates[-1] if candidates else None


def _followers(items: list[Item], index: int, total: Item, depth: int) -> list[Item]:
    """Get the amounts from `index` on that may be parts of a total, up to where the bracket closes."""
    parts: list[Item] = []
    for item in items[index : index + _LONGEST_LIST]:
        if item.depth < depth:
            break
        if (
            item.depth == depth
            and item.is_level
            and same_measure(item.figure.unit, total.figure.unit)
        ):
            parts.append(item)
    return parts


def outer_parts(parts: list[Item]) -> list[Item]:
    """Get the parts without those that break down one of them (纠错63件，含撤销37件、变更26件；驳回…)."""
    kept: list[Item] = []
    nested = False
    for number, item in enumerate(parts):
        if _ENDS_LIST.search(item.before):
            nested = False
        if number and AMONG.search(item.before):
            nested = True
        if not nested:
            kept.append(item)
    return kept


def end_of_list(parts: list[Item]) -> int:
    """Get how many of the amounts belong to the list: up to 其他, or to a break in its punctuation."""
    by_semicolon = len(parts) > 1 and bool(_ENDS_LIST.search(parts[1].before))
    for number, item in enumerate(parts, start=1):
        if REST.search(item.before[-12:]):
            return number
        ended = not by_semicolon and _ENDS_LIST.search(item.before)
        if number > 2 and (ended or AMONG.search(item.before)):
            return number - 1
    return len(parts)
