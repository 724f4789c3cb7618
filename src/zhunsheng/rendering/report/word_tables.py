"""Tables in a DOCX: the head repeated on every page, no row split that fits on one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from zhunsheng.engine.reporting.model import Span
from zhunsheng.rendering.report.sheets import Annex
from zhunsheng.rendering.report.table_layout import TableLayout, may_split
from zhunsheng.rendering.report.word_runs import Runs
from zhunsheng.rendering.report.word_styles import part


def table_of(annex: Annex, layout: TableLayout, runs: Runs, styles: tuple[str, str, str]) -> Any:
    """Get the element of an annex's table; `styles` are the ids of table, head cell and cell."""
    table = part("tbl")
    properties = part("tblPr")
    properties.append(part("tblStyle", val=styles[0]))
    properties.append(part("tblW", type="dxa", w=sum(map(_twips, layout.widths))))
    properties.append(part("tblLayout", type="fixed"))
    margins = part("tblCellMar")
    for side in ("left", "right"):
        margins.append(part(side, w=80, type="dxa"))
    properties.append(margins)
    table.append(properties)
    grid = part("tblGrid")
    for width in layout.widths:
        grid.append(part("gridCol", w=_twips(width)))
    table.append(grid)
    for place, cells in enumerate(annex.rows):
        table.append(_row(cells, layout, runs, head="" if place else styles[1], body=styles[2]))
    return table


def _row(
    cells: Sequence[tuple[Span, ...]], layout: TableLayout, runs: Runs, *, head: str, body: str
) -> Any:
    row, properties = part("tr"), part("trPr")
    if not may_split(["".join(span.text for span in cell) for cell in cells]):
        properties.append(part("cantSplit"))
    if head:
        properties.append(part("tblHeader"))
    row.append(properties)
    for column, width in enumerate(layout.widths):
        made, of_cell = part("tc"), part("tcPr")
        of_cell.append(part("tcW", type="dxa", w=_twips(width)))
        of_cell.append(part("vAlign", val="center"))
        made.append(of_cell)
        paragraph, of_paragraph = part("p"), part("pPr")
        of_paragraph.append(part("pStyle", val=head or body))
        if not head and layout.centred[column]:
            of_paragraph.append(part("jc", val="center"))
        paragraph.append(of_paragraph)
        runs.write(paragraph, cells[column] if column < len(cells) else (), layout.size)
        made.append(paragraph)
        row.append(made)
    return row


def _twips(points: float) -> int:
    return round(20 * points)
