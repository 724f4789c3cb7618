"""The lines and tables that a browser would show for an element of a web page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from zhunsheng.engine.documents.composition import CellDraft, one_line
from zhunsheng.engine.documents.markup import children, local_name

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul".split()
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_EDGES = " \t\r\n\f\u00a0\u3000\u2002\u2003\ufeff"
_WIDEST_SPAN = 100
_TALLEST_SPAN = 2000
_LONGEST_CELL = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text, how many of its characters are links, and the block it stands in."""

    text: str
    linked: int
    block: etree._Element

    @property
    def compact(self) -> str:
        """The text without white space."""
        return "".join(self.text.split())

    @property
    def words(self) -> str:
        """The text without its indent."""
        return self.text.strip(_EDGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table of figures or words; one that only places blocks on the page is read as lines."""

    cells: tuple[CellDraft, ...]
    element: etree._Element


def contents_of(root: etree._Element) -> Iterator[Line | Grid]:
    """Get what an element shows, in order: each paragraph, list item or heading is a line."""
    length = _length(root)
    writer = _Writer(root)
    skipped: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if skipped is not None:
            if event == "end" and element is skipped:
                skipped = None
                writer.write(element.tail)
            continue
        if event == "start":
            if local_name(element) == "table" and element is not root and is_grid(element, length):
                yield from writer.flushed()
                yield from _captions(element)
                yield Grid(cells=tuple(_drafts(element)), element=element)
                skipped = element
                continue
            yield from writer.opened(element)
        else:
            yield from writer.closed(element, tail=element is not root)
    yield from writer.flushed()


def _captions(table: etree._Element) -> Iterator[Line]:
    """Get what stands over a table and says what is in it, or in which unit."""
    for caption in children(table, "caption"):
        yield from (part for part in contents_of(caption) if isinstance(part, Line))


class _Writer:
    """Collects text until a line ends."""

    def __init__(self, root: etree._Element) -> None:
        self._pieces: list[str] = []
        self._linked = 0
        self._anchors = 0
        self._preformatted = 0
        self._blocks = [root]
        self._pending: list[Line] = []

    def opened(self, element: etree._Element) -> Iterator[Line]:
        tag = local_name(element)
        if tag in _BLOCKS:
            self._end_line()
            self._blocks.append(element)
        elif tag == "br":
            self._end_line()
        self._anchors += tag == "a"
        self._preformatted += tag == "pre"
        self.write(element.text)
        yield from self._taken()

    def closed(self, element: etree._Element, *, tail: bool) -> Iterator[Line]:
        tag = local_name(element)
        if tag in _BLOCKS:
            self._end_line()
            self._blocks.pop()
        self._anchors -= tag == "a"
        self._preformatted -= tag == "pre"
        if tail:
            self.write(element.tail)
        yield from self._taken()

    def write(self, text: str | None) -> None:
        for number, piece in enumerate((text or "").split("\n") if self._preformatted else [text]):
            if number:
                self._end_line()
            if piece:
                flat = _BLANKS.sub(" ", piece)
                self._pieces.append(flat)
                self._linked += len(flat.strip(_EDGES)) if self._anchors else 0

    def flushed(self) -> Iterator[Line]:
        self._end_line()
        yield from self._taken()

    def _end_line(self) -> None:
        # Indents stay, as they do in text files.
        text = _BLANKS.sub(" ", "".join(self._pieces)).strip(" ")
        if text.strip(_EDGES):
            block = self._blocks[-1]
            self._pending.append(Line(text=text, linked=self._linked, block=block))
        self._pieces.clear()
        self._linked = 0

    def _taken(self) -> Iterator[Line]:
        yield from self._pending
        self._pending.clear()


def is_grid(table: etree._Element, page_length: int) -> bool:
    """Whether a table holds rows and columns of its own, and does not only place blocks."""
    if next(table.iterdescendants("table", "h1"), None) is not None:
        return False
    rows = [list(cells_of(row)) for row in rows_of(table)]
    if len(rows) < 2 or max(len(cells) for cells in rows) < 2:
        return False
    longest = max(_length(cell) for cells in rows for cell in cells)
    return longest <= _LONGEST_CELL or longest <= page_length / 2


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """Get the rows of a table itself, not those of tables in it."""
    for part in table:
        tag = local_name(part)
        if tag == "tr":
            yield part
        elif tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in part if local_name(row) == "tr")


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    """Get the cells of a row."""
    return (cell for cell in row if local_name(cell) in {"td", "th"})


def blank(element: etree._Element) -> None:
    """Empty an element in its place; a block goes on parting the text before and behind it."""
    is_block = local_name(element) in _BLOCKS
    del element[:]
    element.text = None
    element.attrib.clear()
    element.tag = "div" if is_block else "span"


def text_of(element: etree._Element) -> str:
    """Get all that an element shows as one line."""
    if not len(element):
        return one_line([element.text or ""])
    return one_line(_texts(contents_of(element)))


def _texts(contents: Iterable[Line | Grid]) -> Iterator[str]:
    for part in contents:
        if isinstance(part, Line):
            yield part.text
        else:
            yield from (cell.text for cell in part.cells)


def _drafts(table: etree._Element) -> Iterator[CellDraft]:
    """Get the cells with the columns that they stand in once spans are laid out."""
    taken: dict[int, int] = {}  # column -> first row that is free again
    for number, row in enumerate(rows_of(table)):
        column = 0
        for cell in cells_of(row):
            while taken.get(column, 0) > number:
                column += 1
            width = min(_span(cell, "colspan"), _WIDEST_SPAN)
            height = min(_span(cell, "rowspan"), _TALLEST_SPAN)
            yield CellDraft(
                row=number,
                column=column,
                text=text_of(cell),
                row_span=height,
                column_span=width,
            )
            if height > 1:
                taken.update(dict.fromkeys(range(column, column + width), number + height))
            column += width


def _span(cell: etree._Element, name: str) -> int:
    value = str(cell.get(name) or "").strip()[:6]
    return max(int(value), 1) if value.isascii() and value.isdigit() else 1


def _length(element: etree._Element) -> int:
    return sum(len(str(piece).strip()) for piece in element.itertext())
