"""The running text of a document: printed lines joined, noise left out, each character's place kept."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from zhunsheng.engine.documents.document import Cell, Document

Kind = Literal["text", "cell", "metadata"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """
    Where something stands: offsets into `Document.text`, and the words there.

    The quote leaves out white space and layout noise, which the offsets may span.
    """

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """
    A stretch of `Flow.text` (offsets into it): a paragraph, a table cell or a line of metadata.

    `cell` and `table` (its number) are given where the cells of the table are known.
    """

    start: int
    end: int
    kind: Kind = "text"
    cell: Cell | None = None
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Flow:
    """
    The document's words as one text that rules can run on, each paragraph on a line of its own.

    `offsets[i]` is the place of `text[i]` in `document.text`; a line end in `text` stands for the
    place right after the paragraph before it. `gaps` are the positions of `text` before which
    white space of the same line was left out.
    """

    document: Document
    text: str
    offsets: array[int]
    paragraphs: tuple[Paragraph, ...]
    gaps: frozenset[int] = frozenset()

    def place(self, start: int, end: int) -> Place:
        """Get the place in the document of `text[start:end]`, which must not be empty."""
        quote = self.text[start:end].replace("\n", "")
        return Place(start=self.offsets[start], end=self.offsets[end - 1] + 1, quote=quote)

    def quote(self, place: Place) -> str:
        """Get the words that stand between two offsets of the document, noise left out."""
        first = bisect_left(self.offsets, place.start)
        last = bisect_left(self.offsets, place.end)
        return self.text[first:last].replace("\n", "")

    def words(self, paragraph: Paragraph) -> str:
        """Get the text of a paragraph."""
        return self.text[paragraph.start : paragraph.end]

    def paragraph_at(self, position: int) -> Paragraph:
        """Get the paragraph in which a position of `text` lies."""
        index = bisect_left(self.paragraphs, position + 1, key=lambda p: p.start) - 1
        return self.paragraphs[max(index, 0)]

    def body(self) -> Iterator[Paragraph]:
        """Go through the paragraphs and cells, leaving the metadata out."""
        return (paragraph for paragraph in self.paragraphs if paragraph.kind != "metadata")
