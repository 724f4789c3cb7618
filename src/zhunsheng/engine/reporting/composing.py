"""
A report put together: title, addressee, chapters under their headings, tables, signature.

It knows the genre and the paragraphs that were accepted; where paragraphs are kept, and who accepts them, is
for others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from zhunsheng.engine.documents.ordinals import ordinal
from zhunsheng.engine.reporting.declarations import Chapter, Genre
from zhunsheng.engine.reporting.model import Block, BoundFigure, Report, Span
from zhunsheng.engine.reporting.templates import parsed
from zhunsheng.engine.reporting.writing import Figures, written

_ENDS, _COUNTED = "。！？；…", "chineseCountingThousand"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """
    A paragraph that is in the report: the chapter or theme it belongs to, its template, where it is from.

    `source` is what the paragraph is traced back to: the name of a statement, or the number of an entry.
    """

    chapter: str
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class AnnexTable:
    """A table at the end of the report: its title, and rows of cells, the head first."""

    title: str
    rows: tuple[tuple[tuple[Span, ...], ...], ...]
    figures: tuple[BoundFigure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Who reports on which year to whom, and when; `region` is whose work it is (溪口县)."""

    year: int
    issuer: str
    region: str
    addressee: str = ""
    number: str = ""
    issued: date | None = None
    period: str = ""
    place: str = ""


def composed(
    genre: Genre,
    facts: Facts,
    paragraphs: Sequence[Paragraph],
    figures: Figures,
    tables: Sequence[AnnexTable] = (),
) -> Report:
    """
    Get a report from its paragraphs, each under its chapter in the order given.

    Chapters and themes without a paragraph are left out, and numbers run on. Figures have ids f1, f2 … in
    the order of the text. Raises TemplateError for a paragraph that cannot be read, and ValueError for one
    of a chapter that the genre has not.
    """
    strange = {one.chapter for one in paragraphs} - set(genre.keys)
    if strange:
        raise ValueError(f"体例里没有这些章：{'、'.join(sorted(strange))}")
    maker = _Maker(facts, figures)
    title = _said(genre.title, facts)
    maker.add(Block("title", (Span(title),)))
    if facts.addressee:
        maker.add(Block("addressee", (Span(facts.addressee.rstrip("：:") + "："),)))
    maker.add(Block("paragraph", (Span(_said(genre.opening, facts)),)))
    numbered = (chapter for chapter in genre.chapters if _paragraphs_of(chapter, paragraphs))
    for at, chapter in enumerate(numbered, 1):
        heading = _said(chapter.title, facts)
        maker.add(Block("heading", (Span(heading),), level=1, number=f"{ordinal(at, _COUNTED)}、"))
        maker.chapter(chapter, paragraphs)
    maker.signature()
    for table in tables:
        maker.table(table)
    return Report(
        title=title,
        issuer=facts.issuer,
        year=facts.year,
        number=facts.number,
        issued=facts.issued,
        blocks=tuple(maker.blocks),
        figures=maker.figures,
    )


class _Maker:
    """Collects the blocks of a report and gives its figures their ids."""

    def __init__(self, facts: Facts, figures: Figures) -> None:
        self._facts, self._known = facts, figures
        self.blocks: list[Block] = []
        self.figures: dict[str, BoundFigure] = {}

    def add(self, block: Block) -> None:
        self.blocks.append(block)

    def chapter(self, chapter: Chapter, paragraphs: Sequence[Paragraph]) -> None:
        if not chapter.themes:
            for one in _paragraphs_of(chapter, paragraphs):
                self.paragraph(one)
        held = [
            theme for theme in chapter.themes if any(theme.key == p.chapter for p in paragraphs)
        ]
        for at, theme in enumerate(held, 1):
            number = f"（{ordinal(at, _COUNTED)}）"
            self.add(Block("heading", (Span(theme.title),), level=2, number=number))
            for one in paragraphs:
                if one.chapter == theme.key:
                    self.paragraph(one)

    def paragraph(self, one: Paragraph) -> None:
        facts = self._facts
        said = written(
            parsed(one.text.strip()), self._known, period=facts.period, place=facts.place
        )
        spans = self._bound(said.spans, said.figures)
        if spans and not "".join(span.text for span in spans).endswith(tuple(_ENDS)):
            spans = (*spans, Span("。"))
        for line in _lines(spans):
            self.add(Block("paragraph", line, source=one.source))

    def signature(self) -> None:
        self.add(Block("signature", (Span(self._facts.issuer),)))
        if self._facts.issued is not None:
            day = self._facts.issued
            self.add(Block("date", (Span(f"{day.year}年{day.month}月{day.day}日"),)))

    def table(self, table: AnnexTable) -> None:
        self.add(Block("table_title", (Span(table.title),)))
        rows = tuple(tuple(self._bound(cell, table.figures) for cell in row) for row in table.rows)
        self.add(Block("table", rows=rows))

    def _bound(self, spans: tuple[Span, ...], figures: tuple[BoundFigure, ...]) -> tuple[Span, ...]:
        """Give the figures of some spans their ids in the report."""
        by_place = {one.id: one for one in figures}
        made = []
        for span in spans:
            if not span.figure:
                made.append(span)
                continue
            key = f"f{len(self.figures) + 1}"
            self.figures[key] = replace(by_place[span.figure], id=key)
            made.append(Span(span.text, key))
        return tuple(made)


def _paragraphs_of(chapter: Chapter, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    keys = {theme.key for theme in chapter.themes} or {chapter.key}
    return [one for one in paragraphs if one.chapter in keys]


def _lines(spans: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """Break spans where a unit broke its text into lines; empty lines are dropped."""
    line: list[Span] = []
    for span in spans:
        first, *rest = span.text.split("\n") if not span.figure else [span.text]
        line.append(Span(first.strip() if rest else first, span.figure))
        for text in rest:
            if any(one.text for one in line):
                yield tuple(one for one in line if one.text)
            line = [Span(text.lstrip(), span.figure)]
    if any(one.text for one in line):
        yield tuple(one for one in line if one.text)


def _said(text: str, facts: Facts) -> str:
    return text.format(
        year=facts.year, next=facts.year + 1, issuer=facts.issuer, region=facts.region
    )
