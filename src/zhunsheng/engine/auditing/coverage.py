"""The targets of a plan set against what a report says was reached."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import log
from typing import Literal

from zhunsheng.engine.auditing.model import Coverage
from zhunsheng.engine.auditing.passages import same_measure
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.measures import is_percent
from zhunsheng.engine.reading.model import Figure, Reading, Target

State = Literal["met", "missed", "unreported", "unclear"]

_FILLER = re.compile(
    r"\d[\d.,]*|[不未]?(?:少于|低于|得少于|超过|高于)|至少|以上|以内|以下|达到|力争|确保|实现|控制在|左右|每年|每季度|每半年|每月|全年|年度|年内|年底前?"
    r"|开展|组织|举办|召开|推动|加强|完成|新增|办理|进一步|均|各|全[省市县区镇]|[一-鿿]?[级]|[，,、的了“”《》（）()〔〕\s%]"
)
_EDGE = re.compile(r"[。；;！？!?\n]")
_WHOLE = re.compile(r"全覆盖|全部|100[%％]|均已|普遍|应[^，。]{1,2}尽[^，。]{1,2}")
_ENOUGH = 0.5
_CLEAR = 0.62
_TAIL = 9
_LOOK_BACK = 50
_LOOK_AHEAD = 16
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Match:
    """A figure that may answer a target, and how much of the target's wording stands around it."""

    figure: Figure
    likeness: float
    own: float


def compare(plan: Reading, report: Reading) -> tuple[Coverage, ...]:
    """
    Get what a report says of each target of a plan, in the order of the plan.

    A target is answered by the figure of the same measure around which most of its wording stands.
    Without such a figure it is `unreported`; where the wording fits only in part, or the figure is
    only about so much, it is `unclear`.
    """
    index = _Index(report)
    sentences = _Sentences(report)
    return tuple(_covered(target, index, sentences) for target in plan.targets)


def _covered(target: Target, index: _Index, sentences: _Sentences) -> Coverage:
    if target.value is None or not target.explicit:
        return _implied(target, index, sentences)
    matches = index.matches(target)
    if not matches:
        return _silent(target)
    best = matches[0]
    reached = _reaches(target, best.figure)
    if reached is None or best.likeness < _CLEAR:
        return Coverage(
            target=target, figure=best.figure, state="unclear", why=_unclear(target, best.figure)
        )
    return _decided(target, best.figure, reached=reached)


def _decided(target: Target, figure: Figure, *, reached: bool) -> Coverage:
    asked, got = target.place.quote, figure.quote
    if reached:
        why = Message(f"要求“{asked}”，报告“{got}”", f"asked “{asked}”, reported “{got}”")
        return Coverage(target=target, figure=figure, state="met", why=why)
    gap = abs(figure.value - target.value) if target.value is not None else Decimal(0)
    unit = "个百分点" if is_percent(figure.unit) else figure.unit
    why = Message(
        f"要求“{asked}”，报告“{got}”，相差{gap:f}{unit}",
        f"asked “{asked}”, reported “{got}”: {gap:f} off",
    )
    return Coverage(target=target, figure=figure, state="missed", why=why)


def _silent(target: Target) -> Coverage:
    why = Message(
        f"报告中没有找到与“{target.place.quote}”对应的数字，请补充",
        f"the report gives no figure for “{target.place.quote}”",
    )
    return Coverage(target=target, figure=None, state="unreported", why=why)


def _unclear(target: Target, figure: Figure) -> Message:
    return Message(
        f"报告中最接近的是“{figure.quote}”，是否对应“{target.place.quote}”请核对",
        f"nearest is “{figure.quote}”; check whether it answers “{target.place.quote}”",
    )


def _implied(target: Target, index: _Index, sentences: _Sentences) -> Coverage:
    """Judge a target without a number of its own: 100%, or words that say as much (全覆盖)."""
    if target.value is None:
        matches = index.matches(target)
        if matches:
            best = matches[0].figure
            return Coverage(target=target, figure=best, state="unclear", why=_unclear(target, best))
        return _silent(target)
    for match in index.matches(target):
        if match.figure.value == _HUNDRED and match.likeness >= _CLEAR:
            return _decided(target, match.figure, reached=True)
    words = sentences.whole(target)
    if words is None:
        return _silent(target)
    why = Message(
        f"要求“{target.place.quote}”，报告称“{words}”",
        f"asked “{target.place.quote}”, the report says “{words}”",
    )
    return Coverage(target=target, figure=None, state="met", why=why)


