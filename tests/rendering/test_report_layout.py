"""A report is laid out as GB/T 9704 wants official documents, in DOCX and in PDF."""

import io
import re
import zipfile
from dataclasses import replace
from itertools import pairwise

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from lxml import etree

from tests.rendering import report_samples as samples
from zhunsheng.engine.reporting.model import Block, Span
from zhunsheng.rendering.report import as_docx, as_pdf
from zhunsheng.rendering.report.pieces import pieces
from zhunsheng.rendering.report.printable import em
from zhunsheng.rendering.report.title_lines import title_lines

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MILLIMETRE, _POINT = 36_000, 12_700


def _opened(*extra: Block, **options: bool):  # type: ignore[no-untyped-def]
    return docx.Document(io.BytesIO(as_docx(samples.short(*extra), **options)))


def _pages(content: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(content)


def _lines(page: pypdfium2.PdfPage) -> dict[int, tuple[float, float]]:
    """Get for each height at which signs stand how far left and right they reach, in points."""
    text = page.get_textpage()
    found: dict[int, tuple[float, float]] = {}
    for place in range(text.count_chars()):
        if not text.get_text_range(place, 1).strip():
            continue
        left, bottom, right, _ = text.get_charbox(place, loose=False)
        low, high = found.get(round(bottom), (left, right))
        found[round(bottom)] = min(low, left), max(high, right)
    return found


def test_the_page_is_a4_with_the_margins_of_the_standard() -> None:
    section = _opened().sections[0]
    sides = (section.top_margin, section.left_margin, section.right_margin, section.bottom_margin)
    assert [round(side / _MILLIMETRE) for side in sides] == [37, 28, 26, 35]
    assert round(section.page_width / _MILLIMETRE) == 210
    assert round(section.page_height / _MILLIMETRE) == 297


def test_22_lines_of_28_characters_fill_the_type_area() -> None:
    grid = _opened().sections[0]._sectPr.find(qn("w:docGrid"))
    assert grid.get(qn("w:type")) == "linesAndChars"
    line = int(grid.get(qn("w:linePitch"))) / 20
    character = 16 + int(grid.get(qn("w:charSpace"))) / 4096
    height, width = (297 - 37 - 35) / 25.4 * 72, (210 - 28 - 26) / 25.4 * 72
    assert 22 * line <= height < 22 * line + 1
    assert 28 * character <= width < 28 * character + 1


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
        ("Body Text", "仿宋_GB2312", 16),
    ],
)
def test_every_style_names_its_font_for_chinese(style: str, font: str, size: int) -> None:
    found = _opened().styles[style]
    assert found.element.rPr.rFonts.get(qn("w:eastAsia")) == font
    assert found.font.size.pt == size
    assert not found.font.bold


def test_paragraphs_and_headings_are_indented_by_two_characters_and_the_addressee_is_not() -> None:
    styles = _opened().styles
    indents = {
        name: styles[name].element.pPr.ind.get(qn("w:firstLineChars"))
        for name in ("Body Text", "Heading 1", "主送机关")
    }
    assert indents == {"Body Text": "200", "Heading 1": "200", "主送机关": "0"}


def test_headings_are_real_headings_for_the_table_of_contents() -> None:
    found = _opened()
    levels = {
        paragraph.text: paragraph.style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val"))
        for paragraph in found.paragraphs
        if paragraph.style.name.startswith("Heading")
    }
    assert levels == {
        "一、主要举措和成效": "0",
        "（一）矛盾纠纷化解": "1",
        "（二）优化营商环境": "1",
    }


def test_the_signature_is_centred_over_a_date_four_characters_from_the_margin() -> None:
    *_, issuer, day = [one for one in _opened().paragraphs if one.style.name == "署名"]
    right = [int(one._p.pPr.ind.get(qn("w:rightChars"))) for one in (issuer, day)]
    assert right == [375, 400]
    assert 400 + 100 * em(day.text) / 2 == right[0] + 100 * em(issuer.text) / 2


