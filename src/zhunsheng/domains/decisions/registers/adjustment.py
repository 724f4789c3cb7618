"""How a decision is changed, suspended or stopped: never without the procedure of the law."""

from zhunsheng.domains.decisions.registers.shared import (
    BASIS,
    DECISION,
    MATTER,
    article,
    is_true,
    only_if,
)
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step
from zhunsheng.engine.registers.register import Register

ADJUSTMENT = Register(
    key="adjustment",
    label="决策调整",
    shape="case",
    basis=f"{BASIS}第三十七条",
    says="决策的变更、中止、停止：未经法定程序不得随意变更；情况紧急的先中止，重大调整补齐程序。",
    title="matter",
    happened="proposed",
    face=("decision", "kind", "is_major", "decided"),
    fields=(
        MATTER,
        DECISION,
        Field(
            key="kind",
            label="调整方式",
            kind="choice",
            required=True,
            choices=(
                Choice(key="change", label="变更"),
                Choice(key="suspend", label="中止执行"),
                Choice(key="stop", label="停止执行"),
            ),
        ),
        Field(
            key="cause",
            label="起因",
            kind="choice",
            required=True,
            choices=(
                Choice(key="flaw", label="决策存在问题"),
                Choice(key="change", label="客观情况发生重大变化"),
                Choice(key="force_majeure", label="不可抗力等严重影响目标实现"),
                Choice(key="evaluation", label="后评估建议"),
                Choice(key="other", label="其他"),
            ),
            source=article("第三十五条"),
        ),
        Field(key="reasons", label="调整的理由", kind="long_text", required=True),
        Field(key="proposed", label="提出日期", kind="date", required=True),
        Field(key="is_major", label="属于重大调整", kind="boolean", required=True),
        Field(key="urgent", label="情况紧急", kind="boolean", source=article("第三十七条")),
        Field(key="suspended", label="首长决定中止执行日期", kind="date"),
        Field(
            key="redone",
            label="履行程序的决策",
            kind="reference",
            refers_to="decisions.decision",
            brings=("state",),
            source=article("第三十七条"),
            help="重大调整要依照条例重新履行程序，填该决策的编号。",
        ),
        Field(
            key="redone_decided",
            label="重新履行程序的决策已决定",
            kind="boolean",
            computed=lambda one: (
                one.get("redone.state") in {"decided", "executing", "archived"}
                if one.get("redone")
                else None
            ),
        ),
        Field(key="procedure", label="履行的法定程序", kind="long_text"),
        Field(key="meeting", label="集体讨论会议"),
        Field(key="minutes", label="会议纪要、记录编号", kind="instrument"),
        Field(key="decided", label="决定调整日期", kind="date"),
        Field(key="published", label="公布日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="proposed", label="已提出"),
            State(key="suspended", label="先行中止"),
            State(key="decided", label="已决定"),
            State(key="closed", label="已公布", final=True),
        ),
        steps=(
            Step(
                key="suspend",
                label="先行中止执行",
                comes_from=("proposed",),
                leads_to="suspended",
                by=("leader",),
                requires=("urgent", "suspended"),
                source=article("第三十七条"),
                gates=(
                    Gate(
                        key="is_urgent",
                        needs="情况紧急的，行政首长才可以先决定中止执行；其他的先履行程序。",
                        open_when=is_true("urgent"),
                        source=article("第三十七条"),
                    ),
                    Gate(
                        key="cause_allows",
                        needs="只有决策存在问题、情况重大变化、不可抗力等情形，才可以先中止执行。",
                        open_when=lambda one: (
                            one.get("cause") in {"flaw", "change", "force_majeure"}
                        ),
                        source=article("第三十七条"),
                    ),
                ),
            ),
            Step(
                key="decide",
                label="决定调整",
                comes_from=("proposed", "suspended"),
                leads_to="decided",
                by=("approver", "leader"),
                requires=("decided",),
                asks=("redone", "procedure", "meeting", "minutes"),
                source=article("第三十七条"),
                gates=(
                    Gate(
                        key="procedure_followed",
                        needs="未经法定程序不得变更或者停止执行：写明履行的程序、会议和纪要。",
                        open_when=lambda one: all(
                            one.get(key) for key in ("procedure", "meeting", "minutes")
                        ),
                        source=article("第三十七条"),
                    ),
                    Gate(
                        key="major_redone",
                        needs="重大调整须依照条例重新履行决策程序：填写该决策的编号，该决策须已讨论通过。",
                        open_when=only_if(is_true("is_major"), is_true("redone_decided")),
                        source=article("第三十七条"),
                    ),
                ),
            ),
            Step(
                key="publish",
                label="公布调整",
                comes_from=("decided",),
                leads_to="closed",
                requires=("published",),
            ),
        ),
    ),
)
