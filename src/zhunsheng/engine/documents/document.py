"""What a document is once it has been opened: its text, its tables, its metadata, its warnings."""

from __future__ import annotations

from dataclasses import dataclass, field

from zhunsheng.engine.messages import Message


class DocumentError(Exception):
    """A file that cannot be read; `message` says what, where, why and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.zh)
        self.message = message


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table; `start` and `end` are offsets into `Document.text`."""

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose cells are known (DOCX, HTML); rows and columns count from 0."""

    cells: tuple[Cell, ...]

    @property
    def start(self) -> int:
        """Where the first cell begins in the document's text."""
        return self.cells[0].start

    @property
    def end(self) -> int:
        """Where the last cell ends in the document's text."""
        return self.cells[-1].end


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """
    A document as it was opened.

    `text` is what the file says, unrepaired, one line per paragraph or printed line; every position
    that the reader or the audit reports is an offset into it. In `text` each table cell is a line of
    its own, in reading order. `wrapped` tells that line ends may be the printer's (text, PDF, OFD)
    and not the author's (DOCX, HTML paragraphs). `metadata` holds what the page says about the
    document in its own labels (索引号, 发布机构, 成文日期 …). `warnings` are for the user to see.
    """

    name: str
    format: str
    text: str
    wrapped: bool = True
    tables: tuple[Table, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    warnings: tuple[Message, ...] = ()
