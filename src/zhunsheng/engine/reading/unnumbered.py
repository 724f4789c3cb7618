"""Headings without numbers: short lines between paragraphs, where nothing else divides the text."""

from __future__ import annotations

import re
from dataclasses import replace

from zhunsheng.engine.documents.flow import Flow, Paragraph
from zhunsheng.engine.reading.headings import DATE_LINE, GENRES, Found

_SHORTEST, _LONGEST = 4, 40
_FEWEST = 2
_NO_HEADING = re.compile(
    r"[（(【\[〔•·*>«|]|[图表]\d|注[:：]|.*(?:[。；：！？，、:;,!?>|]$|来源|记者|责任编辑|发布|版权|http|www|〔\d{4}〕|[。；！？])"
    r"|.*(?:人民政府|办公室|委员会|办事处|公司|[局厅])$"
)
_GENRE_END = re.compile(rf".*(?:{GENRES})$")


def unnumbered_headings(flow: Flow, found: list[Found]) -> list[Found]:
    """
    Get the short lines that head paragraphs, with the numbered headings `found` below them.

    Gives `found` back where fewer than two such lines stand between paragraphs.
    """
    paragraphs = [p for p in flow.paragraphs if p.kind == "text"]
    numbered = {heading.start for heading in found}
    lines: list[Found] = []
    before_all: Paragraph | None = None
    for before, here, after in zip(paragraphs, paragraphs[1:], paragraphs[2:], strict=False):
        if here.start in numbered or not _heads(flow, here, after):
            continue
        if "。" in flow.words(before):
            lines.append(_line(here))
        elif (
            not lines
            and not _GENRE_END.match(flow.words(here))
            and not DATE_LINE.match(flow.words(before))
        ):
            before_all = here
    if len(lines) < _FEWEST:
        return found
    if before_all is not None and before_all.start < lines[0].start:
        lines.insert(0, _line(before_all))
    lower = [
        replace(heading, level=heading.level + 1)
        for heading in found
        if heading.start > lines[0].start
    ]
    return sorted(lines + lower, key=lambda heading: heading.start)


def _heads(flow: Flow, here: Paragraph, after: Paragraph) -> bool:
    """Whether a line is short, ends in no punctuation, and has sentences behind it."""
    if not _SHORTEST <= here.end - here.start <= _LONGEST or "。" not in flow.words(after):
        return False
    words = flow.words(here)
    return not _NO_HEADING.match(words) and not DATE_LINE.match(words)


def _line(paragraph: Paragraph) -> Found:
    return Found(
        style=None,
        number=None,
        level=1,
        start=paragraph.start,
        title=paragraph.start,
        end=paragraph.end,
    )
