"""The visit: approved, within the firm's yearly cap, by two officers who show their certificates."""

from collections.abc import Iterable
from datetime import date

from zhunsheng.domains.inspection.instruments import (
    BUSINESS_ENVIRONMENT,
    DOUBLE_RANDOM_OPINIONS,
    FIRM_INSPECTION_ANSWERS,
    FIRM_INSPECTION_OPINIONS,
    GANSU_OPINIONS,
    WORK_SAFETY_LAW,
)
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register, RegisterClock

TRIGGERED = "triggered"
_NEAR_DAYS = 30


def _others_standing(visit: Values) -> Iterable[Values]:
    """Get the other visits to the firm that were approved and not called off."""
    for other in visit.get("subject.fellows") or ():
        if other.get("approved") and other.get("state") != "cancelled":
            yield other


def _visits_this_year(visit: Values) -> int | None:
    planned = visit.get("planned")
    if not visit.get("subject") or not planned:
        return None
    return sum(
        bool(other.get("kind") != TRIGGERED and (other.get("planned") or "")[:4] == planned[:4])
        for other in _others_standing(visit)
    )


def _visits_nearby(visit: Values) -> int | None:
    """Get how many visits to the firm are planned within a month and not yet made: one could join them."""
    planned = visit.get("planned")
    if not visit.get("subject") or not planned:
        return None
    day = date.fromisoformat(planned)
    return sum(
        bool(
            other.get("state") == "approved"
            and abs((date.fromisoformat(other["planned"]) - day).days) <= _NEAR_DAYS
        )
        for other in _others_standing(visit)
    )


def _fit_officers(visit: Values) -> int | None:
    rows = visit.get("officers")
    if not rows:
        return None
    day = visit.get("visited") or visit.get("planned") or ""
    return len(
        {
            row["officer"]
            for row in rows
            if row.get("officer.mark") == "valid"
            and not row.get("officer.revoked")
            and (row.get("officer.valid_until") or "") >= day
        }
    )


def _item_published(visit: Values) -> bool | None:
    if not visit.get("item"):
        return None
    published, retired = visit.get("item.published"), visit.get("item.retired")
    day = visit.get("planned") or ""
    return bool(published and published <= day and not (retired and retired <= day))


def _within_cap(visit: Values) -> bool:
    if visit.get("kind") == TRIGGERED:
        return True
    made, cap = visit.get("visits_this_year"), visit.get("cap")
    return made is not None and cap is not None and made < cap


ENOUGH_OFFICERS = Gate(
    key="two_officers",
    needs="检查人员要有有效的执法证，且不少于两名；没有执法证的辅助人员不能检查。",
    open_when=lambda visit: (visit.get("fit_officers") or 0) >= 2,
    source=GANSU_OPINIONS.article("一（一）"),
)

