"""Deadlines: by when a plan wants what, as dates."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import zip_longest

from zhunsheng.engine.documents.flow import Flow, Paragraph
from zhunsheng.engine.reading.dates import DatePhrase, date_phrases
from zhunsheng.engine.reading.forward import TaskFinder, YearFinder, forward_paragraphs
from zhunsheng.engine.reading.model import Deadline, DocumentKind, Task
from zhunsheng.engine.reading.numerals import fold

_PAST = re.compile(r"(?:截至|截止|截止到|自|从|由|根据|按照|经|已于|已经|现行)$")
_NOT_BY = re.compile(
    r"以来|以后|之后|后|起|至今|发布的|公布的|第.{1,6}次"
    r"|[^，。]{0,12}(?:审议|会议通过|会议精神)|(?:工作|度)?(?:报告|要点|情况)|[^，。；前]{0,4}(?:述职|述法|考核)"
)
# “3月27日印发”说的是文件，“3月底前印发”说的是要办的事。
_DATED = re.compile(r"施行|实施|印发|下发")
_DOING = re.compile(
    r"[^，。；]{0,30}?(?:完成|建成|投入|竣工|开工|动工|启动|报送|上报|报告|举办|开展|召开|发布|公布|公开|组织|形成|出台|实现|到位|总结|提交|部署|开始)"
)
_STATE_OF = re.compile(r"[^，,。；;：:]{0,8}(?:进展|进度|情况|形势)")
_DONE = re.compile(r"[^。；;]{0,60}?(?:[一-鿿]了(?!解)|已|圆满|审议通过|表决)")
_NUMBERING = re.compile(r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）).、．]")
_CLAUSE_EDGE = re.compile(r"[，,。；;：:！？\n]")
_TITLE = re.compile(r"《[^》\n]{0,200}》")
_RANGE = re.compile(r"[-—–~～至到]{1,2}")
_BEFORE_END = frozenset("（(-—–~～至到")
_LONGEST_QUOTE = 80
_LONGEST_CELL = 24


def read_deadlines(
    flow: Flow, tasks: tuple[Task, ...], year: int | None, kind: DocumentKind | None = None
) -> tuple[Deadline, ...]:
    """
    Get the deadlines that a document sets, in the order of the text, with dates against its year.

    What only recurs (每季度) has no date. The last year of a programme named with its years
    (2023—2025年) counts as a deadline; dates that have passed when the year begins do not.
    """
    text = fold(flow.text)
    finder = TaskFinder(tasks)
    years = YearFinder(flow, year)
    found: list[Deadline] = []
    for paragraph in forward_paragraphs(flow, kind):
        for phrase in _deadlines_in(text, paragraph, years.year_at(paragraph.start)):
            start, end = _clause(text, paragraph, phrase)
            found.append(
                Deadline(
                    date=phrase.date,
                    task=finder.path_at(phrase.start),
                    place=flow.place(start, end),
                    every=phrase.every,
                )
            )
    return tuple(found)


def _deadlines_in(text: str, paragraph: Paragraph, year: int | None) -> Iterator[DatePhrase]:
    phrases = list(date_phrases(text, paragraph.start, paragraph.end, year))
    if not phrases:
        return
    titles = [found.span() for found in _TITLE.finditer(text, paragraph.start, paragraph.end)]
    starts = [start for start, _ in titles]
    for phrase, following in zip_longest(phrases, phrases[1:]):
        index = bisect_right(starts, phrase.start) - 1
        in_title = index >= 0 and phrase.start < titles[index][1]
        if phrase.programme or phrase.feast:
            accepted = True
        elif in_title or (following and _RANGE.fullmatch(text, phrase.end, following.start)):
            accepted = False
        else:
            accepted = _sets_a_deadline(text, paragraph, phrase)
        late = phrase.date is None or year is None or phrase.date.year >= year
        if accepted and late and (phrase.date or phrase.every):
            yield phrase


def _sets_a_deadline(text: str, paragraph: Paragraph, phrase: DatePhrase) -> bool:
    before = text[max(phrase.start - 4, paragraph.start) : phrase.start]
    if _PAST.search(before) or _NOT_BY.match(text, phrase.end, paragraph.end):
        return False
    if phrase.every or phrase.bound:
        return True
    if _DATED.match(text, phrase.end, paragraph.end):
        return False
    if _STATE_OF.match(text, phrase.end, paragraph.end) or _DONE.match(
        text, phrase.end, paragraph.end
    ):
        return False
    length = paragraph.end - paragraph.start
    if phrase.whole and length <= _LONGEST_CELL:
        return True
    if before[-1:] in _BEFORE_END or text[phrase.end : phrase.end + 1] in {")", "）"}:
        return length > phrase.end - phrase.start + 2
    return bool(_DOING.match(text, phrase.end, paragraph.end))


def _clause(text: str, paragraph: Paragraph, phrase: DatePhrase) -> tuple[int, int]:
    """Get the clause around a phrase: what is to be done by then."""
    start = max(paragraph.start, phrase.start - _LONGEST_QUOTE)
    for found in _CLAUSE_EDGE.finditer(text, start, phrase.start):
        start = found.end()
    numbering = _NUMBERING.match(text, start, phrase.start)
    start = numbering.end() if numbering else start
    edge = _CLAUSE_EDGE.search(text, phrase.end, min(paragraph.end, phrase.end + _LONGEST_QUOTE))
    if edge and edge.start() == phrase.end and edge[0] in "，,":
        # “到2025年，建成…”：要办的事写在下一分句。
        last = min(paragraph.end, edge.end() + _LONGEST_QUOTE)
        edge = _CLAUSE_EDGE.search(text, edge.end(), last)
    end = edge.start() if edge else min(paragraph.end, phrase.end + _LONGEST_QUOTE)
    return start, end
