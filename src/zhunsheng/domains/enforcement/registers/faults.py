"""Faults in enforcement: found, decided by a day, carried out; who bears them had their duties laid down."""

from zhunsheng.domains.enforcement.registers.shared import in_order
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register


def duties_known(fault: Values) -> bool | None:
    """Get whether the duties of the post were laid down when the fault was found."""
    laid_down, found = fault.get("officer.duties_set"), fault.get("found")
    return None if not fault.get("officer") else bool(laid_down and found and laid_down <= found)


FAULT = Register(
    key="fault",
    label="行政执法过错责任追究",
    shape="case",
    basis="行政执法责任制和责任追究制度",
    says="发现的执法过错、作出的处理决定和落实结果；过错到期没有处理的列为逾期。",
    title="matter",
    happened="found",
    face=("source", "decision", "until"),
    fields=(
        Field(
            key="matter",
            label="过错事由",
            required=True,
            help="不写个人姓名。",
            examples=("处罚决定超期", "告知程序遗漏", "裁量没有说明理由"),
        ),
        Field(
            key="source",
            label="发现途径",
            kind="choice",
            required=True,
            choices=(
                Choice(key="file_review", label="案卷评查"),
                Choice(key="supervision", label="执法监督检查"),
                Choice(key="reconsideration", label="行政复议纠正"),
                Choice(key="lawsuit", label="行政诉讼败诉"),
                Choice(key="complaint", label="投诉举报"),
            ),
        ),
        Field(key="found", label="发现日期", kind="date", required=True),
        Field(
            key="officer",
            label="责任岗位的执法证记录",
            kind="reference",
            refers_to="enforcement.officer",
            required=True,
            brings=("duties_set",),
        ),
        Field(
            key="duties_known",
            label="岗位职责事先已确定",
            kind="boolean",
            computed=duties_known,
        ),
        Field(key="facts", label="过错事实", kind="long_text", personal=True),
        Field(key="until", label="应作出处理日期", kind="date", required=True),
        Field(key="decided", label="处理决定日期", kind="date"),
        Field(
            key="decision",
            label="处理决定",
            kind="choice",
            choices=(
                Choice(key="criticism", label="批评教育"),
                Choice(key="training", label="离岗培训"),
                Choice(key="certificate", label="暂扣或者收回执法证"),
                Choice(key="handed_over", label="移送有权机关处理"),
            ),
        ),
        Field(key="dropped", label="决定不追究日期", kind="date"),
        Field(key="reasons", label="不追究的理由", kind="long_text"),
        Field(key="carried_out", label="落实日期", kind="date"),
        Field(key="result", label="落实结果", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="found", label="已发现"),
            State(key="dropped", label="不追究", final=True),
            State(key="decided", label="已决定"),
            State(key="carried_out", label="已落实", final=True),
        ),
        steps=(
            Step(
                key="decide",
                label="作出处理决定",
                comes_from=("found",),
                leads_to="decided",
                by=("approver",),
                requires=("decided", "decision"),
                approves=True,
            ),
            Step(
                key="drop",
                label="决定不追究",
                comes_from=("found",),
                leads_to="dropped",
                by=("approver",),
                requires=("dropped", "reasons"),
                approves=True,
            ),
            Step(
                key="carry_out",
                label="登记落实结果",
                comes_from=("decided",),
                leads_to="carried_out",
                requires=("carried_out", "result"),
            ),
        ),
    ),
    due_dates=(
        DueDate(
            key="decision",
            label="过错处理",
            until="until",
            ends="decided",
            when=lambda fault: not fault.get("dropped"),
        ),
    ),
    checks=(
        Check(
            field="decided",
            says="发现、决定、落实的日期前后颠倒。",
            holds=in_order("found", "decided", "carried_out"),
        ),
    ),
)
