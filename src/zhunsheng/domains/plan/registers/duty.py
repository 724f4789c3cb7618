"""
A duty: one task of one unit. The unit accepts it, reports it and approves its report; the coordinator reviews.

It is entered by the coordinator for the unit and belongs to the unit.
"""

from zhunsheng.domains.plan.registers.shared import BASIS, brought, in_order
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

ROLES = (
    Choice(key="lead", label="牵头"),
    Choice(key="supporting", label="配合"),
    Choice(key="default", label="默认责任"),
)
LEVELS = (
    Choice(key="prefecture", label="市级"),
    Choice(key="county", label="县级"),
    Choice(key="town", label="乡级"),
)
OPEN_STATES = ("assigned", "accepted", "returned", "reported", "approved")
_COORDINATOR = ("coordinator",)
_LEFT_EMPTY = ("",)


def met(duty: Values) -> str | None:
    """Get the day on which the work was done, as long as the report of it stands."""
    returned, again = duty.get("returned"), duty.get("reported_again")
    if returned and (not again or again < returned):
        return None
    return duty.get("finished")


_ASSIGNED = (
    Field(
        key="task",
        label="任务",
        kind="reference",
        refers_to="plan.task",
        required=True,
        brings=("place", "leader", "year"),
    ),
    Field(key="name", label="任务名称", required=True, examples=("开展领导干部学法",)),
    Field(
        key="role",
        label="责任",
        kind="choice",
        required=True,
        choices=ROLES,
        help="文件没有点名、按默认责任条款落实的，选“默认责任”。",
    ),
    Field(
        key="named_as",
        label="文件里的叫法",
        help="责任单位条款的原话，例如“各行政执法部门”。",
        examples=("各行政执法部门",),
    ),
    Field(
        key="level",
        label="单位层级",
        kind="choice",
        choices=LEVELS,
        help="按层级统计完成率时使用。",
    ),
    Field(key="assigned", label="交办日期", kind="date", required=True),
    Field(key="until", label="完成期限", kind="date", examples=_LEFT_EMPTY),
    Field(key="place", label="序号", computed=brought("task.place")),
    Field(key="leader", label="责任领导", computed=brought("task.leader")),
    Field(key="year", label="年度", kind="integer", computed=brought("task.year")),
)

_WORK = (
    Field(key="accepted", label="签收日期", kind="date"),
    Field(key="contact", label="承办人", kind="person"),
    Field(key="reported", label="报告日期", kind="date"),
    Field(
        key="finished",
        label="完成日期",
        kind="date",
        help="工作实际做完的日期，不是报告的日期。",
    ),
    Field(
        key="account",
        label="完成情况",
        kind="long_text",
        help="台账里已有的数不用重填，写做法和成效。",
    ),
    Field(key="evidence", label="佐证材料", kind="attachments"),
    Field(key="reported_again", label="再次报告日期", kind="date"),
    Field(key="approved", label="审核日期", kind="date"),
    Field(key="returned", label="退回日期", kind="date"),
    Field(key="return_reasons", label="退回的理由", kind="long_text"),
    Field(key="completed", label="复核办结日期", kind="date"),
    Field(key="opinion", label="复核意见", kind="long_text"),
    Field(key="carried", label="结转日期", kind="date"),
    Field(key="dropped", label="取消日期", kind="date"),
    Field(key="drop_reasons", label="取消的理由", kind="long_text"),
    Field(key="met", label="有效的完成日期", kind="date", computed=met),
)

STEPS = (
    Step(
        key="accept",
        label="签收",
        comes_from=("assigned",),
        leads_to="accepted",
        by=("reporter", "approver"),
        requires=("accepted",),
        asks=("contact",),
        undoable=True,
    ),
    Step(
        key="report",
        label="报告完成",
        comes_from=("assigned", "accepted"),
        leads_to="reported",
        requires=("reported", "finished", "account"),
        asks=("evidence",),
        undoable=True,
    ),
    Step(
        key="report_again",
        label="再次报告",
        comes_from=("returned",),
        leads_to="reported",
        requires=("reported_again", "finished", "account"),
        asks=("evidence",),
        undoable=True,
    ),
    Step(
        key="approve",
        label="本单位审核",
        comes_from=("reported",),
        leads_to="approved",
        by=("approver",),
        requires=("approved",),
        approves=True,
    ),
    Step(
        key="send_back",
        label="退回填报员",
        comes_from=("reported",),
        leads_to="returned",
        by=("approver",),
        requires=("returned", "return_reasons"),
    ),
    Step(
        key="review",
        label="复核办结",
        comes_from=("approved",),
        leads_to="completed",
        by=_COORDINATOR,
        requires=("completed",),
        asks=("opinion",),
    ),
    Step(
        key="return_to_unit",
        label="退回单位",
        comes_from=("approved",),
        leads_to="returned",
        by=_COORDINATOR,
        requires=("returned", "return_reasons"),
    ),
    Step(
        key="carry",
        label="结转下年",
        comes_from=OPEN_STATES,
        leads_to="carried",
        by=_COORDINATOR,
        requires=("carried",),
        asks=("opinion",),
    ),
    Step(
        key="drop",
        label="取消",
        comes_from=OPEN_STATES,
        leads_to="dropped",
        by=_COORDINATOR,
        requires=("dropped", "drop_reasons"),
    ),
)

CHECKS = (
    Check(
        field="until",
        says="完成期限不能早于交办日期。",
        holds=lambda duty: in_order(duty, "assigned", "until"),
    ),
    Check(
        field="reported",
        says="报告不能早于实际完成，也不能早于交办。",
        holds=lambda duty: (
            in_order(duty, "assigned", "reported")
            and (bool(duty.get("reported_again")) or in_order(duty, "finished", "reported"))
        ),
    ),
    Check(
        field="reported_again",
        says="再次报告不能早于实际完成，也不能早于上次报告。",
        holds=lambda duty: (
            in_order(duty, "reported", "reported_again")
            and (not duty.get("reported_again") or in_order(duty, "finished", "reported_again"))
        ),
    ),
    Check(
        field="completed",
        says="复核办结不能早于本单位审核。",
        holds=lambda duty: in_order(duty, "approved", "completed"),
    ),
)

DUTY = Register(
    key="duty",
    label="任务责任",
    shape="case",
    basis=BASIS,
    says="一项任务由一个单位负责：签收、报告、本单位审核、统筹员复核，退回的写明理由。",
    title="name",
    happened="assigned",
    face=("place", "role", "until"),
    entered_by=_COORDINATOR,
    fields=(*_ASSIGNED, *_WORK),
    procedure=Procedure(
        states=(
            State(key="assigned", label="待签收"),
            State(key="accepted", label="办理中"),
            State(key="returned", label="已退回"),
            State(key="reported", label="待审核"),
            State(key="approved", label="待复核"),
            State(key="completed", label="已办结", final=True),
            State(key="carried", label="已结转", final=True),
            State(key="dropped", label="已取消", final=True),
        ),
        steps=STEPS,
    ),
    due_dates=(
        DueDate(
            key="duty",
            label="任务完成期限",
            until="until",
            ends="met",
            when=lambda duty: not duty.get("dropped") and not duty.get("carried"),
        ),
    ),
    checks=CHECKS,
)