FIELDS = (
    Field(
        key="matter",
        label="检查名称",
        required=True,
        examples=("食品安全检查", "消防安全检查", "燃气安全检查"),
    ),
    Field(
        key="subject",
        label="检查对象",
        kind="reference",
        refers_to="inspection.subject",
        required=True,
        help="不在名录库里的，先登记入库；投诉举报等触发的检查也写明对象。",
        brings=("cap", "retired", "fellows"),
    ),
    Field(
        key="item",
        label="检查事项",
        kind="reference",
        refers_to="inspection.check_item",
        required=True,
        help="检查哪一项，从公布的事项里选。",
        brings=("published", "retired"),
        source=FIRM_INSPECTION_OPINIONS.article(""),
    ),
    Field(
        key="kind",
        label="检查种类",
        kind="choice",
        required=True,
        choices=(
            Choice(key="random", label="双随机抽查"),
            Choice(key="daily", label="日常检查"),
            Choice(key="special", label="专项检查"),
            Choice(key=TRIGGERED, label="投诉举报等触发的检查"),
        ),
    ),
    Field(key="plan", label="抽查计划", kind="reference", refers_to="inspection.plan"),
    Field(
        key="form",
        label="执法形式",
        kind="choice",
        required=True,
        choices=(
            Choice(key="alone", label="单独检查"),
            Choice(key="joint", label="联合检查（综合查一次）"),
        ),
    ),
    Field(
        key="partners",
        label="联合检查的单位",
        kind="rows",
        columns=(Field(key="partner", label="单位", kind="unit", required=True, outside=True),),
    ),
    Field(key="planned", label="计划检查日期", kind="date", required=True),
    Field(key="cap", label="年度次数上限", kind="integer", measure="次",
          computed=lambda visit: visit.get("subject.cap")),
    Field(key="visits_this_year", label="本年已安排检查", kind="integer", measure="次",
          computed=_visits_this_year,
          help="同一对象、同一年度、全县各部门的检查，触发式检查不计。"),
    Field(key="visits_nearby", label="前后一个月内待实施的检查", kind="integer", measure="次",
          computed=_visits_nearby),
    Field(key="item_published", label="事项已公布", kind="boolean", computed=_item_published),
    Field(key="not_merged", label="不能合并检查的理由", kind="long_text"),
    Field(
        key="officers",
        label="检查人员",
        kind="rows",
        columns=(
            Field(
                key="officer",
                label="执法证记录编号",
                kind="reference",
                refers_to="enforcement.officer",
                required=True,
                brings=("mark", "valid_until", "revoked"),
            ),
        ),
    ),
    Field(key="fit_officers", label="证件有效的检查人员", kind="integer", measure="人",
          computed=_fit_officers),
    Field(key="approved", label="批准日期", kind="date", source=FIRM_INSPECTION_ANSWERS.article("")),
    Field(key="cancelled", label="取消日期", kind="date"),
    Field(key="cancellation", label="取消或者并入其他检查的说明", kind="long_text"),
    Field(key="visited", label="检查日期", kind="date"),
    Field(
        key="certificate_shown",
        label="已出示执法证件",
        kind="boolean",
        examples=("是",),
        source=WORK_SAFETY_LAW.article("第六十七条"),
    ),
    Field(
        key="signed",
        label="检查记录签字",
        kind="choice",
        choices=(
            Choice(key="both", label="双方签字"),
            Choice(key="refused", label="对方拒签，已记录在案并报告"),
            Choice(key="none", label="没有签字"),
        ),
        source=WORK_SAFETY_LAW.article("第六十八条"),
    ),
    Field(
        key="result",
        label="检查结果",
        kind="choice",
        choices=(
            Choice(key="nothing", label="未发现问题"),
            Choice(key="correct", label="责令改正"),
            Choice(key="penalty", label="立案处罚"),
            Choice(key="transferred", label="移送其他部门"),
            Choice(key="closed_down", label="无法联系或者未开展经营"),
        ),
    ),
    Field(key="problems", label="发现问题", kind="integer", measure="条"),
    Field(
        key="method",
        label="检查方式",
        kind="choice",
        choices=(
            Choice(key="on_site", label="现场"),
            Choice(key="remote", label="非现场（监测、远程）"),
            Choice(key="handheld", label="掌上（移动终端）"),
        ),
    ),
    Field(
        key="soft_measure",
        label="柔性执法措施",
        kind="choice",
        choices=(
            Choice(key="reminder", label="提醒"),
            Choice(key="talk", label="约谈"),
            Choice(key="advice", label="建议"),
            Choice(key="guidance", label="指导"),
        ),
    ),
    Field(key="penalty_case", label="立案的案件编号", kind="reference", refers_to="penalty.case"),
    Field(key="completed", label="完成日期", kind="date"),
    Field(
        key="published",
        label="结果公示日期",
        kind="date",
        source=DOUBLE_RANDOM_OPINIONS.article("三（六）"),
    ),
)  # fmt: skip

