"""
What looks like a target, a duty or a date in a plan and became part of nothing.

It does not read: it looks again, more coarsely than the reader, and lists what the reader did not use, so
that nothing is lost in silence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from zhunsheng.engine.documents.flow import Flow, Paragraph, Place
from zhunsheng.engine.messages import Message
from zhunsheng.engine.planning.proposal import LeftKind, LeftOver
from zhunsheng.engine.reading.forward import TaskFinder
from zhunsheng.engine.reading.model import Reading
from zhunsheng.engine.reading.numerals import fold, numbers

_BEFORE = re.compile(
    r"(?:不(?:得|能|应|可)?(?:少于|低于|小于|超过|高于|多于|大于)|至少|最少|最多|至多|达到|达|超过|高于|低于|大于|小于|控制在|确保|力争|保持在|以上|≥|≤)[^，,。；;：:！？\n\d]{0,8}$"
)
_BEHIND = re.compile(
    r"(?:[%％‰]|个?百分点)|[^，,。；;：:！？\n\d]{0,4}(?:以上|以下|以内|之内|及以上|及以下)"
)
_COMMITMENT = re.compile(
    r"全覆盖|百分之百|百分百|零(?:差错|遗漏|容忍|投诉)|普遍(?:建立|开展|推行|实行|配备|设立|落实)|[两三四五]级(?:全)?覆盖|覆盖[省市县区][、和]"
    r"|全部(?:公开|完成|建成|办结|落实|纳入|上线|入网|配备|接入|整改)|[有应凡][一-鿿]{1,3}(?:必|尽)[一-鿿]{1,2}"
)
_RESPONSIBILITY = re.compile(
    r"(?:责任|牵头|配合|主办|承办|协办|负责|参与)(?:单位|部门)[^，。；\n：:]{0,6}[:：]"
    r"|[〔（(【\[][^〕）)】\]\n]{2,400}?(?:负责|牵头|落实|配合|组织实施)[〕）)】\]]"
    r"|(?<![理自缘事])由[^，,。；;\n：:]{2,40}?(?:负责|牵头|承办|组织实施)"
)
_DATE = re.compile(
    r"20\d{2}年(?:度|底|末|内)?(?:前)?(?:\d{1,2}月(?:份)?(?:\d{1,2}[日号])?)?|\d{1,2}月(?:\d{1,2}[日号]|[底末初份])|(?<!\d)\d{1,2}月(?=前|之前)"
    r"|[年季月]底|年末|年内|[上下]半年|第?[一二三四]季度|每(?:半年|年|季度?|个?月|周)|今年|明年|本年度|年度内"
)
_BY = re.compile(r"(?:之?前|底|末|内|每)")
_TITLE = re.compile(r"《[^》\n]{0,200}》|“[^”\n]{0,40}”")
_EDGE = re.compile(r"[，,。；;：:！？\n]")
_SENTENCE = re.compile(r"[。；;！？\n]")
_LONGEST = 60

_WHY: dict[LeftKind, Message] = {
    "figure": Message(
        "有比较词的数字，没有读成目标", "a number with a comparison that is no target"
    ),
    "commitment": Message("像是目标的说法，没有读成目标", "words like a target that are none"),
    "responsibility": Message(
        "像是责任分工，没有归入任务", "words like a responsibility clause that belong to no task"
    ),
    "date": Message("日期，没有读成期限", "a date that was not read as a deadline"),
}


def left_over(reading: Reading, tasks: TaskFinder, keys: dict[str, str]) -> tuple[LeftOver, ...]:
    """
    Get what looks like part of a plan and is none, in the order of the text.

    `keys` are those of the tasks by their paths. Mere mentions, such as years in titles, are minor.
    """
    search = _Search(reading)
    found: dict[str, LeftOver] = {}
    for paragraph in reading.flow.body():
        for kind, start, end, minor in search.in_paragraph(paragraph):
            place = reading.flow.place(start, end)
            path = tasks.path_at(start)
            left = LeftOver(
                key=f"{kind}-{place.start}-{place.end}",
                kind=kind,
                task=keys.get(path) if path else None,
                place=place,
                reason=_WHY[kind],
                minor=minor or path is None,
            )
            found.setdefault(left.key, left)
    return tuple(sorted(found.values(), key=lambda one: (one.place.start, one.place.end)))


class _Spans:
    """Some stretches of a text, to ask whether another one touches any of them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(set(spans))
        self._starts = [start for start, _ in self._spans]
        self._reach: list[int] = []
        for _, end in self._spans:
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them has a character in common with a stretch."""
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and self._reach[index] > start


class _Search:
    """Looks through the paragraphs of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._flow: Flow = reading.flow
        self._text = fold(reading.flow.text)
        places = [target.place for target in reading.targets]
        conditions = [one.condition for one in reading.targets if one.condition]
        values = [(one.place, one.value) for one in reading.targets if one.value is not None]
        values += [(one.place, one.value) for one in conditions]
        self._values: Sequence[tuple[Place, Decimal]] = values
        self._targets = _Spans((one.start, one.end) for one in places)
        dates = [one.place for one in reading.deadlines] + places
        self._dates = _Spans((one.start, one.end) for one in dates)
        units = [unit.place for task in reading.tasks for unit in (*task.units, *task.defaults)]
        self._units = _Spans((one.start, one.end) for one in units)

    def in_paragraph(self, paragraph: Paragraph) -> Iterator[tuple[LeftKind, int, int, bool]]:
        """Go through what was left over: its kind, where it stands, and whether it is a mere mention."""
        start, end = paragraph.start, paragraph.end
        titles = _Spans(found.span() for found in _TITLE.finditer(self._text, start, end))
        for first, last in self._figures(start, end):
            yield "figure", *self._clause(first, last, start, end), titles.touch(first, last)
        for found in _COMMITMENT.finditer(self._text, start, end):
            if not self._targets.touch(*self._spread(*found.span())):
                minor = titles.touch(*found.span()) and not found[0].startswith(("有", "应", "凡"))
                yield "commitment", *self._clause(*found.span(), start, end), minor
        for found in _RESPONSIBILITY.finditer(self._text, start, end):
            first, last = self._sentence(*found.span(), start, end)
            if not self._units.touch(*self._spread(first, last)):
                yield "responsibility", first, last, False
        for found in _DATE.finditer(self._text, start, end):
            if not self._dates.touch(*self._spread(*found.span())):
                minor = titles.touch(*found.span()) or not _BY.search(found[0] + self._next(found))
                yield "date", *self._clause(*found.span(), start, end), minor

    def _figures(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Go through the numbers with a word of comparison whose value is in no target."""
        for number in numbers(self._text[start:end]):
            first, last = start + number.start, start + number.end
            before = self._text[max(first - 16, start) : first]
            if not (
                number.percent
                or _BEFORE.search(before)
                or _BEHIND.match(self._text, last, min(last + 8, end))
            ):
                continue
            spread = self._spread(first, last)
            known = {number.value, number.mantissa, number.low}
            if not any(
                place.start < spread[1] and spread[0] < place.end and value in known
                for place, value in self._values
            ):
                yield first, last

    def _next(self, found: re.Match[str]) -> str:
        return self._text[found.end() : found.end() + 2]

    def _spread(self, start: int, end: int) -> tuple[int, int]:
        """Get a stretch of the running text as one of the document."""
        return self._flow.offsets[start], self._flow.offsets[end - 1] + 1

    def _clause(self, start: int, end: int, low: int, high: int) -> tuple[int, int]:
        return _around(self._text, _EDGE, start, end, low, high)

    def _sentence(self, start: int, end: int, low: int, high: int) -> tuple[int, int]:
        return _around(self._text, _SENTENCE, start, end, low, high)


def _around(
    text: str, edge: re.Pattern[str], start: int, end: int, low: int, high: int
) -> tuple[int, int]:
    """Get the stretch between two edges around some words, not much longer than they are."""
    first = max(low, start - _LONGEST)
    for found in edge.finditer(text, first, start):
        first = found.end()
    first += first < start and text[first] in "，,、"
    behind = edge.search(text, end, min(high, end + _LONGEST))
    last = behind.start() if behind else min(high, end + _LONGEST)
    while first < start and text[first].isspace():
        first += 1
    return first, max(last, end)
