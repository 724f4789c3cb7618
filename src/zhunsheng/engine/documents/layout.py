"""From a document's text to its flow: printed lines joined, noise dropped, places kept."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from zhunsheng.engine.documents import noise
from zhunsheng.engine.documents.document import Cell, Document
from zhunsheng.engine.documents.flow import Flow, Kind, Paragraph
from zhunsheng.engine.documents.wrapping import Wrapping, begins_anew, joins, printed_width

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
# White space, and what takes no room on the page: zero-width marks, soft hyphens, control codes.
_WORD = re.compile(r"[^\s\x00-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffc]+")
_SPACED_DIGITS = re.compile(r"(?<=[一-鿿])\d(?: \d){2,8}(?=[一-鿿])")
_HEAD_LINES = 60
_LONGEST_CELL = 60
_LONGEST_ROW_HEAD = 20
_SHORTEST_DUPLICATE = 40


@dataclass(slots=True)
class _Line:
    """A printed line: its words' places in the document, and its text without white space."""

    words: list[tuple[int, int]]
    text: str
    kind: Kind = "text"
    cell: Cell | None = None
    table: int | None = None
    after_page_break: bool = False

    @property
    def printed(self) -> tuple[str, float]:
        """The words, and how wide they were printed."""
        return self.text, printed_width(self.text, len(self.words) - 1)


def flow_of(document: Document) -> Flow:
    """Get the running text of a document; never fails, and takes time linear in its length."""
    lines = _without_noise(_lines(document))
    wrapping = Wrapping.of([line.printed for line in lines if line.kind == "text"])
    return _Weaver(document).weave(_joined(lines, wrapping))


def _lines(document: Document) -> list[_Line]:
    cells = {
        cell.start: (number, cell)
        for number, table in enumerate(document.tables)
        for cell in table.cells
    }
    ends = sorted((table.start, table.end) for table in document.tables)
    lines: list[_Line] = []
    bars = _Bars(len(document.tables))
    for found in _LINE.finditer(document.text):
        known = cells.get(found.start())
        inside = known is not None or _within(found.start(), ends)
        line = _line(document.text, found.start(), found.end())
        if line is None:
            continue
        if inside:
            line.kind = "cell"
            line.table, line.cell = known or (None, None)
            lines.append(line)
        elif "|" in line.text or "｜" in line.text:
            if line.text[0] in "|｜" and len(line.text) > 1 and lines and bars.takes(lines[-1]):
                lines[-1] = bars.adopted(lines[-1])
            lines.extend(bars.cells(document.text, found.start(), found.end()))
        else:
            lines.append(line)
    return lines


def _within(position: int, ranges: list[tuple[int, int]]) -> bool:
    """Whether a position lies in one of the ranges, which are sorted and searched from the end."""
    low, high = 0, len(ranges)
    while low < high:
        middle = (low + high) // 2
        if ranges[middle][0] <= position:
            low = middle + 1
        else:
            high = middle
    return low > 0 and position < ranges[low - 1][1]


def _line(text: str, start: int, end: int) -> _Line | None:
    words: list[tuple[int, int]] = []
    begin = start
    for found in noise.INLINE_PAGE_NUMBER.finditer(text, start, end):
        words += [word.span() for word in _WORD.finditer(text, begin, found.start())]
        begin = found.end()
    words += [word.span() for word in _WORD.finditer(text, begin, end)]
    if not words:
        return None
    return _Line(words, "".join(text[a:b] for a, b in words))


class _Bars:
    """Tables drawn with bars: a row per line, or a cell per line and a lone bar between rows."""

    def __init__(self, tables: int) -> None:
        self._table = tables
        self._row = 0
        self._column = 0
        self._lone = False
        self._end = -1

    def cells(self, text: str, start: int, end: int) -> Iterator[_Line]:
        """Get the cells of one line that has bars."""
        if text[self._end : start].strip() if self._end >= 0 else False:
            self._table, self._row, self._column, self._lone = self._table + 1, 0, 0, False
        self._end = end
        if text[start:end].strip() in {"|", "｜"}:
            self._lone = True
            self._next_row()
            return
        if not self._lone:
            self._next_row()
        position = start
        for piece in re.split(r"[|｜]", text[start:end]):
            line = _line(text, position, position + len(piece))
            if line is not None:
                yield self._cell(line)
            position += len(piece) + 1

    def takes(self, line: _Line) -> bool:
        """Whether a line without bars is the first cell of the row that the next line goes on with."""
        short = (
            line.kind == "text"
            and len(line.text) <= _LONGEST_ROW_HEAD
            and line.text[-1] not in "。；：，"
        )
        furniture = noise.is_boilerplate(line.text) or begins_anew(line.text)
        return short and not furniture and (self._lone or self._column <= 1)

    def adopted(self, line: _Line) -> _Line:
        """Get a line without bars as the first cell of a row."""
        self._end = line.words[-1][1]
        if not self._lone:
            self._table, self._row, self._column = self._table + 1, 0, 0
        self._lone = True
        self._next_row()
        return self._cell(line)

    def _next_row(self) -> None:
        if self._column:
            self._row, self._column = self._row + 1, 0

    def _cell(self, line: _Line) -> _Line:
        if len(line.text) > _LONGEST_CELL or noise.is_metadata(line.text):
            return line
        first, last = line.words[0][0], line.words[-1][1]
        cell = Cell(row=self._row, column=self._column, start=first, end=last)
        self._column += 1
        return replace(line, kind="cell", cell=cell, table=self._table)


