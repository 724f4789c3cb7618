"""DOCX files say what Word would show: numbers, tables, accepted changes."""

import pytest
from docx.document import Document as WordDocument
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.samples import (
    SENTENCE,
    damaged,
    opens_or_is_refused,
    refused,
    word,
    word_xml,
    wordprocessing,
    zipped,
)
from zhunsheng.engine.documents import markup
from zhunsheng.engine.documents.document import Document
from zhunsheng.engine.documents.opening import read_bytes
from zhunsheng.engine.documents.ordinals import ordinal


def _read(body: str, **parts: str) -> Document:
    return read_bytes(word_xml(body, **parts), "要点.docx")


def _lines(body: str, **parts: str) -> list[str]:
    return _read(body, **parts).text.split("\n")


def _paragraph(text: str, level: int | None = None, number: int = 1, style: str = "") -> str:
    listed = (
        ""
        if level is None
        else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    )
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def _levels(*levels: tuple[str, str]) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{template}"/></w:lvl>'
        for depth, (kind, template) in enumerate(levels)
    )


def _numbering(levels: str, changes: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{changes}</w:num>'
    )


_OFFICIAL = _levels(
    ("chineseCountingThousand", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimalEnclosedCircleChinese", "%4"),
)


def test_paragraphs_and_tables_come_in_their_order() -> None:
    def build(document: WordDocument) -> None:
        document.add_heading("青石县2025年工作要点", level=1)
        document.add_paragraph(SENTENCE)
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(table._cells, ["单位", "件数", "县司法局", ""], strict=True):
            cell.text = text
        document.add_paragraph("特此通知。")

    document = read_bytes(word(build), "要点.docx")
    assert document.text == (
        f"青石县2025年工作要点\n{SENTENCE}\n单位\n件数\n县司法局\n\n特此通知。"
    )
    assert (document.format, document.wrapped) == ("docx", False)
    cells = document.tables[0].cells
    assert [(cell.row, cell.column) for cell in cells] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert [document.text[cell.start : cell.end] for cell in cells] == [
        "单位",
        "件数",
        "县司法局",
        "",
    ]


def test_a_soft_break_is_a_line_break() -> None:
    body = "<w:p><w:r><w:t>青石县</w:t><w:br/><w:t>工作要点</w:t></w:r></w:p>"
    assert _lines(body) == ["青石县", "工作要点"]


def test_automatic_numbers_are_written_before_the_text() -> None:
    body = (
        _paragraph("总体要求", 0)
        + _paragraph("重点任务", 0)
        + _paragraph("优化服务", 1)
        + _paragraph("加强培训。", 2)
        + _paragraph("3家单位先行。", 2)
        + _paragraph("建立台账", 3)
        + _paragraph("规范执法", 1)
        + _paragraph("加强监督。", 2)
        + _paragraph("保障措施", 0)
    )
    assert _lines(body, numbering=_numbering(_OFFICIAL)) == [
        "一、总体要求",
        "二、重点任务",
        "（一）优化服务",
        "1.加强培训。",
        "2. 3家单位先行。",
        "① 建立台账",
        "（二）规范执法",
        "1.加强监督。",
        "三、保障措施",
    ]


def test_two_lists_of_one_kind_run_on_unless_one_starts_anew() -> None:
    body = _paragraph("甲", 0) + _paragraph("乙", 0, 2)
    assert _lines(body, numbering=_numbering(_OFFICIAL)) == ["一、甲", "二、乙"]
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    assert _lines(body, numbering=_numbering(_OFFICIAL, anew)) == ["一、甲", "五、乙"]


def test_a_number_may_name_the_levels_above() -> None:
    levels = _levels(("chineseCounting", "第%1章"), ("decimal", "%1.%2")).replace(
        '<w:lvlText w:val="%1.%2"/>', '<w:isLgl/><w:lvlText w:val="%1.%2"/>'
    )
    body = _paragraph("总则", 0) + _paragraph("目的", 1)
    assert _lines(body, numbering=_numbering(levels)) == ["第一章 总则", "1.1 目的"]


def test_numbers_come_from_the_style_of_a_paragraph_too() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Base"/></w:style>'
    )
    body = _paragraph("甲", style="Own") + _paragraph("乙", 0, 0, style="Own") + _paragraph("丙", 1)
    assert _lines(body, numbering=_numbering(_OFFICIAL), styles=styles) == [
        "一、甲",
        "乙",
        "（一）丙",
    ]


