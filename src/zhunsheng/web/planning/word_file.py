"""A table as a Word document (OOXML) on A4 across: a title, a line below it, and rows of text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_RELATIONS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""
_OPENS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
)
# A4 across, margins of 20 mm, in twentieths of a point.
_CLOSES = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567"'
    ' w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_WIDTH = 14570
# What XML 1.0 cannot hold at all.
_UNHELD = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


def table_document(
    title: str,
    below: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[int],
) -> bytes:
    """
    Get a document with one table; the head stands on every page.

    `widths` are parts of the page's width. Text stays text: nothing in it is markup or a field.
    """
    whole = sum(widths)
    columns = [part * _WIDTH // whole for part in widths]
    body = [
        _OPENS,
        _paragraph(title, size=36, bold=True, centred=True, face="方正小标宋简体"),
        _paragraph(below, size=21, centred=True, face="楷体"),
        f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>',
        '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>',
        *(f'<w:gridCol w:w="{width}"/>' for width in columns),
        "</w:tblGrid>",
        _row(heads, columns, head=True),
        *(_row(row, columns) for row in rows),
        "</w:tbl>",
        _paragraph("", size=21),
        _CLOSES,
    ]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", "".join(body))
    return out.getvalue()


def _row(cells: Sequence[str], widths: Sequence[int], *, head: bool = False) -> str:
    says = "<w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if head else "") + "</w:trPr>"
    held = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{_paragraph(cell, size=18, bold=head, face='黑体' if head else '仿宋')}</w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{says}{held}</w:tr>"


def _paragraph(
    text: str, *, size: int, bold: bool = False, centred: bool = False, face: str = "仿宋"
) -> str:
    aligned = '<w:pPr><w:jc w:val="center"/></w:pPr>' if centred else ""
    heavy = "<w:b/>" if bold else ""
    fonts = f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{face}"/>'
    lines = text.translate(_UNHELD).split("\n")
    said = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return (
        f'<w:p>{aligned}<w:r><w:rPr>{fonts}{heavy}<w:sz w:val="{size}"/></w:rPr>{said}</w:r></w:p>'
    )
