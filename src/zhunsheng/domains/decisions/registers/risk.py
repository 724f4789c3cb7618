"""The assessment of what a decision may do to stability and safety."""

from zhunsheng.domains.decisions.registers.shared import (
    BASIS,
    RISK_LEVELS,
    SUBJECTS,
    article,
    in_order,
    is_filled,
)
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register


def _has_expert_and_counsel(assessment: Values) -> bool:
    if not assessment.get("concluded"):
        return True
    roles = {row.get("role") for row in assessment.get("participants") or ()}
    return {"industry_expert", "counsel"} <= roles


_FIELDS = (
    Field(
        key="matter",
        label="评估事项",
        required=True,
        examples=("城东老旧小区改造方案", "垃圾中转站选址方案"),
    ),
    Field(key="subject", label="所属领域", kind="choice", choices=SUBJECTS, required=True),
    Field(
        key="kinds",
        label="评估的风险",
        kind="choice",
        several=True,
        required=True,
        source=article("第二十二条"),
        choices=(
            Choice(key="stability", label="社会稳定"),
            Choice(key="safety", label="公共安全"),
            Choice(key="other", label="其他"),
        ),
    ),
    Field(key="began", label="开始评估日期", kind="date", required=True),
    Field(key="until", label="应完成日期", kind="date"),
    Field(key="assessor", label="评估单位", kind="unit", required=True, outside=True),
    Field(
        key="units_heard",
        label="听取有关部门意见",
        kind="long_text",
        source=article("第二十三条"),
    ),
    Field(
        key="stakeholders",
        label="利益相关群体的意见建议",
        kind="rows",
        columns=(
            Field(key="group", label="群体", required=True),
            Field(key="way", label="听取方式"),
            Field(key="opinion", label="意见建议", kind="long_text", required=True),
        ),
    ),
    Field(
        key="participants",
        label="参加评估人员",
        kind="rows",
        help="至少有一名行业专家、一名法律顾问；写职务、专业，不写姓名。",
        columns=(
            Field(
                key="role",
                label="身份",
                kind="choice",
                required=True,
                choices=(
                    Choice(key="industry_expert", label="行业专家"),
                    Choice(key="counsel", label="法律顾问、公职律师"),
                    Choice(key="unit", label="部门人员"),
                    Choice(key="representative", label="群众代表"),
                ),
            ),
            Field(key="post", label="单位、职务或者专业", required=True),
            Field(key="opinion", label="意见"),
        ),
    ),
    Field(
        key="risks",
        label="风险点、防范措施和处置预案",
        kind="rows",
        source=article("第二十三条"),
        columns=(
            Field(key="risk", label="风险点", required=True),
            Field(key="level", label="风险点等级", kind="choice", choices=RISK_LEVELS),
            Field(key="prevention", label="防范措施", required=True),
            Field(key="response", label="处置预案", required=True),
        ),
    ),
    Field(key="level", label="风险等级", kind="choice", choices=RISK_LEVELS),
    Field(
        key="controllable",
        label="评估认为风险可控",
        kind="boolean",
        source=article("第二十二条"),
    ),
    Field(key="advice", label="评估建议", kind="long_text"),
    Field(key="concluded", label="形成评估报告日期", kind="date", source=article("第二十三条")),
    Field(key="report", label="评估报告", kind="attachments"),
)

RISK_ASSESSMENT = Register(
    key="risk_assessment",
    label="决策风险评估",
    shape="case",
    basis=f"{BASIS}第二十二条至第二十四条",
    says="决策的风险评估：谁参加、听了谁的意见、有哪些风险点和预案、等级和结论。",
    title="matter",
    happened="began",
    face=("subject", "level", "controllable", "concluded"),
    fields=_FIELDS,
    procedure=Procedure(
        states=(
            State(key="assessing", label="评估中"),
            State(key="concluded", label="已形成报告", final=True),
        ),
        steps=(
            Step(
                key="add_findings",
                label="登记评估情况",
                comes_from=("assessing",),
                leads_to="assessing",
                requires=("participants",),
                asks=("units_heard", "stakeholders", "risks"),
            ),
            Step(
                key="conclude",
                label="形成报告",
                comes_from=("assessing",),
                leads_to="concluded",
                by=("approver",),
                requires=("level", "controllable", "concluded"),
                asks=("advice", "report"),
                document="风险评估报告",
                source=article("第二十三条"),
                gates=(
                    Gate(
                        key="units_heard",
                        needs="开展风险评估应当听取有关部门的意见。",
                        open_when=is_filled("units_heard"),
                        source=article("第二十三条"),
                    ),
                    Gate(
                        key="risks_named",
                        needs="评估报告须明确风险点，提出防范措施和处置预案。",
                        open_when=is_filled("risks"),
                        source=article("第二十三条"),
                    ),
                    Gate(
                        key="high_is_answered",
                        needs="评为高风险的，须写明调整草案、降低风险的建议。",
                        open_when=lambda assessment: (
                            assessment.get("level") != "high" or bool(assessment.get("advice"))
                        ),
                        source=article("第二十四条"),
                    ),
                ),
                approves=True,
            ),
        ),
    ),
    due_dates=(DueDate(key="conclusion", label="完成风险评估", until="until", ends="concluded"),),
    checks=(
        Check(
            field="participants",
            says="评估应有至少一名行业专家和一名法律顾问、公职律师参加，否则评估不完整。",
            holds=_has_expert_and_counsel,
        ),
        Check(
            field="concluded",
            says="形成报告日期不能早于开始评估日期。",
            holds=in_order("began", "concluded"),
        ),
    ),
)