def test_serial_numbers_that_a_table_counts_by_itself_are_read() -> None:
    rows = "".join(
        f"<w:tr><w:tc>{_paragraph('', 0)}</w:tc><w:tc>{_paragraph(task)}</w:tc></w:tr>"
        for task in ("规范执法", "优化服务")
    )
    numbering = _numbering(_levels(("decimal", "%1")))
    assert _lines(f"<w:tbl>{rows}</w:tbl>", numbering=numbering) == [
        "1",
        "规范执法",
        "2",
        "优化服务",
    ]
    assert _lines(_paragraph("", 0) + _paragraph("甲", 0), numbering=numbering) == ["", "2 甲"]


def test_bullets_are_no_numbers() -> None:
    assert _lines(_paragraph("甲", 0), numbering=_numbering(_levels(("bullet", "\uf06c")))) == [
        "甲"
    ]


@pytest.mark.parametrize(
    ("number", "kind", "printed"),
    [
        (10, "chineseCounting", "十"),
        (21, "japaneseCounting", "二十一"),
        (105, "chineseCountingThousand", "一百零五"),
        (20, "decimalEnclosedCircle", "⑳"),
        (3, "upperRoman", "III"),
        (28, "lowerLetter", "bb"),
        (2, "ideographTraditional", "乙"),
        (7, "decimalZero", "07"),
        (10, "ideographDigital", "一〇"),
        (3, "ordinalText", "3"),
    ],
)
def test_numbers_are_printed_in_every_format_in_use(number: int, kind: str, printed: str) -> None:
    assert ordinal(number, kind) == printed


def test_merged_cells_keep_their_columns() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    wide, top, below = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = _read(
        "<w:tbl>"
        f"<w:tr>{cell('单位', top)}{cell('件数', wide)}</w:tr>"
        f"<w:tr>{cell('', below)}{cell('许可')}{cell('处罚')}</w:tr>"
        f"<w:tr>{cell('县局')}{cell('12')}{cell('3')}</w:tr></w:tbl>"
    )
    placed = [
        (document.text[c.start : c.end], c.row, c.column, c.row_span, c.column_span)
        for c in document.tables[0].cells
    ]
    assert placed == [
        ("单位", 0, 0, 2, 1),
        ("件数", 0, 1, 1, 2),
        ("许可", 1, 1, 1, 1),
        ("处罚", 1, 2, 1, 1),
        ("县局", 2, 0, 1, 1),
        ("12", 2, 1, 1, 1),
        ("3", 2, 2, 1, 1),
    ]


def test_a_cell_is_one_line_with_nested_tables_in_order() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{_paragraph('内一')}</w:tc><w:tc>{_paragraph('内二')}</w:tc></w:tr></w:tbl>"
    row = f"<w:tc>{_paragraph('前')}{inner}{_paragraph('后')}</w:tc><w:tc>{_paragraph('12')}{_paragraph('34')}</w:tc>"
    assert _lines(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>") == ["前内一内二后", "12 34"]


def test_a_frame_of_one_cell_is_no_table() -> None:
    document = _read(
        f"<w:tbl><w:tr><w:tc>{_paragraph('甲')}{_paragraph('乙')}</w:tc></w:tr></w:tbl>"
    )
    assert (document.text, document.tables) == ("甲\n乙", ())


def test_deleted_changes_are_left_out_and_inserted_ones_kept() -> None:
    body = (
        "<w:p><w:r><w:t>全年</w:t></w:r><w:del><w:r><w:delText>100</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>128</w:t></w:r></w:ins><w:r><w:t>件</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>后半</w:t></w:r></w:p>"
    )
    assert _lines(body) == ["全年128件", "前半后半"]


def test_hidden_text_and_field_codes_are_left_out() -> None:
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>可见</w:t></w:r></w:p>"
    )
    assert _lines(body) == ["可见"]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{_paragraph('框内')}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>"
        f"{box}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>段落</w:t></w:r></w:p>"
    )
    assert _lines(body) == ["段落", "框内"]