STEPS = (
    Step(
        key="approve",
        label="批准检查",
        comes_from=("planned",),
        leads_to="approved",
        by=("approver",),
        requires=("approved", "officers"),
        asks=("not_merged",),
        document="检查审批表、检查通知书",
        source=FIRM_INSPECTION_ANSWERS.article(""),
        gates=(
            Gate(
                key="item_published",
                needs="没有公布的检查事项不得实施；请从目录中另选。",
                open_when=lambda visit: bool(visit.get("item_published")),
                source=FIRM_INSPECTION_OPINIONS.article(""),
            ),
            ENOUGH_OFFICERS,
            Gate(
                key="within_cap",
                needs="本年对该对象的检查已到公布的次数上限；请并入已有的检查。",
                open_when=_within_cap,
                source=FIRM_INSPECTION_OPINIONS.article(""),
            ),
            Gate(
                key="merged",
                needs="前后一个月内对该对象另有待实施的检查，应当合并；不能合并的写明理由。",
                open_when=lambda visit: bool(
                    not visit.get("visits_nearby")
                    or visit.get("not_merged")
                    or visit.get("kind") == TRIGGERED
                ),
                source=BUSINESS_ENVIRONMENT.article("第五十四条"),
            ),
        ),
        approves=True,
    ),
    Step(
        key="cancel",
        label="取消或者并入其他检查",
        comes_from=("planned", "approved"),
        leads_to="cancelled",
        requires=("cancelled", "cancellation"),
    ),
    Step(
        key="visit",
        label="现场检查",
        comes_from=("approved",),
        leads_to="visited",
        requires=("visited", "result", "signed"),
        asks=(
            *("officers", "certificate_shown", "method", "problems"),
            *("soft_measure", "penalty_case"),
        ),
        document="现场检查笔录",
        source=WORK_SAFETY_LAW.article("第六十八条"),
        gates=(
            ENOUGH_OFFICERS,
            Gate(
                key="certificate_shown",
                needs="检查时应当主动出示执法证件。",
                open_when=lambda visit: bool(visit.get("certificate_shown")),
                source=WORK_SAFETY_LAW.article("第六十七条"),
            ),
            Gate(
                key="signed",
                needs="检查记录应当由双方签字；对方拒签的，记录在案并报告。",
                open_when=lambda visit: visit.get("signed") != "none",
                source=WORK_SAFETY_LAW.article("第六十八条"),
            ),
        ),
    ),
    Step(
        key="complete",
        label="完成并录入结果",
        comes_from=("visited",),
        leads_to="completed",
        requires=("completed",),
        source=DOUBLE_RANDOM_OPINIONS.article("三（六）"),
    ),
    Step(
        key="publish",
        label="公示结果",
        comes_from=("completed",),
        leads_to="published",
        requires=("published",),
        source=DOUBLE_RANDOM_OPINIONS.article("三（六）"),
    ),
)

VISIT = Register(
    key="visit",
    label="行政检查",
    shape="case",
    named_across=True,
    basis=str(FIRM_INSPECTION_OPINIONS),
    says="每一次检查的计划、审批、现场记录和结果公示；超过频次上限的不批，能合并的并入一次。",
    title="matter",
    happened="planned",
    face=("subject", "kind", "result"),
    fields=FIELDS,
    procedure=Procedure(
        states=(
            State(key="planned", label="已计划"),
            State(key="cancelled", label="已取消", final=True),
            State(key="approved", label="已批准"),
            State(key="visited", label="已检查"),
            State(key="completed", label="已录入"),
            State(key="published", label="已公示", final=True),
        ),
        steps=STEPS,
    ),
    clocks=(
        RegisterClock(clock="random_result", when=lambda visit: visit.get("kind") == "random"),
    ),
    checks=(
        Check(
            field="partners",
            says="联合检查至少还有一个单位，请写明。",
            holds=lambda visit: visit.get("form") != "joint" or bool(visit.get("partners")),
        ),
    ),
)
