"""A report taken apart for a page: its body, and its annexes, the last of them the sources of its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zhunsheng.engine.reporting.model import Block, Report, Span
from zhunsheng.rendering.report import sources
from zhunsheng.rendering.report.printable import em, printable
from zhunsheng.rendering.report.table_layout import TableLayout, layout_of

Cell = tuple[Span, ...]
_OF_TABLES = "表中各格按所在的行和列统计；逐格的指标、计数和口径见网页版和随附的数据文件。"


@dataclass(frozen=True, slots=True)
class Annex:
    """
    A table on a page of its own: its mark (附件1), title and rows, the head first.

    `traced` are the marks of the figures that its rows explain, for the table of sources alone.
    """

    mark: str
    title: str
    rows: tuple[tuple[Cell, ...], ...]
    traced: tuple[str, ...] = ()

    @property
    def plain(self) -> tuple[tuple[str, ...], ...]:
        """The words of the cells."""
        return tuple(
            tuple("".join(span.text for span in cell) for cell in row) for row in self.rows
        )

    @property
    def layout(self) -> TableLayout:
        """How its table is set; that of sources, which has many rows, in small letters."""
        return layout_of(self.plain, 9.0 if self.traced else 14.0)


@dataclass(frozen=True, slots=True)
class Sheets:
    """
    What is printed, each text fit to be: title, body (without title and tables), signature, annexes.

    `red_head` is the mark of who issues it, where one is asked for and the report has a number.
    """

    title: str
    number: str
    red_head: str
    body: tuple[Block, ...]
    signature: tuple[Block, ...]
    annexes: tuple[Annex, ...]

    @property
    def head_size(self) -> int:
        """The size with which 发文机关标志 stays on one line, never smaller than the title."""
        return max(22, min(50, int(430 / max(em(self.red_head), 1.0))))

    @property
    def attached(self) -> tuple[tuple[str, str], ...]:
        """The lines that name the annexes below the body: 附件：1. and a name, no sign behind it."""
        numbered = len(self.annexes) > 1
        return tuple(
            (
                ("附件：" if place == 1 else "　　　") + (f"{place}.　" if numbered else ""),
                annex.title.replace("\n", ""),
            )
            for place, annex in enumerate(self.annexes, 1)
        )


def sheets_of(report: Report, *, with_sources: bool, red_head: bool) -> Sheets:
    """Get a report taken apart; a report without a title block takes its title from its own field."""
    blocks = [_fit(block) for block in report.blocks]
    number, issuer = printable(report.number), printable(report.issuer)
    titles = [block.text for block in blocks if block.kind == "title"]
    return Sheets(
        title="\n".join(titles) or printable(report.title),
        number=number,
        red_head=f"{issuer}文件" if red_head and number else "",
        body=tuple(
            block for block in blocks if block.kind in {"addressee", "heading", "paragraph"}
        ),
        signature=tuple(block for block in blocks if block.kind in {"signature", "date"}),
        annexes=_annexes(blocks, _rows(report, blocks) if with_sources else ()),
    )


def _rows(report: Report, blocks: Sequence[Block]) -> tuple[sources.Row, ...]:
    """
    Get the rows of the figures in the text.

    Those in tables are told by their row and their column; a row for each would fill most of the report.
    """
    in_text = {span.figure for block in blocks for span in block.spans if span.figure}
    return tuple(
        row
        for key, row in zip(report.figures, sources.rows_of(report), strict=True)
        if key in in_text
    )


def _fit(block: Block) -> Block:
    return Block(
        kind=block.kind,
        spans=_fit_spans(block.spans),
        level=block.level,
        number=printable(block.number),
        rows=tuple(tuple(_fit_spans(cell) for cell in row) for row in block.rows),
        source=block.source,
    )


def _fit_spans(spans: Sequence[Span]) -> Cell:
    return tuple(Span(printable(span.text), span.figure) for span in spans)


def _annexes(blocks: Sequence[Block], rows: tuple[sources.Row, ...]) -> tuple[Annex, ...]:
    titled: list[tuple[str, tuple[tuple[Cell, ...], ...]]] = []
    title = ""
    for block in blocks:
        if block.kind == "table_title":
            title = block.text
        elif block.kind == "table":
            titled.append((title, block.rows))
            title = ""
    if title:
        titled.append((title, ()))
    many = len(titled) + bool(rows) > 1
    annexes = [
        Annex(f"附件{place}" if many else "附件", title, table)
        for place, (title, table) in enumerate(titled, 1)
    ]
    if rows:
        head = tuple((Span(word),) for word in sources.HEAD)
        table: tuple[tuple[Cell, ...], ...] = tuple(
            tuple((Span(cell),) for cell in row.cells) for row in rows
        )
        table += tuple(_row_of_table(one) for one in annexes if _has_figures(one))
        mark = f"附件{len(annexes) + 1}" if many else "附件"
        traced = tuple(row.anchor for row in rows)
        annexes.append(Annex(mark, sources.TITLE, (head, *table), traced))
    return tuple(annexes)


def _has_figures(annex: Annex) -> bool:
    return any(span.figure for row in annex.rows for cell in row for span in cell)


def _row_of_table(annex: Annex) -> tuple[Cell, ...]:
    """Get the row that says where the figures of a table come from."""
    cells = ("", annex.mark, annex.title, "", "", _OF_TABLES, "")
    return tuple((Span(cell),) for cell in cells)
