"""Campaigns and problems to put right: field, unit, last day, closure, and what came of it."""

from collections.abc import Callable

from zhunsheng.domains.enforcement.registers.shared import (
    FIELDS_OF_WORK,
    LEFT_EMPTY,
    filled,
    in_order,
    is_of,
    no_more,
    where,
)
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

KINDS = (
    Choice(key="problem", label="突出问题整治"),
    Choice(key="campaign", label="专项行动"),
)


def linked(outcome: str = "") -> Callable[[Values], int]:
    """Get what counts the different penalty cases that are named, of one outcome where it is given."""

    def count(campaign: Values) -> int:
        rows = campaign.get("cases") or ()
        return len(
            {
                row["case"]
                for row in rows
                if row.get("case") and (not outcome or row.get("case.outcome") == outcome)
            }
        )

    return count


def _closed(campaign: Values) -> bool:
    return bool(campaign.get("closed"))


def _result(key: str, label: str, measure: str = "件") -> Field:
    return Field(key=key, label=label, kind="integer", measure=measure, expected=(0, 5_000))


_WHAT = (
    Field(
        key="name",
        label="名称",
        required=True,
        help="行动写行动名称；问题写要整治的问题。",
        examples=("“铁拳”行动", "“春雷”行动", "货车超限问题", "侵权假冒问题"),
    ),
    Field(key="kind", label="种类", kind="choice", required=True, choices=KINDS),
    Field(key="field_of_work", label="领域", kind="choice", required=True, choices=FIELDS_OF_WORK),
    Field(
        key="source",
        label="来源",
        kind="choice",
        choices=(
            Choice(key="plan", label="年度安排、上级部署"),
            Choice(key="visit", label="检查发现"),
            Choice(key="meeting", label="联席会议"),
            Choice(key="complaint", label="投诉举报、群众反映"),
        ),
    ),
    Field(
        key="visit",
        label="发现问题的检查",
        kind="reference",
        refers_to="inspection.visit",
    ),
    Field(
        key="joint_item",
        label="联席会议议定事项",
        kind="reference",
        refers_to="enforcement.joint_item",
    ),
    Field(key="begun", label="开始或者发现日期", kind="date", required=True),
    Field(key="unit_in_charge", label="责任单位", kind="unit", required=True),
    Field(
        key="partners",
        label="参加单位",
        kind="rows",
        columns=(Field(key="partner", label="单位", kind="unit", required=True, outside=True),),
    ),
    Field(key="measures", label="整治措施", kind="long_text", required=True),
    Field(key="until", label="应完成日期", kind="date", required=True),
    Field(
        key="cases",
        label="关联的处罚案件",
        kind="rows",
        columns=(
            Field(
                key="case",
                label="处罚案件",
                kind="reference",
                refers_to="penalty.case",
                required=True,
                brings=("outcome",),
            ),
        ),
    ),
    Field(
        key="linked_cases",
        label="关联案件数",
        kind="integer",
        measure="件",
        computed=linked(),
    ),
    Field(
        key="linked_penalties",
        label="关联案件中已处罚",
        kind="integer",
        measure="件",
        computed=linked("penalty"),
    ),
)

_RIGHTS = (
    Field(
        key="right",
        label="知识产权种类",
        kind="choice",
        choices=(
            Choice(key="trademark", label="商标"),
            Choice(key="patent", label="专利"),
            Choice(key="indication", label="地理标志"),
            Choice(key="copyright", label="著作权"),
            Choice(key="secret", label="商业秘密"),
            Choice(key="several", label="多种"),
        ),
        examples=("trademark", "patent"),
        help="知识产权领域的须写。",
    ),
    Field(
        key="right_number",
        label="商标、专利等的号码",
        examples=LEFT_EMPTY,
    ),
    Field(
        key="court_number",
        label="有关法院案件的案号",
        help="法院的案件不在本系统，写案号；多件的写在整治结果里。",
        examples=LEFT_EMPTY,
    ),
    _result("court_cases", "法院受理的有关纠纷案件"),
)

_RESULT = (
    Field(key="closed", label="办结日期", kind="date"),
    _result("cases_handled", "查办案件"),
    _result("penalties", "作出处罚"),
    _result("rectified", "完成整改", "项"),
    Field(key="result", label="整治结果", kind="long_text"),
)

CAMPAIGN = Register(
    key="campaign",
    label="专项行动和问题整治",
    shape="case",
    basis="重点领域执法、专项行动和突出问题整治的要求",
    says="专项行动和要整治的突出问题：领域、责任单位、期限、关联案件和结果；到期没有办结的列为逾期。",
    title="name",
    happened="begun",
    face=("kind", "field_of_work", "until"),
    fields=(*_WHAT, *_RIGHTS, *_RESULT),
    procedure=Procedure(
        states=(
            State(key="open", label="进行中"),
            State(key="closed", label="已办结", final=True),
        ),
        steps=(
            Step(
                key="close",
                label="办结",
                comes_from=("open",),
                leads_to="closed",
                requires=("closed", "cases_handled", "penalties", "rectified", "result"),
                document="整治结果表",
            ),
        ),
    ),
    due_dates=(DueDate(key="closure", label="整治办结", until="until", ends="closed"),),
    checks=(
        Check(
            field="right",
            says="知识产权领域的，请写明知识产权种类。",
            holds=where(
                lambda one: one.get("field_of_work") == "intellectual_property", filled("right")
            ),
        ),
        Check(
            field="visit",
            says="检查发现的问题，请写明是哪一次检查。",
            holds=where(
                lambda one: is_of("problem")(one) and one.get("source") == "visit",
                filled("visit"),
            ),
        ),
        Check(
            field="penalties",
            says="作出处罚的件数多于查办的案件。",
            holds=no_more("penalties", "cases_handled"),
        ),
        Check(
            field="cases_handled",
            says="查办案件少于关联的处罚案件，请核对。",
            holds=where(_closed, no_more("linked_cases", "cases_handled")),
        ),
        Check(
            field="closed",
            says="办结日期早于开始日期。",
            holds=in_order("begun", "closed"),
        ),
    ),
)
