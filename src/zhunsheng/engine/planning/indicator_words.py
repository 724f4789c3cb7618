"""
Which indicator a target of a plan is one of, by the words the indicators are declared with.

An indicator is taken where its words all stand in the text and none with more of them does; where only a
part of the words stands there, it is offered with what is missing, never taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zhunsheng.engine.messages import Message
from zhunsheng.engine.planning.proposal import IndicatorCandidate
from zhunsheng.engine.reading.indicator_words import SHARES, SIGNS, IndicatorWords
from zhunsheng.engine.reading.indicator_words import bare as _bare

MOST_CANDIDATES = 5
_PARTS = re.compile(r"[、，,]|(?<=[书议])[和及与]|的(?=.)")
_MEASURES = re.compile(r"(?:次数|件数|人数|数量|总数|数|情况)$")
_RATE = re.compile(r"(?:覆盖率|比例|占比|率)$")
# 全覆盖、全部公开到位里，说全部的词不在指标名里。
_ALL = r"(?:全部|全面|全|都|均|普遍|逐一|应|尽|必|予以|进行|到位|完成)"
_TIMES = frozenset({"次", "场", "期", "轮", "场次", "批"})
_HEADS = re.compile(
    r"(?:各级|县级以上|全[省市县区州]|本(?:省|市|县|区)|(?:实行|开展|组织|举办|做到|实现|完成|建立|落实|发布|推行|推动|确保)+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """
    A target as its plan says it: what it measures, and the text around it.

    `quote` are its own words, `sentence` those of its sentence, `task` those of the whole task.
    """

    words: str
    quote: str
    sentence: str
    task: str
    unit: str
    explicit: bool = True


@dataclass(frozen=True, slots=True)
class _Found:
    """How an indicator's words stand in the text: how many characters do, and which parts do not."""

    indicator: IndicatorWords
    words: str
    covered: int
    missing: tuple[str, ...] = ()
    near: bool = True

    @property
    def order(self) -> tuple[bool, bool, int]:
        """Those that stand there whole come first, then those with more words."""
        return bool(self.missing), not self.near, -self.covered


def candidates_for(
    said: Said, indicators: Sequence[IndicatorWords]
) -> tuple[IndicatorCandidate, ...]:
    """
    Get the indicators that a target may be one of, the likeliest first.

    The first one fits where all its words stand in the sentence and no other's as many.
    """
    found = [
        one
        for indicator in indicators
        if _counts_alike(said.unit, indicator)
        if (one := _best(indicator, said)) is not None
    ]
    found.sort(key=lambda one: one.order)
    whole = [one for one in found if not one.missing and one.near]
    plainly = bool(whole) and (len(whole) == 1 or whole[0].covered > whole[1].covered)
    return tuple(
        IndicatorCandidate(
            key=one.indicator.key,
            label=one.indicator.label,
            words=one.words,
            reason=_reason(one),
            fits=plainly and at == 0,
        )
        for at, one in enumerate(found[:MOST_CANDIDATES])
    )


def named_in(text: str, indicators: Iterable[IndicatorWords]) -> str:
    """Get the indicator that a text names with the most words (本地区同期行政诉讼一审纠错率), or nothing."""
    bare, best = _bare(text), ("", 0)
    for indicator in indicators:
        for said in indicator.said_as:
            if bare.endswith(_bare(said)) and len(said) > best[1]:
                best = (indicator.key, len(said))
    return best[0]


def _counts_alike(unit: str, indicator: IndicatorWords) -> bool:
    """Whether a target in a unit can be one of an indicator: percent of a share, a number of a count."""
    if unit in SHARES:
        return indicator.is_share
    if unit in _TIMES:
        # 一次活动、一次会议，在台账里是一条记录。
        return not indicator.is_share and indicator.measure != "人"
    return not indicator.is_share and (unit == "人") == (indicator.measure == "人")


def _best(indicator: IndicatorWords, said: Said) -> _Found | None:
    """Get the wording of an indicator that stands in the text with the most words, if any does."""
    found = [
        one
        for wording in dict.fromkeys((*indicator.said_as, indicator.label))
        if (one := _standing(indicator, wording, said)) is not None
    ]
    return min(found, key=lambda one: one.order, default=None)


def _standing(indicator: IndicatorWords, wording: str, said: Said) -> _Found | None:
    """Get how far a wording stands in the text; None where it does not end in what is measured."""
    bare, measured = _bare(wording), _measured(said.words)
    whole = _bare(said.words)
    if whole.endswith(bare) or _MEASURES.sub("", whole).endswith(_MEASURES.sub("", bare)):
        return _Found(indicator, wording, len(bare))
    if not said.explicit and _says_all(bare, _bare(said.quote)):
        return _Found(indicator, wording, len(bare))
    if len(measured) < 2 or not bare.endswith(measured):
        return None
    heads = [one for one in _PARTS.split(_head(wording, measured)) if len(_bare(one)) >= 2]
    here, around = _bare(said.sentence), _bare(said.task)
    gone = tuple(one for one in heads if _bare(one) not in around)
    if not heads or len(gone) == len(heads):
        return None
    covered = len(measured) + sum(len(_bare(one)) for one in heads if one not in gone)
    near = all(_bare(one) in here for one in heads)
    return _Found(indicator, wording, covered, gone, near=near)


def _head(wording: str, tail: str) -> str:
    """Get a wording without its last words, its signs kept."""
    end, left = len(wording), len(tail)
    while left and end:
        end -= 1
        left -= not SIGNS.fullmatch(wording[end])
    return wording[:end]


@lru_cache(maxsize=8192)
def _says_all(wording: str, quote: str) -> bool:
    """Whether a text says of all what a share measures: 法定主动公开内容全部公开到位 is its 公开率."""
    core = _RATE.sub("", wording)
    if len(core) < 4:
        return False
    if core == wording:
        return wording in quote
    between = rf"{_ALL}{{0,3}}"
    return re.search(between.join(map(re.escape, core)), quote) is not None


@lru_cache(maxsize=4096)
def _measured(words: str) -> str:
    """Get what a target measures without whom it is asked of and without 次数 and its like."""
    bare = _bare(words)
    shorter = _MEASURES.sub("", bare)
    while (found := _HEADS.match(shorter)) and len(shorter) - found.end() >= 2:
        shorter = shorter[found.end() :]
    return shorter


def _reason(found: _Found) -> Message:
    if not found.missing and found.near:
        return Message(f"文中有“{found.words}”", f"the text has “{found.words}”")
    if not found.missing:
        return Message(
            f"“{found.words}”的说法分散在这一任务中，请核对",
            f"the words of “{found.words}” stand apart in this task; look at it",
        )
    listed = "”“".join(found.missing)
    return Message(
        f"像是“{found.words}”，但文中没有“{listed}”",
        f"like “{found.words}”, but the text has no “{listed}”",
    )
