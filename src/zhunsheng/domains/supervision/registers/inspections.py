"""Supervision inspections by the Party's rules, and the plan of a year's inspections of both kinds."""

from zhunsheng.domains.supervision.instruments import SUPERVISION_PROVISIONS
from zhunsheng.domains.supervision.registers.shared import filled, in_order, standing, where
from zhunsheng.engine.registers.counting import Counted
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.hints import Hint
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step
from zhunsheng.engine.registers.register import Register

METHODS = (
    Choice(key="report", label="听取汇报"),
    Choice(key="papers", label="查阅资料"),
    Choice(key="talks", label="询问、座谈"),
    Choice(key="on_site", label="实地督察"),
    Choice(key="unannounced", label="暗访"),
    Choice(key="survey", label="问卷调查"),
)
UNSETTLED = ("found", "notified", "rectified")
"""The states of a finding that is neither closed nor merged into another."""

SUBJECTS = Field(
    key="subjects",
    label="督察对象",
    kind="rows",
    columns=(
        Field(key="subject", label="单位", kind="unit", required=True),
        Field(key="note", label="重点内容"),
    ),
)
TEAM = Field(
    key="team",
    label="督察组",
    kind="rows",
    columns=(
        Field(key="post", label="单位和职务", required=True),
        Field(key="part", label="分工"),
    ),
)

PLAN = Register(
    key="inspection_plan",
    label="年度督察、督查计划",
    shape="list",
    basis="政府督查工作条例（国务院令第733号）",
    says="一年里要开展的督察、督查：题目、对象、什么时候开展，开展了没有。",
    title="topic",
    happened="planned_on",
    face=("kind", "until", "held"),
    fields=(
        Field(
            key="topic",
            label="督察题目",
            required=True,
            examples=("法治政府建设与责任落实督察", "行政执法三项制度专项督查"),
        ),
        Field(
            key="kind",
            label="种类",
            kind="choice",
            required=True,
            choices=(
                Choice(key="law_based", label="法治政府建设督察"),
                Choice(key="yearly", label="年度专项督查"),
                Choice(key="government", label="政府督查"),
            ),
        ),
        Field(key="planned_on", label="列入计划日期", kind="date", required=True),
        Field(key="subjects", label="督察对象", kind="long_text", required=True),
        Field(key="until", label="应开展日期", kind="date", required=True),
        Field(key="held", label="开展日期", kind="date"),
        Field(key="dropped", label="不再开展日期", kind="date", examples=("",)),
        Field(key="dropped_because", label="不再开展的理由", kind="long_text"),
    ),
    named_across=True,
    due_dates=(
        DueDate(
            key="inspection",
            label="计划的督察",
            until="until",
            ends="held",
            when=lambda one: not one.get("dropped"),
        ),
    ),
    checks=(
        Check(
            field="until",
            says="应开展日期不能早于列入计划日期。",
            holds=in_order("planned_on", "until"),
        ),
        Check(
            field="dropped_because",
            says="不再开展的，写明理由。",
            holds=where(filled("dropped"), filled("dropped_because")),
        ),
    ),
    hints=(
        Hint(
            key="often",
            compares="subjects",
            alike=lambda one, other: one == other,
            says="计划里另有{count}次对同样对象的督察；政府督查应当严格控制频次和时限。",
        ),
    ),
)

