"""The same quantity given twice with different values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from zhunsheng.engine.auditing.model import Conflict
from zhunsheng.engine.auditing.passages import Item, Passage
from zhunsheng.engine.messages import Message

_TIME = re.compile(
    r"(?:19|20)\d{2}年(?:度)?|\d{1,2}月(?:份|底|末)?(?:\d{1,2}日)?|今年(?:以来)?|本年度?|全年|年度|年内|截至目前|目前|截至|一年来|以来|期间|上半年|下半年|[一二三四]季度"
)
_FILLER = re.compile(
    r"我[省市县区镇乡局办委街]|本[市县区局级]|共计?|累计|总计|合计|已经?|均|各类|各项|分别|有效|积极|深入|扎实|通过|进一步|[，,、的了]"
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_PART_OF_YEAR = re.compile(
    r"上半年|下半年|季度|\d{1,2}月|截至|上年|去年|同期|此前|累计|近[一二三四五六七八九十\d]"
)
_SCOPE = re.compile(
    r"[省市县区镇乡村州盟旗]本级|全[国省市县区州镇乡街]|各?[镇乡街道]{1,2}级?|[省市县区]级|其中|涉[企农军]|[^，,；。]{2,6}(?:镇|乡|街道|社区|法院|检察院)"
)
_SHORTEST = 6
_SHORTEST_TELLING = 10
_SHORTEST_ALIKE = 9
_ALIKE = 0.75
_NEAREST = 24
_SMALLEST = 2


@dataclass(slots=True)
class _Said:
    """A figure with its wording freed of time and filler, and what limits it (years, scope)."""

    item: Item
    words: str
    limits: tuple[str, ...]
    sentence: int
    first: bool


def find_conflicts(sentences: list[Passage]) -> Iterator[Conflict]:
    """
    Get the pairs of figures that say the same in the same or nearly the same words, with other values.

    Words with other years, parts of a year or scopes (全市, 市本级) are different quantities.
    """
    groups: defaultdict[tuple[str, str], list[_Said]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for index, item in enumerate(sentence.items):
            if not item.is_level or item.figure.value < _SMALLEST or item.depth:
                continue
            said = _said(sentence, index, number)
            if len(said.words) < _SHORTEST:
                continue
            group = groups[(item.figure.unit, said.words[-2:])]
            for other in group[-_NEAREST:]:
                if conflict := _conflict(other, said):
                    yield conflict
                    break
            group.append(said)


def _said(sentence: Passage, index: int, number: int) -> _Said:
    item = sentence.items[index]
    own = re.split(r"[，,；;。：:（(）)]", item.before)
    words = own[-1]
    if len(_plain(words)) < _SHORTEST and len(own) > 1:
        words = "".join(own[-2:])
    context = "".join(own[-2:])
    if "其中" in "".join(earlier.before for earlier in sentence.items[: index + 1]):
        context += "其中"
    limits = (
        *_YEAR.findall(context),
        *_PART_OF_YEAR.findall(context),
        *sorted(set(_SCOPE.findall(context))),
    )
    return _Said(item, _plain(words), limits, number, first=index == 0)


def _plain(words: str) -> str:
    return _FILLER.sub("", _TIME.sub("", words))


def _conflict(first: _Said, second: _Said) -> Conflict | None:
    one, other = first.item.figure, second.item.figure
    if one.value == other.value or first.sentence == second.sentence:
        return None
    if not _same_limits(first.limits, second.limits):
        return None
    leading = first.first and second.first
    if first.words == second.words:
        if len(first.words) < _SHORTEST_TELLING and not leading:
            # 提出建议4条 … 提出建议27条: too few words to be sure that they mean one thing.
            return None
        why = Message(
            f"两处都写“{second.words}”，数值不同",
            f"both places say “{second.words}” with different values",
        )
        return Conflict(first=one, second=other, why=why)
    shorter, longer = sorted((first.words, second.words), key=len)
    if len(shorter) < _SHORTEST_ALIKE or max(one.value, other.value) > 3 * min(
        one.value, other.value
    ):
        return None
    if _common(shorter, longer) < _ALIKE * len(shorter) or not (
        leading or shorter[-4:] == longer[-4:]
    ):
        return None
    why = Message(
        f"“{first.words}”与“{second.words}”说的似是同一件事，数值不同",
        f"“{first.words}” and “{second.words}” seem to be the same quantity, with different values",
    )
    return Conflict(first=one, second=other, why=why)


def _same_limits(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two figures are limited alike; a year left out in one place is no other limit."""
    years = [{limit for limit in limits if _YEAR.fullmatch(limit)} for limits in (first, second)]
    if years[0] and years[1] and years[0] != years[1]:
        return False
    rest = [{limit for limit in limits if not _YEAR.fullmatch(limit)} for limits in (first, second)]
    return rest[0] == rest[1]


def _common(first: str, second: str) -> int:
    """Get the length of the longest common subsequence of two short texts."""
    row = [0] * (len(second) + 1)
    for a in first:
        diagonal = 0
        for n, b in enumerate(second, start=1):
            diagonal, row[n] = row[n], diagonal + 1 if a == b else max(row[n], row[n - 1])
    return row[-1]