def test_a_signature_longer_than_that_ends_at_the_margin() -> None:
    long = Block("signature", (Span("溪口县人民政府推进政府职能转变工作协调领导小组办公室"),))
    report = samples.short()
    blocks = tuple(long if one.kind == "signature" else one for one in report.blocks)
    found = docx.Document(io.BytesIO(as_docx(replace(report, blocks=blocks))))
    signed = next(one for one in found.paragraphs if one.style.name == "署名")
    assert signed._p.pPr.ind.get(qn("w:rightChars")) == "0"


def test_page_numbers_stand_outside_between_dashes() -> None:
    found = _opened()
    assert found.settings.odd_and_even_pages_header_footer
    section = found.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        paragraph = footer.paragraphs[0]
        assert paragraph.text == "— 1 —"
        assert paragraph._p.pPr.jc.get(qn("w:val")) == side
        run = paragraph.runs[0]
        assert (run.font.size.pt, run._r.rPr.rFonts.get(qn("w:eastAsia"))) == (14, "宋体")


def test_a_table_repeats_its_head_and_splits_no_row() -> None:
    table = _opened(*samples.TABLE, with_sources=False).tables[0]
    properties = [row._tr.trPr for row in table.rows]
    assert properties[0].find(qn("w:tblHeader")) is not None
    assert all(one.find(qn("w:cantSplit")) is not None for one in properties)


def test_a_row_longer_than_a_page_may_split() -> None:
    long = Block("table", rows=(((Span("栏"),),), ((Span("很长。" * 400),),)))
    table = _opened(Block("table_title", (Span("表"),)), long, with_sources=False).tables[0]
    assert table.rows[1]._tr.trPr is None or table.rows[1]._tr.trPr.find(qn("w:cantSplit")) is None
    pdf = _pages(as_pdf(samples.short(long), with_sources=False, system_fonts=False))
    said = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert said.count("很") == 400


def test_a_wide_table_is_set_across_the_page() -> None:
    wide = Block("table", rows=tuple((tuple((Span(f"第{n}栏的名称"),) for n in range(14)),) * 3))
    found = _opened(*samples.TABLE, wide, with_sources=False)
    across = [one.page_width > one.page_height for one in found.sections]
    assert across == [False, True]
    pdf = _pages(as_pdf(samples.short(*samples.TABLE, wide), with_sources=False))
    assert [page.get_width() > page.get_height() for page in pdf][-2:] == [False, True]


def test_the_red_head_is_there_only_when_asked_for_and_numbered() -> None:
    def names(number: str, *, red_head: bool) -> set[str]:
        report = samples.short(number=number)
        content = as_docx(report, red_head=red_head)
        return {one.style.name for one in docx.Document(io.BytesIO(content)).paragraphs}

    assert "发文机关标志" in names("溪府〔2026〕3号", red_head=True)
    assert "发文机关标志" not in names("溪府〔2026〕3号", red_head=False)
    assert "发文机关标志" not in names("", red_head=True)


def test_elements_stand_in_the_order_that_word_wants() -> None:
    order = (
        "pStyle keepNext keepLines pageBreakBefore widowControl pBdr kinsoku overflowPunct autoSpaceDE "
        "autoSpaceDN snapToGrid spacing ind jc outlineLvl"
    ).split()
    content = as_docx(samples.short(*samples.TABLE), red_head=True)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for part in ("word/document.xml", "word/footer1.xml", "word/footer2.xml"):
            for properties in etree.fromstring(packed.read(part)).iter(f"{W}pPr"):
                places = [
                    order.index(etree.QName(one).localname)
                    for one in properties
                    if not one.tag.endswith("}sectPr")
                ]
                assert places == sorted(places)


@pytest.mark.parametrize("render", [as_docx, as_pdf])
def test_the_same_report_gives_the_same_bytes(render) -> None:  # type: ignore[no-untyped-def]
    report = samples.short(*samples.TABLE)
    assert render(report) == render(report)


def test_a_pdf_page_is_a4_and_its_text_stays_in_the_type_area() -> None:
    pdf = _pages(as_pdf(samples.large(40, 4_000), with_sources=False, system_fonts=False))
    page = pdf[1]
    assert [round(side / 72 * 25.4) for side in page.get_size()] == [210, 297]
    body = list(_lines(page).values())[:-1]
    assert min(left for left, _ in body) >= 28 / 25.4 * 72 - 1
    assert max(right for _, right in body) <= (210 - 26) / 25.4 * 72 + 1


