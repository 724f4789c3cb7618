"""A report that is read back, audited and looked through says what went into it, in every format."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from lxml import html

from tests.rendering import report_samples as samples
from zhunsheng.engine.auditing.audit import audit
from zhunsheng.engine.documents.opening import read_bytes
from zhunsheng.engine.reading.model import Reading
from zhunsheng.engine.reading.outline import Outline
from zhunsheng.engine.reading.read import read
from zhunsheng.engine.reporting.model import Block, Report, Span
from zhunsheng.rendering.report import as_docx, as_html, as_pdf

Render = Callable[..., bytes]


def _page(report: Report, *, with_sources: bool = True, red_head: bool = False) -> bytes:
    return as_html(report, with_sources=with_sources, red_head=red_head).encode()


FORMATS = pytest.mark.parametrize("render", [as_docx, as_pdf, _page], ids=["docx", "pdf", "html"])
LARGE = samples.large()


def _read(content: bytes) -> Reading:
    return read(read_bytes(content, "报告"))


def _figures(reading: Reading) -> list[tuple[str, Decimal, str]]:
    return [(figure.subject, figure.value, figure.unit) for figure in reading.figures]


@FORMATS
def test_each_figure_of_the_body_is_read_with_its_value(render: Render) -> None:
    found = {(value, unit) for _, value, unit in _figures(_read(render(samples.short())))}
    assert found == {
        (Decimal(156), "件"),
        (Decimal(144), "件"),
        (Decimal(48), "件"),
        (Decimal(45), "件"),
        (Decimal("93.75"), "%"),
        (Decimal("552.22"), "万元"),
    }


@FORMATS
def test_the_table_of_sources_adds_no_figure_and_no_heading(render: Render) -> None:
    with_it, without = (
        _read(render(samples.short())),
        _read(render(samples.short(), with_sources=False)),
    )
    assert _figures(with_it) == _figures(without)
    assert [one.title for one in with_it.outline] == [one.title for one in without.outline]


@FORMATS
def test_title_number_issuer_addressee_and_date_are_read_back(render: Render) -> None:
    meta = _read(render(samples.short(*samples.TABLE), red_head=True)).meta
    assert meta.title == samples.TITLE
    assert meta.doc_number is not None
    assert meta.doc_number == "溪府〔2026〕3号"
    assert meta.issuer == "溪口县人民政府"
    assert meta.addressees == ("云川市人民政府",)
    assert str(meta.issue_date) == "2026-02-27"


@FORMATS
def test_headings_are_read_back(render: Render) -> None:
    reading = _read(render(samples.short()))
    walked = Outline(headings=reading.outline).walk()
    assert [(one.number, one.title) for one in walked] == [
        ("一", "主要举措和成效"),
        ("一", "矛盾纠纷化解"),
        ("二", "优化营商环境"),
    ]


@FORMATS
def test_a_long_report_with_200_figures_reads_back_whole_and_the_audit_finds_nothing(
    render: Render,
) -> None:
    assert len(LARGE.figures) == 200
    assert 14_000 < len(LARGE.text) < 20_000
    reading = _read(render(LARGE))
    printed = {re.sub(r"^(?:增加|减少)", "", one.printed) for one in LARGE.figures.values()}
    found = {f"{figure.value.normalize():f}{figure.unit}" for figure in reading.figures}
    assert printed - found == set()
    assert audit(reading).findings == ()


@FORMATS
def test_the_audit_of_a_table_beside_the_text_finds_nothing(render: Render) -> None:
    assert audit(_read(render(samples.short(*samples.TABLE)))).findings == ()


def test_in_docx_each_bound_figure_stands_in_its_bookmark() -> None:
    body = docx.Document(io.BytesIO(as_docx(samples.short()))).element.body
    marked = {}
    for start in body.iter(qn("w:bookmarkStart")):
        run = start.getnext()
        assert run.getnext().tag == qn("w:bookmarkEnd")
        assert run.getnext().get(qn("w:id")) == start.get(qn("w:id"))
        marked[start.get(qn("w:name"))] = "".join(text.text for text in run.iter(qn("w:t")))
    assert marked == {f"fig_{one.id}": one.printed for one in samples.FIGURES}


def test_in_docx_the_text_without_sources_has_its_bookmarks_too() -> None:
    found = docx.Document(io.BytesIO(as_docx(samples.short(), with_sources=False)))
    assert not found.tables
    assert len(list(found.element.body.iter(qn("w:bookmarkStart")))) == len(samples.FIGURES)


def test_the_table_of_sources_says_of_each_figure_what_was_counted_out_of_what() -> None:
    table = docx.Document(io.BytesIO(as_docx(samples.short()))).tables[-1]
    head, *rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert head == ["编号", "文中写法", "指标", "计数/基数", "统计期间", "口径", "依据"]
    assert len(rows) == len(samples.FIGURES)
    assert rows[2] == [
        "3",
        "93.75%",
        "行政机关负责人出庭应诉率\nreconsideration.sample_3",
        "45/48",
        "2025年\n溪口县",
        "统计期间内收到的行政机关负责人出庭应诉率，以登记日期为准",
        "行政复议法（2023年修订）",
    ]


def test_on_the_page_each_figure_leads_to_its_row_and_the_row_back() -> None:
    page = html.fromstring(_page(LARGE))
    links = page.xpath("//a[@class='figure']")
    assert [one.text_content() for one in links] == [one.printed for one in LARGE.figures.values()]
    for link in links:
        (row,) = page.xpath("//tr[@id=$id]", id=link.get("href").removeprefix("#"))
        assert row.xpath("td")[0].text_content() == link.text_content()
        assert row.xpath("th/a/@href") == [f"#{link.get('id')}"]


def test_on_the_page_a_row_leads_to_the_entries_where_an_address_is_given() -> None:
    page = html.fromstring(as_html(samples.short(), links={"f3": "/figures/?a=1&b=<2>"}).encode())
    assert page.xpath("//tr[@id='source-f3']//a[@class='more']/@href") == ["/figures/?a=1&b=<2>"]
    assert len(page.xpath("//a[@class='more']")) == 1


def test_the_page_holds_no_script_and_asks_the_network_for_nothing() -> None:
    text = as_html(LARGE)
    page = html.fromstring(text.encode())
    assert not page.xpath("//script | //link | //img | //@src | //@style")
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]
    assert "url(" not in text


def test_figures_in_tables_are_told_by_their_table_alone() -> None:
    own = samples.bound(9, "结转的案件", "12件", 12, 12)
    heads = ((Span("项目"),), (Span("件数"),))
    table = Block("table", rows=(heads, ((Span("结转"),), (Span("12件", "f9"),))))
    short = samples.short(Block("table_title", (Span("附表"),)), table)
    report = replace(short, figures={**short.figures, "f9": own})
    rows = docx.Document(io.BytesIO(as_docx(report))).tables[-1].rows
    assert [row.cells[0].text for row in rows] == ["编号", "1", "2", "3", "4", ""]
    assert [cell.text for cell in rows[-1].cells[1:3]] == ["附件1", "附表"]
    assert "结转的案件" in as_html(report)
    assert as_pdf(report)


def test_in_pdf_each_figure_is_a_link_within_the_file_and_without_sources_none() -> None:
    def links(content: bytes) -> int:
        return content.count(b"/Subtype /Link") or content.count(b"/Subtype/Link")

    # Each row leads back to its figure.
    assert links(as_pdf(samples.short())) == 2 * len(samples.FIGURES)
    assert links(as_pdf(samples.short(), with_sources=False)) == 0


def test_in_pdf_headings_are_bookmarks() -> None:
    pdf = pypdfium2.PdfDocument(as_pdf(samples.short(*samples.TABLE)))
    titles = [bookmark.get_title() for bookmark in pdf.get_toc()]
    assert titles[:3] == ["一、主要举措和成效", "（一）矛盾纠纷化解", "（二）优化营商环境"]
    assert titles[-1] == "本报告数字来源"


def test_annexes_are_numbered_where_there_are_several_and_named_below_the_text() -> None:
    def marks(*extra: object, with_sources: bool) -> list[str]:
        content = as_docx(samples.short(*extra), with_sources=with_sources)  # type: ignore[arg-type]
        found = docx.Document(io.BytesIO(content)).paragraphs
        return [one.text for one in found if re.match(r"附件|　　　", one.text)]

    assert marks(with_sources=False) == []
    assert marks(with_sources=True) == ["附件：本报告数字来源", "附件"]
    assert marks(*samples.TABLE, with_sources=True) == [
        "附件：1.　2025年行政复议案件情况",
        "　　　2.　本报告数字来源",
        "附件1",
        "附件2",
    ]
