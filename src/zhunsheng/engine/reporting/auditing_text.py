"""
A report as a document that the reader reads: its text, and which block and bound figure stands where.

It knows the blocks of a report; what is read from the text is for the reader.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from zhunsheng.engine.documents.document import Cell, Document, Table
from zhunsheng.engine.documents.flow import Place
from zhunsheng.engine.reporting.model import Block, Report, Span


@dataclass(frozen=True, slots=True)
class LaidOut:
    """
    A report laid out as a document.

    `starts` are the offsets of the blocks in the document's text; `bound` the offsets of the figures that
    are bound to indicators, each with its id, in the order of the text.
    """

    document: Document
    starts: tuple[int, ...]
    bound: tuple[tuple[int, int, str], ...]

    def block_at(self, position: int) -> int:
        """Get the number of the block that holds a position of the text."""
        return max(bisect_right(self.starts, position) - 1, 0)

    def place(self, start: int, end: int) -> Place:
        """Get the place of a stretch of the text."""
        return Place(start=start, end=end, quote=self.document.text[start:end])

    def bound_within(self, start: int, end: int) -> tuple[str, ...]:
        """Get the ids of the bound figures that overlap a stretch of the text."""
        first = max(bisect_right(self.bound, (start, -1, "")) - 1, 0)
        found = []
        for begin, stop, key in self.bound[first:]:
            if begin >= end:
                break
            if stop > start:
                found.append(key)
        return tuple(found)


def laid_out(report: Report) -> LaidOut:
    """Get a report as a document: a line for each paragraph and each cell, with the tables' cells known."""
    maker = _Maker()
    for block in report.blocks:
        maker.block(block)
    document = Document(
        name=report.title,
        format="report",
        text=maker.text,
        wrapped=False,
        tables=tuple(maker.tables),
    )
    return LaidOut(document, tuple(maker.starts), tuple(maker.bound))


class _Maker:
    """Writes blocks one below the other and remembers where each begins."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self.starts: list[int] = []
        self.bound: list[tuple[int, int, str]] = []
        self.tables: list[Table] = []

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def block(self, block: Block) -> None:
        self.starts.append(self._length)
        if block.kind != "table":
            self._add(block.number)
            self._line(block.spans)
            return
        cells = []
        for row, columns in enumerate(block.rows):
            for column, spans in enumerate(columns):
                start = self._length
                self._line(spans)
                if self._length - start > 1:
                    cells.append(Cell(row=row, column=column, start=start, end=self._length - 1))
        if cells:
            self.tables.append(Table(cells=tuple(cells)))

    def _line(self, spans: tuple[Span, ...]) -> None:
        for span in spans:
            if span.figure:
                self.bound.append((self._length, self._length + len(span.text), span.figure))
            self._add(span.text)
        self._add("\n")

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
