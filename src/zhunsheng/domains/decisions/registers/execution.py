"""How a decision is carried out: reports at set intervals, and problems that are told at once."""

from zhunsheng.domains.decisions.registers.shared import (
    BASIS,
    DECISION,
    MATTER,
    article,
)
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step
from zhunsheng.engine.registers.register import Register

EXECUTION = Register(
    key="execution",
    label="决策执行跟踪",
    shape="case",
    basis=f"{BASIS}第三十四条、第三十五条",
    says="执行单位按间隔报告执行情况；发现问题、情况重大变化的及时报告，由决策机关处理。",
    title="matter",
    happened="began",
    face=("decision", "executing_unit", "reported", "status"),
    fields=(
        MATTER,
        DECISION,
        Field(
            key="executing_unit",
            label="执行单位",
            kind="unit",
            required=True,
            source=article("第三十四条"),
        ),
        Field(key="began", label="开始执行日期", kind="date", required=True),
        Field(
            key="report_days",
            label="报告间隔",
            kind="integer",
            measure="日",
            required=True,
            expected=(30, 180),
            help="多少日以内至少报告一次执行情况；由决策机关定。",
        ),
        Field(key="reported", label="最近报告日期", kind="date", source=article("第三十四条")),
        Field(key="progress", label="执行进展", kind="long_text"),
        Field(
            key="status",
            label="执行状况",
            kind="choice",
            choices=(
                Choice(key="on_track", label="正常推进"),
                Choice(key="slow", label="进展缓慢"),
                Choice(key="stopped", label="停滞"),
            ),
        ),
        Field(
            key="problem_kind",
            label="问题情形",
            kind="choice",
            source=article("第三十五条"),
            choices=(
                Choice(key="flaw", label="决策存在问题"),
                Choice(key="change", label="客观情况发生重大变化"),
                Choice(key="force_majeure", label="不可抗力等严重影响目标实现"),
            ),
        ),
        Field(key="problem", label="发现的问题", kind="long_text"),
        Field(key="problem_found", label="发现问题日期", kind="date"),
        Field(key="problem_reported", label="报告问题日期", kind="date"),
        Field(
            key="problem_answer",
            label="决策机关的处理",
            kind="choice",
            choices=(
                Choice(key="go_on", label="继续执行"),
                Choice(key="evaluate", label="组织后评估"),
                Choice(key="adjust", label="调整、中止或者停止"),
            ),
        ),
        Field(
            key="adjustment",
            label="所办的决策调整",
            kind="reference",
            refers_to="decisions.adjustment",
        ),
        Field(
            key="evaluation",
            label="所办的决策后评估",
            kind="reference",
            refers_to="decisions.evaluation",
        ),
        Field(key="completed", label="执行完毕日期", kind="date"),
        Field(key="result", label="执行结果", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="executing", label="执行中"),
            State(key="troubled", label="问题待处理"),
            State(key="completed", label="执行完毕", final=True),
        ),
        steps=(
            Step(
                key="report",
                label="报告执行情况",
                comes_from=("executing",),
                leads_to="executing",
                requires=("reported", "progress", "status"),
                source=article("第三十四条"),
            ),
            Step(
                key="report_problem",
                label="报告问题",
                comes_from=("executing",),
                leads_to="troubled",
                requires=("problem_kind", "problem", "problem_found", "problem_reported"),
                source=article("第三十五条"),
            ),
            Step(
                key="answer_problem",
                label="处理问题",
                comes_from=("troubled",),
                leads_to="executing",
                by=("approver", "leader"),
                requires=("problem_answer",),
                asks=("adjustment", "evaluation"),
                gates=(
                    Gate(
                        key="followed_up",
                        needs="决定调整的，先登记决策调整；决定后评估的，先登记后评估，再填其编号。",
                        open_when=lambda execution: (
                            execution.get("problem_answer") == "go_on"
                            or bool(
                                execution.get("adjustment")
                                if execution.get("problem_answer") == "adjust"
                                else execution.get("evaluation")
                            )
                        ),
                        source=article("第三十七条"),
                    ),
                ),
            ),
            Step(
                key="complete",
                label="执行完毕",
                comes_from=("executing",),
                leads_to="completed",
                requires=("completed", "result"),
            ),
        ),
    ),
    due_dates=(
        DueDate(
            key="report",
            label="报告执行情况",
            after=("reported", "began"),
            every="report_days",
            when=lambda execution: not execution.get("completed"),
            source=article("第三十四条"),
        ),
    ),
    checks=(
        Check(
            field="problem_reported",
            says="报告问题不能早于发现问题。",
            holds=lambda execution: (
                not execution.get("problem_reported")
                or execution["problem_reported"] >= str(execution.get("problem_found") or "")
            ),
        ),
    ),
)
