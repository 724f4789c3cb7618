"""Follow-up orders: issued to a unit, signed, reported upon, sent back or closed; what was late stays late."""

from zhunsheng.domains.supervision.registers.shared import filled, in_order, standing, where
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

KINDS = (
    Choice(key="plan", label="年度重点工作"),
    Choice(key="meeting", label="会议议定事项"),
    Choice(key="instruction", label="领导批示"),
    Choice(key="inspection", label="督察发现的问题"),
    Choice(key="overdue", label="逾期未办事项"),
    Choice(key="other", label="其他"),
)

_ASKED = (
    Field(
        key="matter",
        label="督办事项",
        required=True,
        examples=("按期报送法治政府建设年度报告", "完成行政规范性文件清理", "整改执法案卷评查问题"),
    ),
    Field(key="kind", label="事项来源", kind="choice", required=True, choices=KINDS),
    Field(key="grounds", label="督办依据", help="计划、会议纪要或者批示的名称和文号。"),
    Field(key="asked", label="办理要求", kind="long_text", required=True),
    Field(
        key="task",
        label="所督办的任务",
        kind="reference",
        refers_to="plan.task",
        help="督办年度计划任务的，选择该任务。",
    ),
    Field(
        key="finding",
        label="所督办的问题",
        kind="reference",
        refers_to="supervision.finding",
        help="督办问题整改的，选择该问题。",
    ),
    Field(key="drafted", label="拟制日期", kind="date", required=True),
)
_ISSUED = (
    Field(key="order_number", label="督办单编号", once=True),
    Field(key="issued", label="发出日期", kind="date"),
    Field(
        key="until",
        label="应办结日期",
        kind="date",
        help="发出以后不能改；确须推迟的，在届满以前办理延期。",
    ),
    Field(key="cancelled_because", label="不再发出的理由", kind="long_text"),
    Field(key="signed", label="签收日期", kind="date"),
    Field(key="urged", label="最近催办日期", kind="date"),
    Field(key="extended_on", label="批准延期日期", kind="date"),
    Field(key="extended_until", label="延期后应办结日期", kind="date"),
    Field(key="extended_because", label="延期理由", kind="long_text"),
)
_DONE = (
    Field(key="reported", label="报告时间", kind="datetime"),
    Field(key="result", label="办理情况", kind="long_text"),
    Field(key="evidence", label="佐证材料", kind="attachments"),
    Field(key="sent_back", label="退回时间", kind="datetime"),
    Field(key="sent_back_because", label="退回理由", kind="long_text"),
    Field(key="closed", label="销号日期", kind="date"),
    Field(key="closing_opinion", label="核查意见", kind="long_text"),
    Field(
        key="last_day",
        label="现行应办结日期",
        kind="date",
        computed=lambda one: one.get("extended_until") or one.get("until"),
        help="有延期的，是延期后的日期。",
    ),
    Field(
        key="accepted",
        label="有效报告日期",
        kind="date",
        computed=standing("reported", "sent_back"),
        help="被退回的报告不算；重新报告的日期才算。",
    ),
)


def _extended_in_time(one: Values) -> bool:
    until = one["until"]
    return bool(one["extended_on"] <= until < (one.get("extended_until") or until))


_STEPS = (
    Step(
        key="issue",
        label="发出",
        comes_from=("draft",),
        leads_to="issued",
        by=("coordinator", "leader"),
        requires=("issued", "until"),
        asks=("order_number",),
        document="督办单",
    ),
    Step(
        key="cancel",
        label="不再发出",
        comes_from=("draft",),
        leads_to="cancelled",
        by=("coordinator",),
        requires=("cancelled_because",),
    ),
    Step(
        key="sign",
        label="签收",
        comes_from=("issued",),
        leads_to="signed",
        requires=("signed",),
        undoable=True,
    ),
    Step(
        key="urge_signing",
        label="催签",
        comes_from=("issued",),
        leads_to="issued",
        by=("coordinator",),
        requires=("urged",),
        document="催办通知",
    ),
    Step(
        key="urge",
        label="催办",
        comes_from=("signed",),
        leads_to="signed",
        by=("coordinator",),
        requires=("urged",),
        document="催办通知",
    ),
    Step(
        key="extend",
        label="批准延期",
        comes_from=("signed",),
        leads_to="signed",
        by=("coordinator", "leader"),
        requires=("extended_on", "extended_until", "extended_because"),
    ),
    Step(
        key="report",
        label="报告办理情况",
        comes_from=("signed",),
        leads_to="reported",
        requires=("reported", "result"),
        asks=("evidence",),
        document="督办事项办理情况报告",
    ),
    Step(
        key="send_back",
        label="退回重办",
        comes_from=("reported",),
        leads_to="signed",
        by=("coordinator",),
        requires=("sent_back", "sent_back_because"),
    ),
    Step(
        key="close",
        label="销号",
        comes_from=("reported",),
        leads_to="closed",
        by=("coordinator",),
        requires=("closed", "closing_opinion"),
    ),
)

ORDER = Register(
    key="order",
    label="督办单",
    shape="case",
    basis="法治政府建设年度重点工作安排",
    says="统筹部门向承办单位发出的督办单：签收、报告、退回、延期、销号；逾期的，办结以后仍是逾期。",
    title="matter",
    happened="drafted",
    face=("kind", "last_day", "accepted"),
    fields=(*_ASKED, *_ISSUED, *_DONE),
    entered_by=("coordinator",),
    named_across=True,
    procedure=Procedure(
        states=(
            State(key="draft", label="拟制"),
            State(key="issued", label="已发出，待签收"),
            State(key="signed", label="办理中"),
            State(key="reported", label="已报告，待核查"),
            State(key="cancelled", label="不再发出", final=True),
            State(key="closed", label="已销号", final=True),
        ),
        steps=_STEPS,
    ),
    due_dates=(DueDate(key="report", label="督办事项", until="last_day", ends="accepted"),),
    checks=(
        Check(
            field="until",
            says="应办结日期不能早于发出日期。",
            holds=in_order("issued", "until"),
        ),
        Check(
            field="signed",
            says="签收、销号不能早于发出。",
            holds=in_order("issued", "signed", "closed"),
        ),
        Check(
            field="extended_on",
            says="延期应在原期限届满以前批准，并且推迟到原期限以后；已经逾期的不能用延期消除。",
            holds=where(filled("extended_on"), _extended_in_time),
        ),
    ),
)
