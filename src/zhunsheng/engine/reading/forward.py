"""The parts of a document that say what is to be done: all of a plan, the outlook of a report."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from zhunsheng.engine.documents.flow import Flow, Paragraph
from zhunsheng.engine.reading.horizon import ahead
from zhunsheng.engine.reading.kind import read_kind
from zhunsheng.engine.reading.meta import read_meta
from zhunsheng.engine.reading.model import DocumentKind, Task

_EXPECTED = re.compile(r"(?:预期|工作|发展|奋斗|主要)目标(?:任务)?(?:是|为|[:：])")

_HEADING = re.compile(
    r"(?P<part>第[一二三四五六七八九十]{1,3}[章篇部])|(?P<section>第[一二三四五六七八九十]{1,3}节)|(?P<one>[一二三四五六七八九十]{1,3}[、.．])|(?P<two>[（(][一二三四五六七八九十]{1,3}[）)])"
)
_LEVELS = ("part", "section", "one", "two")
_REVIEW = re.compile(
    r"[^。，]{0,24}(?:回顾|执行情况|完成情况|工作情况|工作成效|主要成效|取得(?:的)?成[绩效]|发展基础|现实基础|发展现状|基本现状|建设成就|发展成就|主要成绩)(?:[^。，]{0,12}|[。，].*)$"
)
_LONGEST_HEADING = 40
_BACK = re.compile(
    r"(?:(?P<year>20\d{2})年(?![底末]?前|[底末])|去年|上年[，,]|过去的?[一二三四五两\d]{1,2}年|[一五]年来|近年来|“十[一二三四]五”(?:时期|期间|以来))"
)
_ON = re.compile(
    r"(?:.{0,6}(?:到|至)20\d{2}年|今年|本年|下一?步|力争|确保|要|计划|预计|明年|主要(?:预期)?目标|工作目标|总体要求)"
)
_YEAR_FIRST = re.compile(r"(?P<year>20\d{2})年")
_SENTENCE = re.compile(r"[^。；;！？\n]{1,2000}[。；;！？\n]?")


def forward_paragraphs(flow: Flow, kind: DocumentKind | None) -> list[Paragraph]:
    """
    Get the paragraphs and cells that look ahead, in order.

    A plan looks ahead from end to end. `kind` None has the kind read from the text.
    """
    if kind is None:
        kind = read_kind(flow, read_meta(flow))
    body = list(flow.body())
    if kind == "plan":
        return list(_without_review(flow, body))
    spans = ahead(flow)
    starts = [start for start, _ in spans]
    return [
        p for p in body if _within(p, spans, starts) or _EXPECTED.search(flow.text, p.start, p.end)
    ]


def _without_review(flow: Flow, body: list[Paragraph]) -> Iterator[Paragraph]:
    """Leave out the sections of a plan that tell what has been done (发展基础, 工作回顾)."""
    review: int | None = None
    for paragraph in body:
        words = flow.text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_HEADING)]
        mark = _HEADING.match(words)
        level = _LEVELS.index(mark.lastgroup) if mark and mark.lastgroup else None
        if review is not None and level is not None and level <= review:
            review = None
        if review is None and level is not None and _REVIEW.match(words.split("。", maxsplit=1)[0]):
            review = level
        if review is None:
            yield paragraph


def past_spans(text: str, start: int, end: int, year: int | None) -> list[tuple[int, int]]:
    """Get the spans of a paragraph that tell of earlier years, from a sentence that begins with one."""
    spans: list[tuple[int, int]] = []
    past = False
    for sentence in _SENTENCE.finditer(text, start, end):
        back, on = _BACK.match(sentence[0]), _ON.match(sentence[0])
        named = _YEAR_FIRST.match(sentence[0])
        if on or (named and (year is None or int(named["year"]) >= year)):
            past = False
        elif back:
            past = back["year"] is None or (year is not None and int(back["year"]) < year)
        if past:
            spans.append(sentence.span())
    return spans


def _within(paragraph: Paragraph, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    index = bisect_right(starts, paragraph.start) - 1
    return index >= 0 and paragraph.start < spans[index][1]


class YearFinder:
    """Tells which year the parts of a document are about: a report's outlook names the next one."""

    def __init__(self, flow: Flow, year: int | None) -> None:
        self._year = year
        self._starts: list[int] = []
        self._years: list[int | None] = []
        for paragraph in flow.body():
            words = flow.text[
                paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_HEADING)
            ]
            mark = _HEADING.match(words)
            if mark and mark.lastgroup in {"part", "one"}:
                named = _YEAR_FIRST.search(words.split("。", maxsplit=1)[0])
                self._starts.append(paragraph.start)
                self._years.append(int(named["year"]) if named else None)

    def year_at(self, position: int) -> int | None:
        """Get the year that a position of `Flow.text` is about: its section's, where that is later."""
        index = bisect_right(self._starts, position) - 1
        named = self._years[index] if index >= 0 else None
        later = named is not None and self._year is not None and named == self._year + 1
        return named if later else self._year


class TaskFinder:
    """Tells in which task of a plan a position lies."""

    def __init__(self, tasks: tuple[Task, ...]) -> None:
        self._tasks = sorted(tasks, key=lambda task: task.start)
        self._starts = [task.start for task in self._tasks]

    def path_at(self, position: int) -> str | None:
        """Get the path of the task that holds a position of `Flow.text`, or None."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position < self._tasks[index].end:
            return self._tasks[index].path
        return None