def _reaches(target: Target, figure: Figure) -> bool | None:
    """Whether a figure reaches a target; None where it says too little to decide."""
    if target.value is None:
        return None
    value, asked = figure.value, target.value
    if target.comparator in {"<=", "<"}:
        reached = value < asked or (target.comparator == "<=" and value == asked)
        vague = figure.approx and not reached
    elif target.comparator == ">":
        reached, vague = value > asked, figure.approx and value == asked
    else:
        # A number to be reached may be passed: 打造3个 is met by four.
        reached, vague = value >= asked, figure.approx and value < asked
    return None if vague else reached


class _Index:
    """The figures of a report by the pairs of characters that stand around them."""

    def __init__(self, report: Reading) -> None:
        self._figures = [figure for figure in report.figures if not figure.cell]
        self._words = [_context(report.flow.text, figure) for figure in self._figures]
        self._contexts = [_pairs(words) for words in self._words]
        self._around: defaultdict[str, list[int]] = defaultdict(list)
        for number, around in enumerate(self._contexts):
            for pair in around:
                self._around[pair].append(number)

    def matches(self, target: Target) -> list[_Match]:
        """Get the figures of a target's measure, the likeliest first."""
        pairs = _pairs(target.indicator) or _pairs(target.place.quote)
        # What is counted stands last: 在园区新设行政复议联系点 is about 联系点.
        last = _pairs(_FILLER.sub("", target.indicator)[-_TAIL:]) or pairs
        limits = _pairs(target.condition.place.quote) if target.condition else frozenset[str]()
        numbers = {number for pair in pairs for number in self._around.get(pair, ())}
        found: list[_Match] = []
        for number in numbers:
            figure = self._figures[number]
            if not _same_kind(target, figure):
                continue
            around = self._contexts[number]
            likeness = max(self._share(pairs, around), self._share(last, around) * 0.95)
            if likeness >= _ENOUGH:
                own = self._share(last, _pairs(figure.quote)) + self._share(limits, around)
                own += _same_side(target, self._words[number])
                found.append(_Match(figure, likeness, own))
        return sorted(found, key=lambda match: (-match.likeness - match.own, match.figure.start))

    def _share(self, pairs: frozenset[str], around: frozenset[str]) -> float:
        """Get how much of some wording stands around a figure, rare words weighing more."""
        whole = sum(map(self._weight, pairs))
        return sum(map(self._weight, pairs & around)) / whole if whole else 0.0

    def _weight(self, pair: str) -> float:
        """Pairs that stand around many figures tell little."""
        return log(1 + len(self._figures) / (1 + len(self._around.get(pair, ()))))


class _Sentences:
    """The sentences of a report that say of something that it was done in full."""

    def __init__(self, report: Reading) -> None:
        self._whole = [
            (sentence.strip(), _pairs(sentence))
            for sentence in _EDGE.split(report.flow.text)
            if _WHOLE.search(sentence)
        ]

    def whole(self, target: Target) -> str | None:
        """Get the clause that says of a target's subject that all of it was reached."""
        pairs = _pairs(target.indicator) | _pairs(target.place.quote)
        for sentence, around in self._whole:
            if pairs and len(pairs & around) / len(pairs) >= _CLEAR:
                clause = next(
                    (c for c in re.split("[，,]", sentence) if _WHOLE.search(c)), sentence
                )
                return clause[:_LOOK_BACK]
        return None


def _same_kind(target: Target, figure: Figure) -> bool:
    """Whether a figure is of a target's measure: shares with shares, counts with counts like them."""
    if is_percent(figure.unit) != is_percent(target.unit):
        return False
    down = any(
        word in target.indicator + target.place.quote for word in ("下降", "减少", "压减", "降低")
    )
    up = any(
        word in target.indicator + target.place.quote for word in ("增长", "提高", "上升", "提升")
    )
    if figure.change == "down" and not down:
        return False
    if figure.change == "up" and not up:
        return False
    return is_percent(figure.unit) or same_measure(figure.unit, target.unit)


def _same_side(target: Target, words: str) -> float:
    """Get a bonus where a figure is limited to the same side (编制30名以下) as its target."""
    if target.condition is None:
        return 0.0
    side = "以下" if "以下" in target.condition.place.quote else "以上"
    return 0.5 if side in words else -0.5


def _context(text: str, figure: Figure) -> str:
    """Get the words around a figure: back to where its sentence begins, and a little ahead."""
    low = max(figure.start - _LOOK_BACK, 0)
    back = _EDGE.split(text[low : figure.start])[-1]
    return back + _EDGE.split(text[figure.end : figure.end + _LOOK_AHEAD])[0]


def _pairs(words: str) -> frozenset[str]:
    plain = _FILLER.sub("", words)
    return frozenset(_each_pair(plain))


def _each_pair(words: str) -> Iterable[str]:
    return (words[n : n + 2] for n in range(len(words) - 1))
