"""A small government's letters: indicators of each kind, their figures, and a report of a year on them."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Mapping
from datetime import date
from xml.sax.saxutils import escape

from tests.indicators.test_computing import LETTER
from zhunsheng.engine.catalogue import Catalogue
from zhunsheng.engine.contents import DomainContents
from zhunsheng.engine.indicators.declarations import Count, Mean, Share, Total
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.reporting.composing import AnnexTable, Facts, Paragraph, composed
from zhunsheng.engine.reporting.declarations import Chapter, Genre, Theme
from zhunsheng.engine.reporting.identity import FiguresJson, LedgerHead, MadeBy, figures_json
from zhunsheng.engine.reporting.model import Block, Report, Span
from zhunsheng.engine.reporting.templates import parsed
from zhunsheng.engine.reporting.writing import Known, written

LETTERS = Count(key="letters", label="来信", register="letter", says="收到的来信。")
LATE = Count(key="late", label="逾期来信", register="letter")
ANSWERED = Share(key="answered", label="答复率", register="letter", counts=lambda row, _: row.id)
FEES = Total(key="fees", label="费用", register="letter", of="fee", measure="元")
DAYS = Mean(
    key="days", label="平均用时", register="letter", of=lambda row, _: row.days, measure="日", per=2
)

GENRE = Genre(
    key="yearly",
    label="来信年报",
    register="letter",
    title="{issuer}关于{year}年度来信情况的报告",
    opening="现将{region}{year}年来信情况报告如下。",
    chapters=(
        Chapter(key="duties", title="履职情况", fed="duties"),
        Chapter(
            key="measures",
            title="{year}年举措",
            fed="measures",
            themes=(
                Theme(key="receiving", title="收信"),
                Theme(key="answering", title="答复"),
            ),
        ),
        Chapter(key="shortcomings", title="不足", fed="shortcomings"),
        Chapter(key="arrangements", title="{next}年安排", fed="arrangements"),
    ),
)
POST = DomainContents(
    key="post",
    label="邮件",
    clocks=(),
    rules=(),
    registers=(LETTER,),
    indicators=(LETTERS, LATE, ANSWERED, FEES, DAYS),
    genres=(GENRE,),
)
CATALOGUE = Catalogue([POST])

NOW: Mapping[str, tuple[int, int, int | None]] = {
    "letters": (52, 60, None),
    "late": (0, 60, None),
    "answered": (15, 16, None),
    "fees": (52, 60, 552_220_000),
    "days": (4, 60, 30),
}
LAST: Mapping[str, tuple[int, int, int | None]] = {
    "letters": (49, 50, None),
    "answered": (14, 16, None),
    "fees": (49, 50, 12_345),
    "days": (4, 50, 30),
}
FACTS = Facts(
    year=2025,
    issuer="溪口县人民政府",
    region="溪口县",
    addressee="溪口市人民政府",
    number="溪府〔2026〕7号",
    issued=date(2026, 2, 27),
    period="2025年",
    place="溪口县",
)
PARAGRAPHS = (
    Paragraph(
        "receiving", "收到来信{letters}，比上年{letters:change}[，其中逾期{late}]", "post.got"
    ),
    Paragraph("answering", "答复率{answered}，上年为{answered:last}；费用{fees}。", "2026-00001"),
    Paragraph("arrangements", "2026年继续答复来信，平均用时不超过{days}。"),
)


def known(name: str) -> Known | None:
    """Get what is known of an indicator of the letters, by its key or its full name."""
    key = name.removeprefix("post.")
    if key not in NOW:
        return None
    named = CATALOGUE.indicator(f"post.{key}")
    last = Figure(named.indicator, *LAST[key]) if key in LAST else None
    return Known(named, Figure(named.indicator, *NOW[key]), last)


def table() -> AnnexTable:
    """Get a table of two rows with two figures bound in the second."""
    said = written(parsed("{letters}{answered}"), known, period="2025年", place="溪口县")
    first, second = said.spans
    head = ((Span("件数"),), (Span("答复率"),))
    return AnnexTable("附表1 来信", (head, ((first,), (second,))), said.figures)


def report(*more: Paragraph, tables: tuple[AnnexTable, ...] | None = None) -> Report:
    """Get the report of the letters, with more paragraphs if there are any."""
    found = (table(),) if tables is None else tables
    return composed(GENRE, FACTS, (*PARAGRAPHS, *more), known, found)


def identity(of: Report, algorithm: str = "sm3", pdf_digest: str = "") -> FiguresJson:
    """Get what goes with a report, as if its figures rested on the ledger up to line 3."""
    return figures_json(
        of,
        as_of=date(2025, 12, 31),
        genre="post.yearly",
        engine=MadeBy("zhunsheng", "0.1.0"),
        ledger=LedgerHead("sm3", 3, "ab" * 32),
        algorithm=algorithm,
        pdf_digest=pdf_digest,
    )


# --- files of a report, as plain as can be ---------------------------------------------------------

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)
APPENDIX = "附件：数字来源"


def docx(of: Report, body: str | None = None, *, relations: str = _RELATIONS) -> bytes:
    """Get a DOCX of a report, with an appendix behind it, or one of a body that is given."""
    said = "".join(map(_of_block, of.blocks)) + _paragraph(APPENDIX) + _paragraph("f1 52件 来信")
    text = f'<?xml version="1.0"?><w:document xmlns:w="{_W}"><w:body>{said if body is None else body}</w:body></w:document>'
    return zipped({"_rels/.rels": relations, "word/document.xml": text})


def zipped(entries: Mapping[str, str | bytes]) -> bytes:
    """Get a zip file of some entries."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return held.getvalue()


def page(of: Report, article: str | None = None) -> bytes:
    """Get a page of HTML with a report in it, or with another article."""
    said = "".join(map(_html_of_block, of.blocks)) if article is None else article
    return (
        f"<!doctype html><html><head><title>x</title><style>p {{}}</style></head><body><p>别的内容99件</p>"
        f'<article class="report">{said}</article><p>{APPENDIX}</p></body></html>'
    ).encode()


def _of_block(block: Block) -> str:
    if block.kind != "table":
        runs = [block.number, *(span.text for span in block.spans)]
        return f"<w:p>{''.join(f'<w:r><w:t>{escape(run)}</w:t></w:r>' for run in runs)}</w:p>"
    rows = (
        "".join(f"<w:tc>{_paragraph(''.join(s.text for s in cell))}</w:tc>" for cell in row)
        for row in block.rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def _html_of_block(block: Block) -> str:
    if block.kind != "table":
        tag = "h2" if block.kind == "heading" else "p"
        return f"<{tag}>{html.escape(block.text)}</{tag}>\n"
    rows = (
        "".join(f"<td>{html.escape(''.join(s.text for s in cell))}</td>" for cell in row)
        for row in block.rows
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
