"""A report put together: headings and their numbers, paragraphs and lines, figures and their ids."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reporting.samples import FACTS, GENRE, known, report, table
from zhunsheng.engine.reporting.composing import Paragraph, composed
from zhunsheng.engine.reporting.templates import TemplateError


def of(*paragraphs, facts=FACTS, tables=()):
    return composed(GENRE, facts, paragraphs, known, tables)


def headings(found):
    return [block.text for block in found.blocks if block.kind == "heading"]


def body(found):
    return [block.text for block in found.blocks if block.kind == "paragraph"][1:]


def test_a_report_begins_with_title_and_addressee_and_ends_with_who_signs_and_the_day():
    found = of(Paragraph("duties", "一段。"))
    assert [block.kind for block in found.blocks] == [
        *("title", "addressee", "paragraph", "heading", "paragraph", "signature", "date")
    ]
    assert found.blocks[0].text == found.title == "溪口县人民政府关于2025年度来信情况的报告"
    assert found.blocks[1].text == "溪口市人民政府："
    assert found.blocks[-1].text == "2026年2月27日"


def test_without_addressee_and_day_neither_is_printed():
    found = of(facts=replace(FACTS, addressee="", issued=None))
    assert [block.kind for block in found.blocks] == ["title", "paragraph", "signature"]


def test_an_addressee_gets_one_colon_only():
    found = of(facts=replace(FACTS, addressee="溪口市人民政府："))
    assert found.blocks[1].text == "溪口市人民政府："


def test_numbers_run_on_over_chapters_and_themes_that_are_empty():
    found = of(Paragraph("answering", "答复。"), Paragraph("arrangements", "安排。"))
    assert headings(found) == ["一、2025年举措", "（一）答复", "二、2026年安排"]


def test_all_chapters_stand_in_the_order_of_the_report_not_of_the_paragraphs():
    keys = ("arrangements", "answering", "receiving", "shortcomings", "duties")
    assert headings(of(*(Paragraph(key, key) for key in keys))) == [
        "一、履职情况",
        "二、2025年举措",
        "（一）收信",
        "（二）答复",
        "三、不足",
        "四、2026年安排",
    ]


def test_paragraphs_of_one_theme_keep_their_order():
    found = of(
        Paragraph("receiving", "甲。"), Paragraph("duties", "乙。"), Paragraph("receiving", "丙。")
    )
    assert body(found) == ["乙。", "甲。", "丙。"]


def test_a_paragraph_of_a_chapter_that_is_not_there_is_refused():
    for key in ("measures", "lost"):
        with pytest.raises(ValueError, match=f"没有这些章：{key}"):
            of(Paragraph(key, "一段。"))


def test_a_paragraph_that_is_no_template_is_refused():
    with pytest.raises(TemplateError):
        of(Paragraph("duties", "收到{letters"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("收到{letters}", ["收到52件。"]),
        ("收到{letters}！", ["收到52件！"]),
        ("第一行。\n第二行{letters}", ["第一行。", "第二行52件。"]),
        ("第一行。\n\n  第二行。\n", ["第一行。", "第二行。"]),
        ("{letters}\n{late}", ["52件", "0件。"]),
        ("一[\n二{answered}]\n三", ["一", "二93.75%", "三。"]),
        ("一[\n二{late}]\n三", ["一", "三。"]),
        ("   ", []),
    ],
)
def test_a_unit_may_break_its_text_into_lines(text, lines):
    assert body(of(Paragraph("duties", text))) == lines


def test_figures_are_numbered_through_the_report_and_its_tables():
    found = report()
    assert list(found.figures) == [f"f{number}" for number in range(1, 9)]
    assert all(figure.id == key for key, figure in found.figures.items())
    spans = [span for block in found.blocks for span in block.spans]
    spans += [span for block in found.blocks for row in block.rows for cell in row for span in cell]
    bound = {span.figure: span.text for span in spans if span.figure}
    assert bound == {key: figure.printed for key, figure in found.figures.items()}


def test_a_table_stands_at_the_end_under_its_title():
    found = of(tables=(table(),))
    assert [block.kind for block in found.blocks[-2:]] == ["table_title", "table"]
    assert found.blocks[-1].text == "件数\t答复率\n52件\t93.75%"


def test_a_paragraph_keeps_where_it_is_from():
    found = of(Paragraph("duties", "甲\n乙", source="2026-00001"))
    sources = [block.source for block in found.blocks if block.kind == "paragraph"]
    assert sources == ["", "2026-00001", "2026-00001"]


@given(
    st.lists(
        st.tuples(st.sampled_from(GENRE.keys), st.text(alphabet="一\n。 {}letrs[]", max_size=30)),
        max_size=6,
    )
)
def test_whatever_units_write_each_line_of_the_text_is_a_block(pairs):
    try:
        found = of(*(Paragraph(*pair) for pair in pairs))
    except TemplateError:
        return
    assert found.text.split("\n") == [block.text for block in found.blocks]
    assert all(block.text.strip() == block.text for block in found.blocks if block.text != "。")
