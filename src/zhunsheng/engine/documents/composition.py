"""Lines and tables put together into one text with the places of the cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from zhunsheng.engine.documents.document import Cell, Table

# Every character that ends a line somewhere; within a cell it may not.
_BREAKS = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")


@dataclass(slots=True, kw_only=True)
class CellDraft:
    """A cell while its table is still being read."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1


class Composition:
    """Collects what a document says, line by line; every cell of a table is a line of its own."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0
        self._tables: list[Table] = []

    @property
    def text(self) -> str:
        """The lines so far, joined by line feeds."""
        return "\n".join(self._lines)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables so far; offsets are into `text`."""
        return tuple(self._tables)

    def add_line(self, text: str) -> None:
        """Append a paragraph, which may itself hold line feeds."""
        self._lines.append(text)
        self._length += len(text) + 1

    def add_table(self, drafts: Iterable[CellDraft]) -> None:
        """Append the cells in reading order; an empty cell is an empty line."""
        cells: list[Cell] = []
        for draft in drafts:
            text = one_line([draft.text])
            cells.append(
                Cell(
                    row=draft.row,
                    column=draft.column,
                    start=self._length,
                    end=self._length + len(text),
                    row_span=draft.row_span,
                    column_span=draft.column_span,
                )
            )
            self.add_line(text)
        if cells:
            self._tables.append(Table(cells=tuple(cells)))


def one_line(pieces: Iterable[str]) -> str:
    """Get pieces of text as one line; a blank keeps Latin words and numbers apart."""
    line = ""
    joined: list[str] = []
    for piece in pieces:
        flat = _BREAKS.sub(" ", piece).strip()
        if not flat:
            continue
        if (
            line
            and line[-1].isascii()
            and line[-1].isalnum()
            and flat[0].isascii()
            and flat[0].isalnum()
        ):
            joined.append(" ")
        joined.append(flat)
        line = flat
    return "".join(joined)
