"""The work on a task: the measures that a unit takes, and what it says of progress with its evidence."""

from zhunsheng.domains.plan.registers.shared import BASIS, in_order
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step
from zhunsheng.engine.registers.register import Register

_LEFT_EMPTY = ("",)

MEASURE = Register(
    key="measure",
    label="工作举措",
    shape="case",
    basis=BASIS,
    says="把任务细化成具体举措：谁办、什么时候办完、办成什么样。",
    title="name",
    happened="planned",
    face=("owner", "until", "done_on"),
    entered_by=("coordinator", "reporter"),
    fields=(
        Field(key="task", label="任务", kind="reference", refers_to="plan.task", required=True),
        Field(key="duty", label="任务责任", kind="reference", refers_to="plan.duty"),
        Field(
            key="name",
            label="举措",
            required=True,
            examples=("每季度组织一次会前学法", "印发备案审查工作提示"),
        ),
        Field(
            key="details",
            label="具体内容",
            kind="long_text",
            examples=("列出学习篇目和参加人员。",),
        ),
        Field(
            key="owner", label="责任人", required=True, help="科室或者职务。", examples=("法规科",)
        ),
        Field(key="planned", label="确定日期", kind="date", required=True),
        Field(key="until", label="完成期限", kind="date", required=True),
        Field(key="done_on", label="完成日期", kind="date"),
        Field(key="result", label="结果", kind="long_text"),
        Field(key="dropped", label="取消日期", kind="date"),
        Field(key="drop_reasons", label="取消的理由", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="open", label="办理中"),
            State(key="done", label="已完成", final=True),
            State(key="dropped", label="已取消", final=True),
        ),
        steps=(
            Step(
                key="finish",
                label="登记完成",
                comes_from=("open",),
                leads_to="done",
                by=("reporter", "coordinator"),
                requires=("done_on", "result"),
                undoable=True,
            ),
            Step(
                key="drop",
                label="取消",
                comes_from=("open",),
                leads_to="dropped",
                by=("reporter", "coordinator"),
                requires=("dropped", "drop_reasons"),
            ),
        ),
    ),
    due_dates=(
        DueDate(
            key="measure",
            label="举措完成期限",
            until="until",
            ends="done_on",
            when=lambda measure: not measure.get("dropped"),
        ),
    ),
    checks=(
        Check(
            field="until",
            says="完成期限不能早于确定日期。",
            holds=lambda measure: in_order(measure, "planned", "until"),
        ),
        Check(
            field="done_on",
            says="完成日期不能早于确定日期。",
            holds=lambda measure: in_order(measure, "planned", "done_on"),
        ),
    ),
)

PROGRESS = Register(
    key="progress",
    label="任务进展",
    shape="event",
    basis=BASIS,
    says="单位报告的进展：做了什么、什么时候起作用、拿什么证明；台账里已有的记录直接引用。",
    title="name",
    happened="effective",
    face=("effective", "duty"),
    fields=(
        Field(key="duty", label="任务责任", kind="reference", refers_to="plan.duty", required=True),
        Field(
            key="name",
            label="进展",
            required=True,
            help="一句话。",
            examples=("第一季度学法已经开展", "备案审查工作提示已经印发"),
        ),
        Field(
            key="words",
            label="说明",
            kind="long_text",
            examples=("参加的有班子成员和科室负责人。",),
        ),
        Field(
            key="effective",
            label="发生日期",
            kind="date",
            required=True,
            help="事情发生、文件生效的日期；上传日期由系统记录。",
        ),
        Field(key="supports_from", label="证明期间起", kind="date", examples=_LEFT_EMPTY),
        Field(key="supports_until", label="证明期间止", kind="date", examples=_LEFT_EMPTY),
        Field(key="evidence", label="佐证材料", kind="attachments"),
        Field(
            key="evidence_entries",
            label="佐证的台账记录",
            kind="rows",
            columns=(
                Field(key="ledger", label="台账", examples=("依申请公开",)),
                Field(key="entry_number", label="编号", examples=("2026-00001",)),
            ),
        ),
        Field(key="target", label="目标", kind="reference", refers_to="plan.target"),
        Field(
            key="claimed_value",
            label="自报的数",
            kind="decimal",
            places=4,
            help="本单位认为目标已达到的数；与台账算出的数对不上的会标出来。",
            examples=_LEFT_EMPTY,
        ),
    ),
    checks=(
        Check(
            field="supports_until",
            says="证明期间的起止颠倒。",
            holds=lambda progress: in_order(progress, "supports_from", "supports_until"),
        ),
        Check(
            field="claimed_value",
            says="自报的数须写明是哪个目标的。",
            holds=lambda progress: (
                progress.get("claimed_value") is None or bool(progress.get("target"))
            ),
        ),
    ),
)
