"""Printed lines become running text, and every character keeps its place."""

from hypothesis import given
from hypothesis import strategies as st

from tests.texts import document_of, flow, lines
from zhunsheng.engine.documents.document import Cell, Table
from zhunsheng.engine.documents.layout import flow_of

_MESSY = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "一二三、（）()。，；：《》〔〕“”|- —\n\r\t\u3000\u200b\ufeff年月日号第页共字号0123456789%"
        ),
        st.characters(),
    ),
    max_size=400,
)


def test_a_line_cut_at_the_right_margin_goes_on_in_the_next_one() -> None:
    text = "\n\n".join(
        [
            "溪口县人民政府",
            "全县各级行政机关坚持把依法决策作为推进工作的前提，由县司法",
            "局会同各部门对重大事项逐件开展合法性审查，组织各镇对照清单",
            "开展自查自纠，对发现的问题建立台账，实行销号管理，做到件件",
            "有回音、事事有着落，同时加强业务培训，组织执法人员集中轮训",
            "两轮，进一步提升执法队伍的业务能力和服务水平，营造良好的法",
            "治环境。",
        ]
    )
    assert "县司法局会同" in lines(text)[1]
    assert lines(text)[1].endswith("良好的法治环境。")


def test_blanks_that_a_pdf_sets_around_digits_count_for_the_width_of_a_line() -> None:
    text = (
        "全县各级行政机关坚持把依法决策作为推进工作的前提，由县司法\n局会同各部门对重大事项逐件开展合法性审查，组织各镇对照清单\n"
        "开展自查自纠，对发现的问题建立台账，实行销号管理，做到件件\n有回音、事事有着落，全年受理 1268 件，办结 1244 件，占\n98.1%，群众满意。"
    )
    assert lines(text)[-1].endswith("占98.1%，群众满意。")


def test_a_page_number_inside_a_sentence_is_removed() -> None:
    assert lines("〔区发展改革局、区应急管理局、\n\n\n- 4 -\n\n区市场监管局按职责分工负责〕") == [
        "〔区发展改革局、区应急管理局、区市场监管局按职责分工负责〕"
    ]
    assert lines("由县司法局牵头，第 3 页 共 8 页 各部门配合。") == ["由县司法局牵头，各部门配合。"]


def test_a_span_of_years_is_no_page_number() -> None:
    assert lines("落实三年行动计划（2023—2025年）的要求。") == [
        "落实三年行动计划（2023—2025年）的要求。"
    ]


def test_blanks_within_chinese_are_dropped_and_between_latin_words_kept() -> None:
    assert lines("2024 年 8 月 9 日　印 发 new  media 平台") == ["2024年8月9日印发new media平台"]


def test_spaced_thousands_are_one_number_and_two_columns_are_two() -> None:
    assert lines("共有4 598个调委会") == ["共有4598个调委会"]
    assert lines("12 34") == ["12 34"]


def test_a_title_across_lines_is_one_title() -> None:
    assert lines("关于印发《溪口县人民政府 2025年\n法治政府建设工作要点》的通知") == [
        "关于印发《溪口县人民政府2025年法治政府建设工作要点》的通知"
    ]


def test_a_heading_never_joins_the_line_before_it() -> None:
    assert lines("各镇、各部门，\n一、加强组织领导\n（一）压实责任。") == [
        "各镇、各部门，",
        "一、加强组织领导",
        "（一）压实责任。",
    ]


def test_furniture_of_a_web_page_is_left_out() -> None:
    page = "首页\n您当前的位置：首页 >> 要闻\n分享到：\n全县受理案件12件。\n【打印本页】 【关闭窗口】\n溪ICP备00000000号-1"
    assert lines(page) == ["全县受理案件12件。"]


def test_labels_of_a_government_page_are_metadata() -> None:
    laid_out = flow(
        "索 引 号：008320033/2025-00070\n发布机构：\n溪口县人民政府\n2024年工作情况如下。"
    )
    assert [paragraph.kind for paragraph in laid_out.paragraphs] == [
        "metadata",
        "metadata",
        "metadata",
        "text",
    ]


def test_a_paragraph_printed_twice_is_read_once() -> None:
    paragraph = "全县各级行政机关坚持把依法决策作为推进工作的前提，对重大事项逐件开展合法性审查，做到应审尽审。"
    assert lines(f"{paragraph}\n{paragraph}\n") == [paragraph]


def test_cells_drawn_with_bars_know_their_row_and_column() -> None:
    laid_out = flow("省份 | 数量 |\n广东 | 31 |\n河北 | 7 |")
    assert [(p.cell.row, p.cell.column, laid_out.words(p)) for p in laid_out.paragraphs if p.cell] == [
        (0, 0, "省份"), (0, 1, "数量"), (1, 0, "广东"), (1, 1, "31"), (2, 0, "河北"), (2, 1, "7"),
    ]  # fmt: skip


def test_cells_of_an_opened_table_stay_apart() -> None:
    cells = (Cell(row=0, column=0, start=0, end=2), Cell(row=0, column=1, start=3, end=5))
    laid_out = flow_of(document_of("县政\n府办", tables=(Table(cells=cells),)))
    assert [laid_out.words(p) for p in laid_out.paragraphs] == ["县政", "府办"]


@given(_MESSY)
def test_every_character_of_the_flow_stands_where_it_says(text: str) -> None:
    laid_out = flow(text)
    assert len(laid_out.text) == len(laid_out.offsets)
    assert list(laid_out.offsets) == sorted(laid_out.offsets)
    for paragraph in laid_out.paragraphs:
        words = laid_out.words(paragraph)
        offsets = laid_out.offsets[paragraph.start : paragraph.end]
        assert [text[o] for o, c in zip(offsets, words, strict=True) if c != " "] == [
            c for c in words if c != " "
        ]
        place = laid_out.place(paragraph.start, paragraph.end)
        assert laid_out.quote(place) == words == place.quote


def test_the_annex_that_traces_the_figures_of_a_report_is_no_part_of_its_body() -> None:
    laid_out = flow("全年受理申请52件。\n附件2\n本报告数字来源\n编号 文中写法\n1 52件")
    body = [laid_out.words(paragraph) for paragraph in laid_out.body()]
    assert body == ["全年受理申请52件。", "附件2"]


def test_a_line_that_only_names_that_annex_does_not_open_it() -> None:
    laid_out = flow("附件：\n本报告数字来源于各单位台账。\n本报告数字来源\n全年受理申请52件。")
    assert laid_out.words(list(laid_out.body())[-1]) == "全年受理申请52件。"
