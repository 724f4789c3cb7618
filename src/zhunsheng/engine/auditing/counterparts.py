"""Which figure of a report answers a target of a plan, by wording and unit."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from zhunsheng.engine.auditing.passages import same_measure
from zhunsheng.engine.documents.flow import Flow
from zhunsheng.engine.reading.model import Figure, Reading, Target

_WORDS = re.compile(r"[一-鿿A-Za-z]+")
_EMPTY = re.compile(
    r"开展|组织|举办|召开|实现|完成|建成|打造|培育|新增|确保|力争|推进|落实|次数|数量|全[省市县区州镇]|各级|每[个年季月]|本级|本年度?|上年度?|年度|全年|累计|共计?|以及|进行|不少于|达到|工作|活动|情况|有关|相关|覆盖率?|[的了和与及对均]"
)
_EDGE = re.compile(r"[。；;！？\n]")
_RATE = re.compile(r"[一-鿿]{2}[率度]$|比例$|占比$|比重$")
_CHANGE = re.compile(r"增[长速幅]|下降|降低|涨幅|提高\d|提升\d|个百分点")
_FULL = re.compile(
    r"[^，,。；;！？\n]{0,40}(?:全覆盖|百分之百|(?<![\d.])100%|全部|应[一-鿿]{1,3}尽[一-鿿]{1,3}|有[一-鿿]必[一-鿿])[^，,。；;！？\n]{0,20}"
)
_OCCASIONS = frozenset({"次", "场", "期", "场次", "轮", "批", "堂", "讲", "次会议"})
_BEFORE, _AFTER = 60, 24
_SHORT = 5
_LIKELY = 0.35
_SURE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """
    A figure that may answer a target, and whether the wording leaves no doubt.

    `context` holds the words around the figure within its sentence; `limited` tells that the
    report limits it as the plan limits the target (编制30名以下的镇).
    """

    figure: Figure
    context: str
    sure: bool
    limited: bool = False


class Counterparts:
    """Finds figures of one report; prepared once for all targets."""

    def __init__(self, report: Reading) -> None:
        self._text = report.flow.text
        full = _full_statements(report.flow)
        self._figures = [*report.figures, *full]
        self._contexts = [_context(report.flow, figure) for figure in self._figures]
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for number, context in enumerate(self._contexts):
            for pair in _pairs(context):
                self._holders[pair].append(number)

    def of(self, target: Target, plan: Flow) -> Counterpart | None:
        """Get the figure whose words are most like those of a target, or None."""
        # “增速”是读出来的，原文写“增长”。
        named = target.indicator.removeprefix(target.scope).removesuffix("增速")
        words = _EMPTY.sub("、", named)
        wanted = _pairs(words)
        if len(words) < _SHORT:
            # “参考率不低于90%”：指标太短，连同前文一起看。
            wanted |= _pairs(_EMPTY.sub("、", _sentence_before(plan, target)))
        weights = {pair: self._weight(pair) for pair in wanted}
        total = sum(weights.values())
        if not total:
            return None
        scores: defaultdict[int, float] = defaultdict(float)
        for pair, weight in weights.items():
            for number in self._holders.get(pair, ()):
                scores[number] += weight
        best: Counterpart | None = None
        for number, score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
            if score / total < _LIKELY:
                break
            if not self._answers(target, words, number):
                continue
            figure = self._figures[number]
            measured = bool(figure.unit) or not target.unit
            limited = _is_limited(target, _before(self._text, figure))
            found = Counterpart(
                figure=figure,
                context=self._contexts[number],
                sure=score / total >= _SURE and measured,
                limited=limited,
            )
            if target.condition is None or limited:
                return found
            best = best or found
        return best

    def _weight(self, pair: str) -> float:
        return math.log(2 + len(self._figures) / (1 + len(self._holders.get(pair, ()))))

    def _answers(self, target: Target, words: str, number: int) -> bool:
        figure = self._figures[number]
        if not _same_unit(target, figure):
            return False
        if bool(figure.change) != bool(_CHANGE.search(target.indicator + target.place.quote)):
            return False
        head = _head(words)
        return not head or head in figure.subject or head in figure.quote


def _is_limited(target: Target, before: str) -> bool:
    """Whether the words before a figure name the same limit as a target's condition."""
    if target.condition is None:
        return False
    side = {">=": "以上", ">": "以上", "<=": "以下", "<": "以下"}.get(
        target.condition.comparator, ""
    )
    return f"{target.condition.value:f}" in before and side in before


def _head(words: str) -> str:
    """Get the last word of an indicator, which a figure must repeat (应诉率, 学法, 讲座)."""
    rate = _RATE.search(words)
    if rate:
        return rate[0]
    pieces = _WORDS.findall(words)
    return pieces[-1][-2:] if pieces else ""


def _same_unit(target: Target, figure: Figure) -> bool:
    if not target.unit or not figure.unit or same_measure(target.unit, figure.unit):
        return True
    if target.unit.endswith("元") and figure.unit.endswith("元"):
        return True
    return {target.unit, figure.unit} <= _OCCASIONS


def _pairs(words: str) -> set[str]:
    return {run[n : n + 2] for run in _WORDS.findall(words) for n in range(len(run) - 1)}


def _context(flow: Flow, figure: Figure) -> str:
    """Get the words around a figure, not beyond its sentence."""
    text = flow.text
    before = _before(text, figure)
    after = _EDGE.split(text[figure.end : figure.end + _AFTER])[0]
    return (
        before + text[figure.start : figure.end] + after + (figure.subject if figure.cell else "")
    )


def _before(text: str, figure: Figure) -> str:
    return _EDGE.split(text[max(figure.start - _BEFORE, 0) : figure.start])[-1]


def _sentence_before(plan: Flow, target: Target) -> str:
    position = bisect_left(plan.offsets, target.place.start)
    return _EDGE.split(plan.text[max(position - _BEFORE, 0) : position])[-1]


def _full_statements(flow: Flow) -> Iterable[Figure]:
    """Get what a report says of full coverage in words, as figures of 100 percent."""
    for found in _FULL.finditer(flow.text):
        if "100%" in found[0]:
            continue
        place = flow.place(found.start(), found.end())
        yield Figure(
            value=Decimal(100),
            unit="%",
            subject=place.quote,
            approx=False,
            place=place,
            printed="",
            scale=Decimal(1),
            start=found.start(),
            end=found.end(),
            sentence=-1,
            quote=place.quote,
        )