def _without_noise(lines: list[_Line]) -> list[_Line]:
    """Leave out page numbers, the page's furniture and repeated paragraphs; mark the metadata."""
    kept: list[_Line] = []
    seen: set[str] = set()
    label: str | None = None
    page_break = False
    for number, line in enumerate(lines):
        if line.kind == "cell":
            kept.append(line)
            continue
        following = lines[number + 1].text if number + 1 < len(lines) else ""
        if _is_page_number(line.text, kept, following):
            page_break = True
            continue
        if noise.is_boilerplate(line.text):
            continue
        if len(line.text) >= _SHORTEST_DUPLICATE and line.text in seen:
            continue
        seen.add(line.text)
        if number < _HEAD_LINES:
            if noise.is_metadata(line.text) or (
                label and noise.is_metadata_value(label, line.text)
            ):
                line.kind = "metadata"
            label = line.text if line.kind == "metadata" and line.text[-1] in ":：" else None
        line.after_page_break, page_break = page_break, False
        kept.append(line)
    _mark_sources(kept)
    return kept


def _mark_sources(lines: list[_Line]) -> None:
    """Mark as metadata the annex that traces the figures of a report; it is the last."""
    opened = False
    for before, line in pairwise(lines):
        opened = opened or noise.opens_sources(before.text, line.text)
        if opened:
            line.kind, line.cell, line.table = "metadata", None, None


def _is_page_number(text: str, before: list[_Line], following: str) -> bool:
    if noise.PAGE_NUMBER.fullmatch(text):
        return True
    if not noise.BARE_NUMBER.fullmatch(text) or not before:
        return False
    # A bare number may be a cell; it is the page's where it stands between two long printed lines.
    previous = before[-1]
    return previous.kind == "text" and len(previous.text) >= 18 and len(following) >= 18


def _joined(lines: list[_Line], wrapping: Wrapping) -> Iterator[list[_Line]]:
    """Get the paragraphs, each as the printed lines it is made of."""
    paragraph: list[_Line] = []
    tail = ""
    for line in lines:
        if paragraph and paragraph[-1].kind == line.kind == "text":
            cut = line.after_page_break
            if joins(tail, paragraph[-1].printed, line.text, wrapping, page_break=cut):
                paragraph.append(line)
                tail = (tail + line.text)[-400:]
                continue
        if paragraph:
            yield paragraph
        paragraph, tail = [line], line.text
    if paragraph:
        yield paragraph


class _Weaver:
    """Puts paragraphs together into one text with the offsets of its characters."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._pieces: list[str] = []
        self._offsets: array[int] = array("L")
        self._gaps: list[int] = []

    def weave(self, paragraphs: Iterator[list[_Line]]) -> Flow:
        found: list[Paragraph] = []
        for lines in paragraphs:
            if self._offsets:
                self._pieces.append("\n")
                self._offsets.append(self._offsets[-1] + 1)
            start = len(self._offsets)
            for number, line in enumerate(lines):
                self._add(line.words, new_line=number > 0)
            first = lines[0]
            found.append(
                Paragraph(
                    start=start,
                    end=len(self._offsets),
                    kind=first.kind,
                    cell=first.cell,
                    table=first.table,
                )
            )
        text = "".join(self._pieces)
        return Flow(self._document, text, self._offsets, tuple(found), frozenset(self._gaps))

    def _add(self, words: list[tuple[int, int]], *, new_line: bool) -> None:
        source = self._document.text
        spaced = _is_spaced(words)
        digits = _spaced_digits(source, words)
        for number, (start, end) in enumerate(words):
            if number > 0 or new_line:
                gap_start = self._offsets[-1] + 1
                if self._needs_space(
                    source, gap_start, start, broken=number == 0 or spaced or start in digits
                ):
                    self._pieces.append(" ")
                    self._offsets.append(gap_start)
                elif number > 0:
                    self._gaps.append(len(self._offsets))
            self._pieces.append(source[start:end])
            self._offsets.extend(range(start, end))

    @staticmethod
    def _needs_space(source: str, before: int, start: int, *, broken: bool) -> bool:
        """Whether a blank must stay: between Latin words or two numbers, not within 4 598."""
        last, first = source[before - 1], source[start]
        if not (last.isascii() and last.isalnum() and first.isascii() and first.isalnum()):
            return False
        if not (last.isdigit() and first.isdigit()):
            return True
        if broken:
            return False
        return not (
            _ends_in_group(source[max(before - 4, 0) : before])
            and _is_group(source[start : start + 4])
        )


def _is_spaced(words: list[tuple[int, int]]) -> bool:
    """Whether a line is set with a blank after nearly every character (关 于 印 发)."""
    return len(words) >= 8 and sum(end - start == 1 for start, end in words) >= 0.7 * len(words)


def _spaced_digits(source: str, words: list[tuple[int, int]]) -> set[int]:
    """Get where digits stand that belong to the one before them (1 4 2 6家次)."""
    line_start, line_end = words[0][0], words[-1][1]
    runs = _SPACED_DIGITS.finditer(source, line_start, line_end)
    return {start for run in runs for start in range(run.start() + 1, run.end())}


def _ends_in_group(text: str) -> bool:
    digits = re.search(r"(?:^|\D)(\d{1,3})$", text)
    return digits is not None


def _is_group(text: str) -> bool:
    return re.match(r"\d{3}(?!\d)", text) is not None
