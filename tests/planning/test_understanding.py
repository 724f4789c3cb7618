"""What a plan is understood to say: roles, dates, doubts."""

from datetime import date

from tests.planning.places import COUNTY, INDICATORS
from tests.texts import document_of
from zhunsheng.engine.planning.proposal import Proposal
from zhunsheng.engine.planning.understanding import understand
from zhunsheng.engine.reading.read import read

_HEAD = "溪口县人民政府\n2026年法治政府建设重点工作安排\n"


def _understood(text: str) -> Proposal:
    return understand(read(document_of(_HEAD + text)), COUNTY, INDICATORS)


def test_the_only_unit_before_the_comma_leads_where_the_whole_plan_is_written_so() -> None:
    proposal = _understood(
        "一、依法决策\n1.做好审查。〔责任单位：县司法局，县发改局、县市场监管局〕\n"
        "2.做好评估。〔责任单位：县发改局，县司法局〕\n3.做好公开。〔责任单位：县政府办〕\n"
    )
    roles = [[duty.role for duty in task.duties] for task in proposal.tasks]
    assert roles == [["lead", "supporting", "supporting"], ["lead", "supporting"], ["responsible"]]
    assert proposal.tasks[0].duties[0].role_reason is not None


def test_a_comma_that_parts_departments_from_towns_makes_nobody_lead() -> None:
    proposal = _understood(
        "一、依法决策\n1.做好审查。〔县司法局、县发改局，各镇（街道）按职责分工负责〕\n"
        "2.做好评估。〔县发改局，各镇（街道）按职责分工负责〕\n"
    )
    assert {duty.role for task in proposal.tasks for duty in task.duties} == {"responsible"}


def test_units_of_a_clause_for_all_tasks_are_inherited() -> None:
    proposal = _understood(
        "一、依法决策\n1.做好审查。〔责任单位：县司法局；以下均需各镇（街道）落实，不再列出〕\n"
        "2.做好评估。〔责任单位：县发改局〕\n"
    )
    first, second = proposal.tasks
    assert [duty.name for duty in first.duties if duty.inherited] == []
    assert [duty.name for duty in second.duties if duty.inherited] == ["各镇（街道）"]
    assert proposal.match("各镇（街道）").units == ("lt", "qs", "cd")


def test_the_last_of_the_dates_of_a_task_is_its_own_and_none_is_lost() -> None:
    proposal = _understood(
        "一、依法决策\n1.公布目录。3月底前印发目录，9月底前完成评估。实施三年行动计划（2025—2027年）。每季度通报。\n"
    )
    (task,) = proposal.tasks
    assert task.due == date(2026, 9, 30)
    assert [(one.kind, one.date) for one in task.dates] == [
        ("due", date(2026, 3, 31)),
        ("due", date(2026, 9, 30)),
        ("programme", date(2027, 12, 31)),
        ("recurring", None),
    ]
    assert task.every == "quarter"


def test_a_task_of_a_table_has_the_leader_of_its_row() -> None:
    proposal = _understood("一、依法决策\n1.做好审查。责任领导：分管副县长。责任单位：县司法局。\n")
    assert proposal.tasks[0].leader == "分管副县长"


def test_a_condition_tells_whom_a_target_binds() -> None:
    proposal = _understood(
        "一、执法\n1.编制70人及以下的镇（街道）年内至少通过考试新增执法人员3人以上。\n"
    )
    (target,) = proposal.targets
    assert target.scope_names == ("镇（街道）",)
    assert "70人及以下" in target.condition
    assert target.by == date(2026, 12, 31)


def test_a_target_without_an_indicator_says_why() -> None:
    proposal = _understood("一、学法\n1.干部职工集中学法不少于4次。负责人出庭率达100%。\n")
    study, appearance = proposal.targets
    assert study.not_measurable is not None
    assert study.candidates == ()
    assert (appearance.indicator, appearance.not_measurable) == ("a.appearance", None)


def test_a_target_compared_with_a_rate_names_its_indicator() -> None:
    (target,) = _understood("一、应诉\n1.负责人出庭率高于本地区同期败诉率。\n").targets
    assert (target.value, target.compared_with) == (None, "a.lost")


def test_what_looks_like_a_duty_in_running_text_is_not_lost() -> None:
    proposal = _understood("一、依法决策\n1.做好审查。由县司法局牵头开展检查，及时整改。\n")
    (left,) = (one for one in proposal.left_over if not one.minor)
    assert left.kind == "responsibility"
    assert "县司法局牵头" in left.place.quote


def test_a_year_in_a_title_is_a_mere_mention() -> None:
    proposal = _understood("一、依法决策\n1.制定《2026年度决策目录》。\n")
    assert all(one.minor for one in proposal.left_over)
    assert any("《2026年度决策目录》" in one.place.quote for one in proposal.left_over)


def test_who_gets_copies_and_whether_it_is_published_is_read_from_the_last_page() -> None:
    proposal = _understood(
        "一、依法决策\n1.做好审查。\n是否宜公开选项：宜公开\n抄送：县委各部门，县人大办。\n县政协办。\n溪口县人民政府办公室\n2026年3月2日印发\n"
    )
    assert proposal.facts.copies == ("县委各部门", "县人大办", "县政协办")
    assert proposal.facts.disclosure == "宜公开"


def test_the_same_document_is_understood_the_same_way_twice() -> None:
    text = "一、学法\n1.集中学法不少于4次。〔责任单位：县司法局，各镇（街道）〕\n"
    assert _understood(text) == _understood(text)