INSPECTION = Register(
    key="inspection",
    label="法治政府建设督察",
    shape="case",
    basis="法治政府建设与责任落实督察工作规定",
    says="法治政府建设与责任落实督察、年度专项督查：方案、通知、督察、反馈问题、整改、核查、归档，逐步办理。",
    title="topic",
    happened="set_up",
    face=("kind", "begun", "checked"),
    fields=(
        Field(
            key="topic",
            label="督察题目",
            required=True,
            examples=("法治政府建设与责任落实督察", "年度法治政府建设专项督查"),
        ),
        Field(
            key="kind",
            label="种类",
            kind="choice",
            required=True,
            choices=(
                Choice(key="law_based", label="法治政府建设与责任落实督察"),
                Choice(key="yearly", label="年度专项督查"),
                Choice(key="from_above", label="迎接上级督察"),
            ),
            source=SUPERVISION_PROVISIONS.article(""),
        ),
        Field(
            key="planned",
            label="年度计划",
            kind="reference",
            refers_to="supervision.inspection_plan",
        ),
        Field(key="set_up", label="立项日期", kind="date", required=True),
        SUBJECTS,
        TEAM,
        Field(key="methods", label="督察方式", kind="choice", several=True, choices=METHODS),
        Field(key="plan_approved", label="方案批准日期", kind="date"),
        Field(key="plan_paper", label="督察方案", kind="attachments"),
        Field(key="notified", label="通知日期", kind="date"),
        Field(key="begun", label="督察开始日期", kind="date"),
        Field(key="ended", label="督察结束日期", kind="date"),
        Field(
            key="findings_made",
            label="发现问题数",
            kind="integer",
            counts=Counted(register="supervision.finding", by="inspection"),
            help="由系统计数：问题整改台账里选择了这次督察的。",
        ),
        Field(key="fed_back", label="反馈日期", kind="date"),
        Field(key="feedback", label="反馈意见", kind="long_text"),
        Field(key="rectify_until", label="应整改完成日期", kind="date"),
        Field(key="rectified", label="收到整改报告日期", kind="date"),
        Field(key="checked", label="核查日期", kind="date"),
        Field(
            key="findings_open",
            label="未销号问题数",
            kind="integer",
            counts=Counted(register="supervision.finding", by="inspection", states=UNSETTLED),
            help="由系统计数：督察发现的问题在问题整改台账里逐件销号；还有没销号的，不能归档。",
        ),
        Field(key="sent_back", label="责令继续整改日期", kind="date"),
        Field(
            key="settled",
            label="有效整改报告日期",
            kind="date",
            computed=standing("rectified", "sent_back"),
            help="责令继续整改以后，再收到的报告才算。",
        ),
        Field(key="closed", label="归档日期", kind="date"),
        Field(key="result", label="督察情况报告", kind="attachments"),
    ),
    entered_by=("inspector", "coordinator"),
    named_across=True,
    procedure=Procedure(
        states=(
            State(key="set_up", label="已立项"),
            State(key="planned", label="方案已批准"),
            State(key="notified", label="已通知"),
            State(key="held", label="督察已结束"),
            State(key="rectifying", label="整改中"),
            State(key="checked", label="已核查"),
            State(key="closed", label="已归档", final=True),
        ),
        steps=(
            Step(
                key="plan",
                label="制定方案",
                comes_from=("set_up",),
                leads_to="planned",
                by=("inspector", "coordinator"),
                requires=("plan_approved", "subjects", "team", "methods"),
                asks=("plan_paper",),
                document="督察方案",
            ),
            Step(
                key="notify",
                label="通知",
                comes_from=("planned",),
                leads_to="notified",
                by=("inspector", "coordinator"),
                requires=("notified",),
                document="督察通知",
            ),
            Step(
                key="hold",
                label="开展督察",
                comes_from=("notified",),
                leads_to="held",
                by=("inspector",),
                requires=("begun", "ended"),
                document="督察记录",
            ),
            Step(
                key="feed_back",
                label="反馈问题",
                comes_from=("held",),
                leads_to="rectifying",
                by=("inspector", "coordinator"),
                requires=("fed_back", "feedback", "rectify_until"),
                document="督察反馈意见",
            ),
            Step(
                key="check",
                label="核查整改",
                comes_from=("rectifying",),
                leads_to="checked",
                by=("inspector",),
                requires=("rectified", "checked"),
                document="整改核查报告",
            ),
            Step(
                key="send_back",
                label="责令继续整改",
                comes_from=("checked",),
                leads_to="rectifying",
                by=("inspector", "coordinator"),
                requires=("sent_back", "rectify_until"),
            ),
            Step(
                key="close",
                label="归档",
                comes_from=("checked",),
                leads_to="closed",
                by=("inspector", "coordinator"),
                requires=("closed",),
                asks=("result",),
            ),
        ),
    ),
    due_dates=(
        DueDate(key="rectification", label="督察整改", until="rectify_until", ends="settled"),
    ),
    checks=(
        Check(
            field="planned",
            says="年度专项督查应在年度计划里，选择该项计划。",
            holds=where(lambda one: one.get("kind") == "yearly", filled("planned")),
        ),
        Check(
            field="notified",
            says="立项、方案、通知、督察、反馈的日期前后颠倒。",
            holds=in_order("set_up", "plan_approved", "notified", "begun", "ended", "fed_back"),
        ),
        Check(
            field="rectify_until",
            says="应整改完成日期不能早于反馈日期。",
            holds=in_order("fed_back", "rectify_until"),
        ),
        Check(
            field="findings_open",
            says="还有没销号的问题，不能归档。",
            holds=where(filled("closed"), lambda one: one.get("findings_open") == 0),
        ),
    ),
)
