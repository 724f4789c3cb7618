"""What counts as a figure, and what only looks like one."""

from decimal import Decimal

import pytest

from tests.texts import flow
from zhunsheng.engine.reading.figures import read_figures
from zhunsheng.engine.reading.grids import grids
from zhunsheng.engine.reading.model import Figure


def _figures(text: str) -> tuple[Figure, ...]:
    laid_out = flow(text)
    return read_figures(laid_out, grids(laid_out))


def _read(text: str) -> list[tuple[str, str]]:
    return [(f"{figure.value.normalize():f}", figure.unit) for figure in _figures(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("全年办理案件2.7万件、培训1868人次。", [("27000", "件"), ("1868", "人次")]),
        ("罚没款10.5亿元，挽回损失1280余万元。", [("10.5", "亿元"), ("1280", "万元")]),
        ("按期答复率99.8%，提高1.2个百分点。", [("99.8", "%"), ("1.2", "个百分点")]),
        ("办理9件16人。", [("9", "件"), ("16", "人")]),
        ("审批时限压缩至38个工作日。", [("38", "个工作日")]),
        ("行政处罚2100，占总数的33.9%。", [("2100", ""), ("33.9", "%")]),
        ("开展宣讲一百二十余场。", [("120", "场")]),
        ("牧业产值增长-3.2%。", [("-3.2", "%")]),
    ],
)
def test_amounts_of_work_done_are_figures(text: str, figures: list[tuple[str, str]]) -> None:
    assert _read(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月5日，第49次常务会议审议通过〔2024〕29号文件。",
        "落实《2021—2025年规划》第12条，设立7×24小时服务，拨打12345热线。",
        "推进5G应用和“1+3+N”机制，PM2.5持续改善，开展“5·12”防灾减灾日活动。",
        "落实三项制度，推进“八五”普法，一网通办。",
        "截至11月底，排名第5，位居全省前10位。",
        "咨询电话：0000-0123456",
        "编号GB/T 33190",
    ],
)
def test_names_dates_and_ordinals_are_no_figures(text: str) -> None:
    assert _read(text) == []


def test_a_figure_carries_the_words_that_say_what_it_counts() -> None:
    (figure,) = _figures("今年以来，28个执法部门公布清单。")
    assert figure.quote == "28个执法部门公布清单"
    (figure,) = _figures("全县办理行政复议案件56件。")
    assert (figure.quote, figure.subject) == ("全县办理行政复议案件56件", "全县办理行政复议案件")


def test_plans_for_the_next_year_are_not_counted_as_work_done() -> None:
    text = "一、2024年工作情况\n办理案件56件。\n二、2025年工作打算\n举办培训12期。"
    assert _read(text) == [("56", "件")]


def test_cells_take_their_unit_from_the_head_and_zero_cells_are_left_out() -> None:
    text = "表1：办理情况\n处理方式 | 件数 | 比例 |\n维持 | 35 | 70% |\n变更 | 0 | 0% |\n撤销 | 15 | 30% |"
    assert _read(text) == [("35", "件"), ("70", "%"), ("15", "件"), ("30", "%")]


def test_a_table_flattened_to_one_cell_a_line_is_read_by_its_columns() -> None:
    text = "序号\n处理方式\n数量\n比例\n1\n维持\n35\n70%\n2\n撤销\n15\n30%"
    figures = _figures(text)
    assert [(f.value, f.subject) for f in figures] == [
        (35, "维持数量"), (70, "维持比例"), (15, "撤销数量"), (30, "撤销比例"),
    ]  # fmt: skip


def test_a_product_table_with_its_units_in_a_column() -> None:
    text = "产品名称 | 计量单位 | 产量 |\n水泥 | 万吨 | 86.4 |\n饮料 | 千升 | 157 |"
    assert [(f.value, f.unit) for f in _figures(text)] == [
        (Decimal(864000), "吨"),
        (157, "千升"),
    ]


def test_offices_in_a_column_headed_as_units_are_no_units_of_measure() -> None:
    text = "单位 | 收到（件） | 受理（件） |\n县公安局 | 90 | 84 |\n青石镇 | 66 | 60 |\n合计 | 156 | 144"
    assert {figure.unit for figure in _figures(text)} == {"件"}
