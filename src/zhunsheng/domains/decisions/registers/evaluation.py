"""Whether a decision does what it was made for, judged by somebody who did not argue for it before."""

from zhunsheng.domains.decisions.registers.shared import (
    BASIS,
    DECISION,
    MATTER,
    article,
    is_filled,
    only_if,
)
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step
from zhunsheng.engine.registers.register import Register

EVALUATION = Register(
    key="evaluation",
    label="决策后评估",
    shape="case",
    basis=f"{BASIS}第三十六条",
    says="决策后评估的安排、评估单位、听取的意见和结论；结论为调整、停止的，转入决策调整。",
    title="matter",
    happened="arranged",
    face=("decision", "ground", "conclusion", "concluded"),
    fields=(
        MATTER,
        DECISION,
        Field(
            key="ground",
            label="评估情形",
            kind="choice",
            required=True,
            source=article("第三十六条"),
            choices=(
                Choice(key="poor_effect", label="未达到预期效果"),
                Choice(key="many_opinions", label="公众等提出较多意见"),
                Choice(key="needed", label="决策机关认为有必要"),
            ),
        ),
        Field(key="arranged", label="决定评估日期", kind="date", required=True),
        Field(key="until", label="应完成日期", kind="date", required=True),
        Field(
            key="evaluator",
            label="评估单位",
            kind="unit",
            outside=True,
            source=article("第三十六条"),
        ),
        Field(
            key="is_third_party",
            label="委托第三方",
            kind="boolean",
            source=article("第三十六条"),
        ),
        Field(
            key="assessed_before",
            label="评估单位在决策前承担过主要论证评估",
            kind="boolean",
            source=article("第三十六条"),
        ),
        Field(key="commissioned", label="确定评估单位日期", kind="date"),
        Field(key="opinions", label="听取的意见", kind="long_text"),
        Field(key="findings", label="评估情况", kind="long_text"),
        Field(
            key="conclusion",
            label="评估结论",
            kind="choice",
            choices=(
                Choice(key="continue", label="继续执行"),
                Choice(key="adjust", label="调整"),
                Choice(key="stop", label="停止执行"),
            ),
        ),
        Field(key="concluded", label="形成评估报告日期", kind="date"),
        Field(key="report", label="评估报告", kind="attachments"),
        Field(
            key="adjustment",
            label="所办的决策调整",
            kind="reference",
            refers_to="decisions.adjustment",
        ),
        Field(key="decided", label="决策机关处理日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="arranged", label="已安排"),
            State(key="evaluating", label="评估中"),
            State(key="concluded", label="已形成报告"),
            State(key="closed", label="已处理", final=True),
        ),
        steps=(
            Step(
                key="commission",
                label="确定评估单位",
                comes_from=("arranged",),
                leads_to="evaluating",
                by=("approver", "leader"),
                requires=("evaluator", "is_third_party", "assessed_before", "commissioned"),
                source=article("第三十六条"),
                gates=(
                    Gate(
                        key="independent",
                        needs="决策前承担过主要论证评估工作的单位，不得承担后评估；请另行委托。",
                        open_when=lambda one: one.get("assessed_before") is False,
                        source=article("第三十六条"),
                    ),
                ),
            ),
            Step(
                key="conclude",
                label="形成评估报告",
                comes_from=("evaluating",),
                leads_to="concluded",
                requires=("findings", "conclusion", "concluded"),
                asks=("opinions", "report"),
                document="决策后评估报告",
            ),
            Step(
                key="close",
                label="作出处理",
                comes_from=("concluded",),
                leads_to="closed",
                by=("approver", "leader"),
                requires=("decided",),
                asks=("adjustment",),
                gates=(
                    Gate(
                        key="adjustment_opened",
                        needs="结论为调整、停止执行的，先登记决策调整并填其编号。",
                        open_when=only_if(
                            lambda one: one.get("conclusion") in {"adjust", "stop"},
                            is_filled("adjustment"),
                        ),
                        source=article("第三十七条"),
                    ),
                ),
            ),
        ),
    ),
    due_dates=(
        DueDate(
            key="conclusion",
            label="完成决策后评估",
            until="until",
            ends="concluded",
            source=article("第三十六条"),
        ),
    ),
)
