"""A document's text in pieces, each with the kinds of things that stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from zhunsheng.engine.documents.document import Document, Table


@dataclass(frozen=True, slots=True)
class Anchor:
    """A name to jump to; where it is a finding's, its severity, its number, and the way back."""

    name: str
    severity: str = ""
    number: int = 0
    back: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A stretch of the text that is something: its kinds (CSS classes), an anchor, words for hovering."""

    start: int
    end: int
    kinds: tuple[str, ...]
    anchor: Anchor | None = None
    title: str = ""


@dataclass(slots=True)
class Piece:
    """A stretch of text with everything that covers it: `anchors` begin here, `within` reach over it."""

    text: str
    kinds: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    within: tuple[str, ...] = ()
    title: str = ""


@dataclass(slots=True)
class Block:
    """A line of text, or a table as rows of cells."""

    pieces: list[Piece] = field(default_factory=list)
    rows: list[list[CellPieces]] = field(default_factory=list)


@dataclass(slots=True)
class CellPieces:
    """The pieces of one cell and how far it reaches."""

    pieces: list[Piece]
    row_span: int
    column_span: int

    @property
    def numeric(self) -> bool:
        """Whether the cell holds a number, which is read best at the right edge."""
        text = "".join(piece.text for piece in self.pieces).strip()
        return text[:1].isdecimal() and all(c.isdecimal() or c in ",.%％ " for c in text)


def blocks_of(document: Document, highlights: Iterable[Highlight]) -> Iterator[Block]:
    """Get the text of a document line by line, tables as tables, with all that is highlighted."""
    cutter = _Cutter(document.text, highlights)
    position = 0
    for table in sorted(document.tables, key=lambda table: table.start):
        if table.start < position:
            continue
        yield from _lines(cutter, position, table.start)
        yield _table(cutter, table)
        position = table.end
    yield from _lines(cutter, position, len(document.text))


def _lines(cutter: _Cutter, start: int, end: int) -> Iterator[Block]:
    text = cutter.text
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            yield Block(pieces=list(cutter.pieces(start, stop)))
        start = stop + 1


def _table(cutter: _Cutter, table: Table) -> Block:
    rows: dict[int, list[CellPieces]] = {}
    for cell in table.cells:
        pieces = list(cutter.pieces(cell.start, cell.end))
        rows.setdefault(cell.row, []).append(CellPieces(pieces, cell.row_span, cell.column_span))
    return Block(rows=[rows[number] for number in sorted(rows)])


class _Cutter:
    """Cuts the text, from front to back, wherever a highlight begins or ends."""

    def __init__(self, text: str, highlights: Iterable[Highlight]) -> None:
        self.text = text
        self._waiting = sorted(highlights, key=lambda h: (h.start, -h.end))
        self._next = 0
        self._open: list[Highlight] = []

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Get the pieces between two positions, the first of which is never before the last call's."""
        position = start
        while position < end:
            anchors = self._enter(position)
            stop = min([end, *(h.end for h in self._open)])
            if self._next < len(self._waiting):
                stop = min(stop, max(self._waiting[self._next].start, position + 1))
            kinds = tuple(dict.fromkeys(kind for h in self._open for kind in h.kinds))
            yield Piece(
                text=self.text[position:stop],
                kinds=kinds,
                anchors=anchors,
                within=tuple(h.anchor.name for h in self._open if h.anchor and h.kinds),
                title="；".join(dict.fromkeys(h.title for h in self._open if h.title)),
            )
            position = stop

    def _enter(self, position: int) -> tuple[Anchor, ...]:
        anchors: list[Anchor] = []
        self._open = [h for h in self._open if h.end > position]
        while self._next < len(self._waiting) and self._waiting[self._next].start <= position:
            highlight = self._waiting[self._next]
            self._next += 1
            if highlight.anchor is not None:
                anchors.append(highlight.anchor)
            if highlight.end > position:
                self._open.append(highlight)
        return tuple(anchors)