def test_footnotes_and_headers_are_left_out() -> None:
    body = "<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    notes = "<w:footnote><w:p><w:r><w:t>脚注</w:t></w:r></w:p></w:footnote>"
    assert _lines(body, footnotes=notes, header1=_paragraph("页眉")) == ["正文"]


def test_the_table_of_contents_is_left_out() -> None:
    body = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
        f"</w:sdtPr><w:sdtContent>{_paragraph('一、总体要求 1')}</w:sdtContent></w:sdt>"
        f"<w:sdt><w:sdtContent>{_paragraph('一、总体要求')}</w:sdtContent></w:sdt>"
    )
    assert _lines(body) == ["一、总体要求"]


def test_a_table_of_contents_without_a_block_is_left_out_too() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>'
    body = _paragraph("一、总体要求\t1", style="10") + _paragraph("一、总体要求")
    assert _lines(body, styles=styles) == ["一、总体要求"]


def test_lists_made_by_word_processors_are_numbered() -> None:
    def build(document: WordDocument) -> None:
        for text in ("总体要求", "重点任务"):
            document.add_paragraph(text, style="List Number")

    assert read_bytes(word(build), "a.docx").text == "1.总体要求\n2.重点任务"


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]>'
    xml = wordprocessing("document", "<w:body><w:p><w:r><w:t>&y;</w:t></w:r></w:p></w:body>")
    xml = xml.replace("?>", "?>" + bomb, 1)
    assert "实体声明" in refused(zipped({"word/document.xml": xml}))
    wide = xml.replace("UTF-8", "UTF-16").encode("utf-16")
    assert "实体声明" in refused(zipped({"word/document.xml": wide}))


def test_markup_of_too_many_tags_is_refused_before_it_is_parsed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(markup, "MAX_TAGS", 100)
    assert "过于庞大" in refused(word_xml("<w:p/>" * 101))


def test_a_file_without_text_is_called_empty() -> None:
    assert "没有内容" in refused(word_xml("<w:p/>"))


def test_a_file_without_its_main_part_is_refused() -> None:
    assert "没有正文部分" in refused(zipped({"word/styles.xml": "<a/>"}))


def test_markup_cut_off_is_called_damaged() -> None:
    assert "不是完整的 XML" in refused(zipped({"word/document.xml": "<a><b>"}))


_BODY = _paragraph("甲", 0) + (
    f"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{_paragraph('一', 1)}</w:tc>"
    f"<w:tc>{_paragraph('二')}</w:tc></w:tr></w:tbl>"
)
_PARTS = {
    "word/document.xml": wordprocessing("document", f"<w:body>{_BODY}</w:body>").encode(),
    "word/numbering.xml": wordprocessing("numbering", _numbering(_OFFICIAL)).encode(),
}


@given(st.sampled_from(sorted(_PARTS)), st.integers(0, 10**6), st.integers(32, 126), st.booleans())
@settings(max_examples=200, deadline=None)
def test_damaged_markup_gives_a_document_or_a_message(
    part: str, place: int, value: int, cut: bool
) -> None:
    changed = {**_PARTS, part: damaged(_PARTS[part], place, value, cut=cut)}
    opens_or_is_refused(zipped(changed))


@given(st.integers(0, 10**6), st.integers(0, 255), st.booleans())
@settings(max_examples=100, deadline=None)
def test_a_damaged_file_gives_a_document_or_a_message(place: int, value: int, cut: bool) -> None:
    opens_or_is_refused(damaged(zipped(_PARTS), place, value, cut=cut))


def test_deep_nesting_ends_in_a_message() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 80 + _paragraph("深") + "</w:tc></w:tr></w:tbl>" * 80
    opens_or_is_refused(word_xml(deep))
    wide = "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>" * 60 + _paragraph("深")
    opens_or_is_refused(word_xml(wide + "</w:tc></w:tr></w:tbl>" * 60))
    opens_or_is_refused(
        word_xml(
            "<w:p>" + "<w:ins>" * 240 + "<w:r><w:t>深</w:t></w:r>" + "</w:ins>" * 240 + "</w:p>"
        )
    )
