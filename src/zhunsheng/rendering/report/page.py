"""A report as a page that stands alone: each bound figure leads to the row that tells where it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zhunsheng import __version__
from zhunsheng.engine.reporting.model import Block, Report, Span
from zhunsheng.rendering.report import sources
from zhunsheng.rendering.report.printable import printable
from zhunsheng.rendering.report.sheets import sheets_of
from zhunsheng.rendering.standalone import environment, hash_of, resource


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of text: the row that it leads to, and its own mark, which a figure has once."""

    text: str
    row: str = ""
    mark: str = ""


class _Marks:
    """Knows which figures have a row to lead to, and which have had their mark."""

    def __init__(self, anchors: Mapping[str, str], traced: frozenset[str]) -> None:
        self._anchors, self._traced = anchors, traced
        self.marked: set[str] = set()

    def pieces(self, spans: Sequence[Span]) -> list[_Piece]:
        return [self._piece(span) for span in spans]

    def _piece(self, span: Span) -> _Piece:
        anchor = self._anchors.get(span.figure, "")
        if not anchor:
            return _Piece(span.text)
        mark = "" if anchor in self.marked else f"figure-{anchor}"
        self.marked.add(anchor)
        row = f"source-{anchor}" if anchor in self._traced else ""
        return _Piece(span.text, row, mark)


@dataclass(frozen=True, slots=True)
class _Line:
    kind: str
    level: int
    number: str
    pieces: list[_Piece]


def as_html(
    report: Report,
    *,
    links: Mapping[str, str] | None = None,
    with_sources: bool = True,
    red_head: bool = False,
) -> str:
    """
    Get a report as HTML that needs no network and holds no script.

    `links` are addresses by the ids of figures; the row of such a figure leads there, say to the entries
    that were counted. Each figure in the text leads to its row, and the row back to it.
    """
    sheets = sheets_of(report, with_sources=with_sources, red_head=red_head)
    anchors, rows = sources.anchors_of(report), sources.rows_of(report) if with_sources else ()
    marks = _Marks(anchors, frozenset(row.anchor for row in rows))
    style = resource("report.css")
    body = [_line(block, marks) for block in sheets.body]
    signature = [_line(block, marks) for block in sheets.signature]
    annexes = [
        (annex, annex.layout.centred, [[marks.pieces(cell) for cell in row] for row in annex.rows])
        for annex in sheets.annexes
        if not annex.traced
    ]
    return (
        environment()
        .get_template("report.html")
        .render(
            sheets=sheets,
            name=sheets.title.replace("\n", "") or printable(report.issuer),
            body=body,
            signature=signature,
            annexes=annexes,
            rows=rows,
            head=sources.HEAD,
            sources_mark=sheets.annexes[-1].mark if rows else "",
            sources_title=sources.TITLE,
            marked=marks.marked,
            addresses={anchors[key]: to for key, to in (links or {}).items() if key in anchors},
            style=style,
            style_hash=hash_of(style),
            product=__version__,
        )
    )


def _line(block: Block, marks: _Marks) -> _Line:
    return _Line(block.kind, block.level, block.number, marks.pieces(block.spans))
