"""A report as PDF, set by typst: the layout of GB/T 9704, tagged, the same bytes for the same report."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any

import pylopdf_fonts_zh_cn
import typst

from zhunsheng.engine.reporting.model import Block, Report, Span
from zhunsheng.rendering.report.pieces import CHUNK, pieces
from zhunsheng.rendering.report.printable import printable
from zhunsheng.rendering.report.sheets import Annex, Sheets, sheets_of
from zhunsheng.rendering.report.sources import anchors_of
from zhunsheng.rendering.report.table_layout import may_split
from zhunsheng.rendering.report.title_lines import title_lines

# What the standard names comes first where the system has it; then what is free; then what comes with us.
_SERIF, _SANS = "Noto Serif SC", "Noto Sans SC"
_FAMILIES = {
    "title": ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", _SERIF, _SANS),
    "body": ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong", _SERIF, _SANS),
    "first": ("黑体", "SimHei", "STHeiti", _SANS, _SERIF),
    "second": (
        "楷体_GB2312",
        "KaiTi_GB2312",
        "楷体",
        "KaiTi",
        "STKaiti",
        "LXGW WenKai",
        _SERIF,
        _SANS,
    ),
    "page": ("宋体", "SimSun", "STSong", _SERIF, _SANS),
}
_KEPT_FOR = 10
_STANDARDS = (("a-2a", "ua-1"), ())


def as_pdf(
    report: Report,
    *,
    with_sources: bool = True,
    red_head: bool = False,
    system_fonts: bool = True,
) -> bytes:
    """
    Get a report as a PDF file.

    It is PDF/A-2a and PDF/UA-1, and plain tagged PDF where the text has a sign that these forbid. Each
    bound figure is a link to its row in the table of sources; without `with_sources` there is neither.
    `system_fonts` lets 仿宋 and its like be taken from the system; without, or on a system that has none,
    the Noto fonts that come with the package are used, and the bytes are the same everywhere.
    """
    said = _said(sheets_of(report, with_sources=with_sources, red_head=red_head), report)
    said["fonts"] = _chosen(system=system_fonts)
    day = report.issued
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
    compiler = typst.Compiler(
        font_paths=fonts(system=system_fonts),
        sys_inputs={"report": json.dumps(said, ensure_ascii=False)},
    )
    try:
        return _as_strictly_as_it_goes(compiler, moment)
    finally:
        _forget(compiler)


def _as_strictly_as_it_goes(compiler: typst.Compiler, moment: datetime | None) -> bytes:
    *strict, last = _STANDARDS
    for standards in strict:
        try:
            return _compiled(compiler, standards, moment)
        except typst.TypstError:
            continue
    return _compiled(compiler, last, moment)


def _forget(compiler: typst.Compiler) -> None:
    """
    Let typst drop what it keeps of a report: 60 MB of a long one.

    It keeps results until ten more documents have been set; empty ones will do.
    """
    for _ in range(_KEPT_FOR + 1):
        compiler.compile(b"", format="svg", sys_inputs=None)


def _compiled(compiler: typst.Compiler, standards: Sequence[Any], moment: datetime | None) -> bytes:
    made, _ = compiler.compile_with_warnings(
        files("zhunsheng.rendering.report").joinpath("report.typ").read_bytes(),
        format="pdf",
        pdf_standards=list(standards),
        timestamp=moment or datetime(1980, 1, 1, tzinfo=UTC),
    )
    if not isinstance(made, bytes):
        raise TypeError("typst 应给出一份 PDF。")
    return made


@cache
def fonts(*, system: bool) -> typst.Fonts:
    """Get the fonts that come along, and those of the system; looked for once in a process."""
    folder = pylopdf_fonts_zh_cn.serif_path().parent
    return typst.Fonts(
        include_system_fonts=system, include_embedded_fonts=False, font_paths=[str(folder)]
    )


@cache
def _chosen(*, system: bool) -> Mapping[str, list[str]]:
    known = {family.casefold() for family in fonts(system=system).families()}
    return {
        use: [family for family in families if family.casefold() in known]
        for use, families in _FAMILIES.items()
    }


def _said(sheets: Sheets, report: Report) -> dict[str, Any]:
    """Get all that the page is to hold, as the template reads it."""
    marks = _Marks(anchors_of(report), {one for annex in sheets.annexes for one in annex.traced})
    last = len(sheets.body) - 1
    body = [
        {
            "kind": block.kind,
            "level": min(max(block.level, 1), 4),
            "pieces": marks.of_block(block),
            "last": place == last and len(block.text) < 200,
        }
        for place, block in enumerate(sheets.body)
    ]
    return {
        "name": sheets.title.replace("\n", "") or "—",
        "author": printable(report.issuer),
        "dated": report.issued is not None,
        "title": title_lines(sheets.title),
        "head": _head(sheets),
        "body": body,
        "attached": list(sheets.attached),
        "signature": [
            {"kind": block.kind, "pieces": marks.of_block(block)} for block in sheets.signature
        ],
        "annexes": [_annex(annex, marks) for annex in sheets.annexes],
    }


def _head(sheets: Sheets) -> dict[str, Any] | None:
    if not sheets.red_head:
        return None
    return {
        "mark": sheets.red_head,
        "size": sheets.head_size,
        "number": sheets.number,
    }


def _annex(annex: Annex, marks: _Marks) -> dict[str, Any]:
    layout, plain = annex.layout, annex.plain
    rows = []
    for place, cells in enumerate(annex.rows):
        splits = may_split(plain[place])
        row = []
        for column in range(len(layout.widths)):
            spans = cells[column] if column < len(cells) else ()
            made = marks.of_spans(spans, layout.holds(column))
            if 0 < place <= len(annex.traced) and not column:
                made = [{"t": plain[place][0], **marks.of_row(annex.traced[place - 1])}]
            row.append({"pieces": made, "centred": layout.centred[column], "splits": splits})
        rows.append(row)
    return {
        "mark": annex.mark,
        "title": title_lines(annex.title, 28.0 if layout.across else 20.0),
        "rows": rows,
        "widths": layout.widths,
        "size": layout.size,
        "across": layout.across,
    }


class _Marks:
    """Knows which figures have a row to lead to, and which have their mark in the text already."""

    def __init__(self, anchors: Mapping[str, str], traced: set[str]) -> None:
        self._anchors, self._traced = anchors, traced
        self._marked: set[str] = set()

    def of_block(self, block: Block) -> list[dict[str, Any]]:
        return self.of_spans((Span(block.number), *block.spans), CHUNK)

    def of_spans(self, spans: Sequence[Span], holds: int) -> list[dict[str, Any]]:
        return [one for span in spans if span.text for one in self._of_span(span, holds)]

    def of_row(self, anchor: str) -> dict[str, str]:
        """Get the marks of a row of sources: it is where the figure leads, and leads back to it."""
        return {"row": anchor} | ({"back": anchor} if anchor in self._marked else {})

    def _of_span(self, span: Span, holds: int) -> Iterator[dict[str, Any]]:
        anchor = self._anchors.get(span.figure, "")
        made = list(pieces(span.text, holds))
        if anchor not in self._traced:
            yield from ({"t": words, "k": kept} for words, kept in made)
            return
        for words, kept in made:
            mark = {} if anchor in self._marked else {"at": anchor}
            self._marked.add(anchor)
            yield {"t": words, "k": kept, "to": anchor, **mark}