def test_a_full_pdf_page_has_22_lines() -> None:
    plain = Block("paragraph", (Span("推动各部门依法履职协同配合" * 200),))
    report = replace(samples.short(), blocks=(plain,), figures={})
    page = _pages(as_pdf(report, system_fonts=False))[1]
    said = page.get_textpage().get_text_range().split("\r\n")
    assert said[-1] == "— 2 —"
    assert len(said) == 23
    assert {len(line.replace(" ", "")) for line in said[:-1]} == {28}


def test_a_pdf_without_fonts_of_the_system_uses_those_that_come_along() -> None:
    content = as_pdf(samples.short(), system_fonts=False)
    fonts = set(re.findall(rb"/FontName\s*/[A-Z]{6}\+(\w+)", content))
    assert not fonts or fonts <= {b"NotoSerifSC", b"NotoSansSC"}
    fonts_in_page = {
        item.get_font().get_base_name()
        for item in _pages(content)[0].get_objects(filter=(1,))
        if hasattr(item, "get_font")
    }
    assert all("Noto" in name for name in fonts_in_page)


def test_a_pdf_is_tagged_and_made_to_be_kept() -> None:
    content = as_pdf(samples.short())
    assert b"<pdfaid:part>2</pdfaid:part>" in content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert _pages(content).get_metadata_dict()["Title"] == samples.TITLE


def test_no_line_of_a_pdf_begins_with_a_closing_sign_or_ends_with_an_opening_one() -> None:
    pdf = _pages(as_pdf(samples.large(60, 8_000), system_fonts=False, with_sources=False))
    lines = [line for page in pdf for line in page.get_textpage().get_text_range().split("\r\n")]
    assert len(lines) > 200
    assert not [line for line in lines if line[:1] in set("。，、；：》）”")]
    assert not [line for line in lines if line.rstrip()[-1:] in set("《（“")]
    broken = [
        (line, after)
        for line, after in pairwise(lines)
        if re.search(r"\d\s*$", line) and re.match(r"[件条次个人%]", after)
    ]
    assert broken == []


def test_numbers_stay_with_their_measure() -> None:
    kept = [
        words for words, stays in pieces("受理52件，出庭率93.75%，清偿552.22万元。", 40) if stays
    ]
    assert kept == ["52件", "93.75%", "552.22万元"]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("溪口县2025年法治政府建设情况报告", ["溪口县2025年法治政府建设情况报告"]),
        (samples.TITLE, ["溪口县人民政府", "关于2025年度法治政府建设情况的报告"]),
        (
            "溪口县综合行政执法局关于2025年度推进严格规范公正文明执法工作情况的报告",
            ["溪口县综合行政执法局关于2025年度", "推进严格规范公正文明执法工作情况的报告"],
        ),
    ],
)
def test_a_title_is_broken_at_the_sense(title: str, lines: list[str]) -> None:
    assert list(title_lines(title)) == lines


@pytest.mark.parametrize(
    "title", ["溪口县人民政府关于推进法治政府建设情况的" * 15, "W" * 300, "2025" * 75]
)
def test_a_title_of_300_characters_never_overflows(title: str) -> None:
    assert all(em(line) <= 20 for line in title_lines(title))
    assert "".join(title_lines(title)) == title
    page = _pages(as_pdf(samples.short(title=title), system_fonts=False))[0]
    reaches = _lines(page).values()
    assert min(left for left, _ in reaches) >= 28 / 25.4 * 72 - 1
    assert max(right for _, right in reaches) <= (210 - 26) / 25.4 * 72 + 1


def test_odd_pages_of_a_pdf_are_numbered_at_the_right_and_even_ones_at_the_left() -> None:
    pdf = _pages(as_pdf(samples.large(20, 4_000), with_sources=False, system_fonts=False))
    for page, right in ((pdf[0], True), (pdf[1], False), (pdf[2], True)):
        lines = _lines(page)
        left_edge, right_edge = lines[min(lines)]
        middle = page.get_width() / 2
        assert (left_edge > middle, right_edge > middle) == (right, right)
