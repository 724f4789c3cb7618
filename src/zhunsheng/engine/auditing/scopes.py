"""A part that is larger than its whole: 其中 with one part, and narrower scopes beside wider ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zhunsheng.engine.auditing.passages import Item, Passage, same_measure
from zhunsheng.engine.reading.model import Figure

_AMONG = re.compile(r"其中[，,：:]?[^，,；;。]{0,24}$")
_WIDE = re.compile(r"全(?:国|省|市|县|区|州|盟|旗|镇|乡|街道)")
_NARROW = re.compile(r"(?:[省市县区州盟旗镇]|自治区)本级")
_LEAD = re.compile(
    r"^.*?(?:全(?:国|省|市|县|区|州|盟|旗|镇|乡|街道)|(?:[省市县区州盟旗镇]|自治区)本级)"
)
_TIME = re.compile(r"20\d{2}年(?:度)?|全年|今年|本年度?|共计?|累计|各级?|[，,、的]")
_FAR = 12
_SHORTEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTooLarge:
    """A part (or a narrower scope) with a larger value than its whole."""

    whole: Figure
    part: Figure


def find_parts_too_large(sentences: list[Passage]) -> Iterator[PartTooLarge]:
    """Get single parts larger than the amount they are part of, and scopes that contradict."""
    wide: list[tuple[str, Figure]] = []
    for sentence in sentences:
        for index, item in enumerate(sentence.items):
            if not item.is_level:
                continue
            if found := _single_part(sentence.items, index):
                yield found
            words = re.split(r"[，,；;。：:（(]", item.before)[-1]
            rest = _TIME.sub("", _LEAD.sub("", words))
            if _NARROW.search(words):
                yield from _wider(rest, item.figure, wide)
            elif _WIDE.search(words) and len(rest) >= _SHORTEST:
                wide = [*wide, (rest, item.figure)][-_FAR:]


def _single_part(items: list[Item], index: int) -> PartTooLarge | None:
    """Judge 其中X n件 with no second part; breakdowns with more parts are sums."""
    item = items[index]
    if not _AMONG.search(item.before):
        return None
    levels = [other for other in items[:index] if other.is_level]
    following = items[index + 1 : index + 2]
    ended = bool(following) and following[0].before[:1] in {"；", ";"}
    later = [
        other
        for other in items[index + 1 :]
        if other.is_level and other.figure.unit == item.figure.unit
    ]
    if not levels or (later and item.depth == 0 and not ended):
        return None
    whole = levels[-1].figure
    if whole.unit != item.figure.unit or item.figure.value <= whole.value:
        return None
    return PartTooLarge(whole=whole, part=item.figure)


def _wider(rest: str, figure: Figure, wide: list[tuple[str, Figure]]) -> Iterator[PartTooLarge]:
    for words, whole in wide:
        if words == rest and same_measure(whole.unit, figure.unit) and figure.value > whole.value:
            yield PartTooLarge(whole=whole, part=figure)
