"""A report as DOCX, laid out as GB/T 9704 wants official documents, the same bytes for the same report."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import docx
from docx.shared import Pt, RGBColor

from zhunsheng.engine.reporting.model import Block, Report, Span
from zhunsheng.rendering.report import word_styles as styles
from zhunsheng.rendering.report.printable import em, printable
from zhunsheng.rendering.report.sheets import Annex, Sheets, sheets_of
from zhunsheng.rendering.report.sources import anchors_of
from zhunsheng.rendering.report.table_layout import TableLayout
from zhunsheng.rendering.report.title_lines import title_lines
from zhunsheng.rendering.report.word_runs import Runs
from zhunsheng.rendering.report.word_tables import table_of

_RED = RGBColor(0xE6, 0x00, 0x12)
_ZIPPED = (1980, 1, 1, 0, 0, 0)


def as_docx(report: Report, *, with_sources: bool = True, red_head: bool = False) -> bytes:
    """
    Get a report as a DOCX file.

    Fonts are those the standard names (方正小标宋简体, 仿宋_GB2312, 楷体_GB2312, 黑体); the computer that
    opens it supplies them. Around each bound figure stands a bookmark, `fig_f12`; `with_sources` adds the
    table of where they come from. `red_head` sets 发文机关标志, 发文字号 and the red line above the title
    where the report has a number.
    """
    sheets = sheets_of(report, with_sources=with_sources, red_head=red_head)
    document = docx.Document()
    styles.prepare(document)
    _Writer(document, anchors_of(report)).write(sheets)
    properties = document.core_properties
    properties.title = _short(sheets.title.replace("\n", ""))
    properties.author = properties.last_modified_by = _short(printable(report.issuer))
    properties.comments, properties.keywords, properties.language = "", "", "zh-CN"
    day = report.issued or date(report.year, 12, 31)
    properties.created = properties.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)
    file = io.BytesIO()
    document.save(file)
    return _without_times(file.getvalue())


class _Writer:
    """Writes the sheets of a report into a document."""

    def __init__(self, document: Any, anchors: Mapping[str, str]) -> None:
        self._document, self._runs = document, Runs(anchors)
        self._ids = {style.name: style.style_id for style in document.styles}

    def write(self, sheets: Sheets) -> None:
        if sheets.red_head:
            self._red_head(sheets)
        self._lines(title_lines(sheets.title), styles.TITLE)
        self._empty()
        for block in sheets.body:
            paragraph = self._paragraph(_style_of(block))
            if block.number:
                paragraph.add_run(block.number)
            self._spans(paragraph, block.spans)
        self._attachments(sheets.attached)
        self._signature(sheets.signature)
        across = False
        for annex in sheets.annexes:
            layout = annex.layout
            across = self._annex(annex, layout, across=across)

    def _paragraph(self, style: str) -> Any:
        paragraph = self._document.add_paragraph()
        # Asked by its name, python-docx would go through all styles for each paragraph.
        paragraph._p.style = self._ids[style]  # noqa: SLF001
        return paragraph

    def _empty(self) -> Any:
        return self._paragraph(styles.ADDRESSEE)

    def _lines(self, lines: Sequence[str], style: str) -> Any:
        paragraph = self._paragraph(style)
        for place, line in enumerate(lines):
            run = paragraph.add_run()
            if place:
                run.add_break()
            run.add_text(line)
        return paragraph

    def _spans(self, paragraph: Any, spans: Sequence[Span]) -> None:
        self._runs.write(paragraph._p, spans)  # noqa: SLF001 python-docx knows no bookmarks

    def _red_head(self, sheets: Sheets) -> None:
        """发文机关标志居中、红色小标宋；发文字号在其下空二行；红线与版心等宽。"""
        mark = self._paragraph(styles.HEAD_MARK)
        mark.paragraph_format.space_before = Pt(99)
        run = mark.add_run(sheets.red_head)
        run.font.color.rgb = _RED
        run.font.size = Pt(sheets.head_size)
        self._empty()
        self._empty()
        number = self._paragraph(styles.HEAD_NUMBER)
        number.add_run(sheets.number)
        borders = styles.part("pBdr")
        borders.append(styles.part("bottom", val="single", sz=12, space=11, color="E60012"))
        number._p.get_or_add_pPr().append(borders)  # noqa: SLF001 python-docx knows no borders
        self._empty()
        self._empty()

    def _attachments(self, lines: Sequence[tuple[str, str]]) -> None:
        """正文下空一行左空二字编排“附件”，多个的编顺序号；名称回行的与上一行名称的首字对齐。"""
        if lines:
            self._empty()
        for lead, name in lines:
            paragraph = self._paragraph(styles.ADDRESSEE)
            paragraph.add_run(lead + name)
            styles.hang(paragraph, 2 + em(lead), em(lead))
            paragraph.paragraph_format.keep_with_next = True

    def _signature(self, blocks: Sequence[Block]) -> None:
        """成文日期右空四字，署名在其上以日期为准居中；署名太长的靠右。"""
        if not blocks:
            return
        self._empty()
        self._empty()
        dates = [em(block.text) for block in blocks if block.kind == "date"]
        longest = max(dates, default=0.0)
        for block in blocks:
            paragraph = self._paragraph(styles.SIGNATURE)
            paragraph.paragraph_format.keep_with_next = block is not blocks[-1] or None
            self._spans(paragraph, block.spans)
            right = 4.0 if block.kind == "date" else max(0.0, 4 + (longest - em(block.text)) / 2)
            styles.indent(paragraph, "right", right)

    def _annex(self, annex: Annex, layout: TableLayout, *, across: bool) -> bool:
        """Write an annex on a page of its own; gives back whether that page lies on its side."""
        if layout.across != across:
            styles.turn_page(self._document, across=layout.across)
        mark = self._paragraph(styles.MARK)
        mark.paragraph_format.page_break_before = (layout.across == across) or None
        mark.add_run(annex.mark)
        self._empty()
        self._lines(title_lines(annex.title, 28.0 if layout.across else 20.0), styles.ANNEX_TITLE)
        self._empty()
        if any(annex.rows):
            self._table(annex, layout)
        return layout.across

    def _table(self, annex: Annex, layout: TableLayout) -> None:
        ids = (self._ids["Table Grid"], self._ids[styles.CELL_HEAD], self._ids[styles.CELL])
        # The last of the body is the section's page.
        body = self._document.element.body
        body[-1].addprevious(table_of(annex, layout, self._runs, ids))


def _style_of(block: Block) -> str:
    if block.kind == "addressee":
        return styles.ADDRESSEE
    if block.kind == "heading":
        return f"Heading {min(max(block.level, 1), 4)}"
    return styles.BODY


def _short(text: str) -> str:
    """Properties of a file hold 255 characters."""
    return text[:255]


def _without_times(content: bytes) -> bytes:
    """Pack a file anew so that its bytes do not tell when it was made."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as packed,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in packed.namelist():
            entry = zipfile.ZipInfo(name, _ZIPPED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, packed.read(name))
    return file.getvalue()
