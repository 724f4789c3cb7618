"""Responsibility clauses in all their forms, and the names of offices."""

from __future__ import annotations

import pytest

from zhunsheng.engine.documents.document import Document
from zhunsheng.engine.documents.layout import flow_of
from zhunsheng.engine.reading.clauses import clauses_in
from zhunsheng.engine.reading.offices import canonical, is_collective, met_offices

LEAD, SUPPORTING, RESPONSIBLE = "lead", "supporting", "responsible"


def units(clause: str) -> list[tuple[str, str]]:
    flow = flow_of(Document(name="样本.txt", format="txt", text=f"推进工作。{clause}\n"))
    found = clauses_in(flow, flow.paragraphs, 0, len(flow.text))
    return [
        (flow.text[unit.start : unit.end], unit.role)
        for clause in found
        for unit in clause.units
        if not unit.default
    ]


def names(clause: str) -> list[str]:
    return [name for name, _ in units(clause)]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("〔县甲局、县乙局按职责分工负责〕", ["县甲局", "县乙局"]),
        ("（责任单位：县甲局，各乡镇人民政府）", ["县甲局", "各乡镇人民政府"]),
        (
            "责任单位:县甲局、各有关部门,乡镇人民政府按职责分工分别负责。",
            ["县甲局", "各有关部门", "乡镇人民政府"],
        ),
        ("【责任部门：县甲局；县乙局】", ["县甲局", "县乙局"]),
        ("（县甲局、县乙局等县级有关部门负责）", ["县甲局", "县乙局", "县级有关部门"]),
        ("（县甲局、县乙局等部门负责）", ["县甲局", "县乙局"]),
        ("（县甲局、县乙局等负责）", ["县甲局", "县乙局"]),
        ("〔责任单位：县甲局等县级相关部门（单位))]", ["县甲局", "县级相关部门（单位)"]),
        ("（责任单位：县自然资源和规划局和县财政局）", ["县自然资源和规划局", "县财政局"]),
        ("（县教育局会同县公安局负责）", ["县教育局", "县公安局"]),
        ("（各县、市、区人民政府，市直有关单位负责）", ["各县、市、区人民政府", "市直有关单位"]),
        ("责任单位：县农业农村局 县水利局　县林业局", ["县农业农村局", "县水利局", "县林业局"]),
        (
            "（县甲局、县乙局，各镇（街道）按职责分工负责，6月底前完成）",
            ["县甲局", "县乙局", "各镇（街道）"],
        ),
        ("（县司法局、县财政局）", ["县司法局", "县财政局"]),
        ("（县司法局；各镇街）", ["县司法局", "各镇街"]),
        ("县司法局、县财政局负责，各乡镇配合。", ["县司法局", "县财政局", "各乡镇"]),
        ("（市行政审批局、住建局、司法局负责）", ["市行政审批局", "住建局", "司法局"]),
    ],
)
def test_the_names_are_verbatim_and_in_order(clause: str, expected: list[str]) -> None:
    assert names(clause) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "（县甲局牵头，县乙局、县丙局配合）",
            [("县甲局", LEAD), ("县乙局", SUPPORTING), ("县丙局", SUPPORTING)],
        ),
        (
            "（县甲局、县乙局牵头，县丙局按职责分工负责）",
            [("县甲局", LEAD), ("县乙局", LEAD), ("县丙局", SUPPORTING)],
        ),
        ("县甲局、县乙局分别牵头落实", [("县甲局", LEAD), ("县乙局", LEAD)]),
        (
            "牵头单位：县甲局；配合单位：县乙局、县丙局等。",
            [("县甲局", LEAD), ("县乙局", SUPPORTING), ("县丙局", SUPPORTING)],
        ),
        (
            "【牵头：县甲局 配合：县委乙部、各街道】",
            [("县甲局", LEAD), ("县委乙部", SUPPORTING), ("各街道", SUPPORTING)],
        ),
        ("主办单位：县甲局。协办单位：县乙局。", [("县甲局", LEAD), ("县乙局", SUPPORTING)]),
        ("（责任单位：县甲局(牵头)、县乙局）", [("县甲局", LEAD), ("县乙局", RESPONSIBLE)]),
    ],
)
def test_lead_and_supporting_units_are_told_apart(
    clause: str, expected: list[tuple[str, str]]
) -> None:
    assert units(clause) == expected


@pytest.mark.parametrize(
    "clause",
    [
        "（牵头领导：张三）",
        "责任人：李四。",
        "推行“谁执法谁普法”责任制，由各部门负责落实。",
        "（以下简称有关单位）",
        "县甲局等部门每半年自查一次。",
    ],
)
def test_people_and_ordinary_sentences_name_no_units(clause: str) -> None:
    assert units(clause) == []


def test_the_time_limit_in_a_clause_is_no_unit() -> None:
    assert names("(牵头单位：县甲局；责任单位：县直各部门；完成时限：长期坚持)") == [
        "县甲局",
        "县直各部门",
    ]


def test_a_name_that_the_end_of_the_text_cuts_off_is_left_out() -> None:
    text = "推进工作。（责任单位：县甲局、县乙"
    flow = flow_of(Document(name="样本.txt", format="txt", text=text))
    (clause,) = clauses_in(flow, flow.paragraphs, 0, len(flow.text))
    assert [flow.text[u.start : u.end] for u in clause.units] == ["县甲局"]


def test_a_clause_at_the_foot_tells_the_units_of_later_tasks_apart() -> None:
    text = "推进工作。〔责任单位：县甲局；以下均需各镇、县开发区落实，不再列出〕\n"
    flow = flow_of(Document(name="样本.txt", format="txt", text=text))
    (clause,) = clauses_in(flow, flow.paragraphs, 0, len(flow.text))
    assert [(flow.text[u.start : u.end], u.default) for u in clause.units] == [
        ("县甲局", False),
        ("各镇", True),
        ("县开发区", True),
    ]


@pytest.mark.parametrize(
    "name", ["区级有关部门（单位）", "各街道办事处", "县直有关单位", "各行政执法部门", "相关单位"]
)
def test_names_of_groups_are_collective(name: str) -> None:
    assert is_collective(name)


@pytest.mark.parametrize("name", ["区司法局", "县政府办公室", "市自然资源和规划局云山分局"])
def test_names_of_single_offices_are_not_collective(name: str) -> None:
    assert not is_collective(name)


def test_short_and_full_forms_of_an_office_meet() -> None:
    offices = met_offices(
        [
            "县市场监管局",
            "县市场监督管理局",
            "司法局",
            "县司法局",
            "县文旅局",
            "县文化和旅游局",
            "云山县水利局",
            "县水利局",
        ]
    )
    assert offices["县市场监管局"] == offices["县市场监督管理局"]
    assert offices["司法局"] == offices["县司法局"]
    assert offices["县文旅局"] == offices["县文化和旅游局"]
    assert offices["云山县水利局"] == offices["县水利局"]


def test_a_short_form_outside_the_table_meets_the_one_longer_name_it_abbreviates() -> None:
    offices = met_offices(["县营商局", "县营商环境建设局", "县审计局"])
    assert offices["县营商局"] == offices["县营商环境建设局"] != offices["县审计局"]


def test_offices_of_two_levels_do_not_meet() -> None:
    assert canonical("市司法局") != canonical("县司法局")
