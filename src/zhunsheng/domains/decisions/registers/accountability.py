"""Who answers for a decision that went badly wrong, for life: traced back to step and post."""

from dataclasses import replace

from zhunsheng.domains.decisions.registers.decision.completion import COMPLETION_COLUMNS
from zhunsheng.domains.decisions.registers.decision.resolution_fields import MEMBER_COLUMNS
from zhunsheng.domains.decisions.registers.shared import (
    BASIS,
    DECISION,
    article,
    is_filled,
    only_if,
)
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

STAGES = (
    Choice(key="start", label="建议论证和启动"),
    Choice(key="participation", label="公众参与"),
    Choice(key="experts", label="专家论证"),
    Choice(key="risk", label="风险评估"),
    Choice(key="competition", label="公平竞争审查"),
    Choice(key="legality", label="合法性审查"),
    Choice(key="discussion", label="集体讨论决定"),
    Choice(key="publication", label="公布"),
    Choice(key="execution", label="执行"),
)


def _dissent_is_weighed(case: Values) -> bool:
    return all(
        not row.get("dissented") or bool(row.get("mitigation"))
        for row in case.get("responsible") or ()
    )


ACCOUNTABILITY = Register(
    key="accountability",
    label="决策责任追究",
    shape="case",
    basis=f"{BASIS}第三十八条",
    says="决策严重失误、久拖不决造成损失的：倒查到环节和人，终身追究；记录没有保存期限。",
    title="matter",
    happened="found",
    face=("decision", "ground", "stages", "closed"),
    fields=(
        Field(
            key="matter",
            label="失误事项",
            required=True,
            help="写事情，不写人名。",
            examples=("选址不当造成损失", "久拖不决延误工期"),
        ),
        replace(DECISION, brings=("members", "completion", "lead_unit")),
        Field(
            key="ground",
            label="追责情形",
            kind="choice",
            required=True,
            source=article("第三十八条"),
            choices=(
                Choice(key="failure", label="决策严重失误"),
                Choice(key="delay", label="依法应当及时决策而久拖不决"),
            ),
        ),
        Field(key="found", label="发现日期", kind="date", required=True),
        Field(key="loss", label="损失和不良影响", kind="long_text", required=True),
        Field(key="loss_amount", label="损失金额", kind="money"),
        Field(
            key="stages",
            label="倒查到的环节",
            kind="choice",
            several=True,
            choices=STAGES,
            source=article("第三十八条"),
        ),
        Field(key="tracing", label="倒查情况", kind="long_text", source=article("第三十八条")),
        Field(
            key="lead_unit_then",
            label="当时的牵头承办单位",
            computed=lambda case: case.get("decision.lead_unit"),
            help="以下三项由决策台账带出，是倒查的依据。",
        ),
        Field(
            key="completion_then",
            label="当时各环节的办理情况",
            kind="rows",
            columns=COMPLETION_COLUMNS,
            computed=lambda case: case.get("decision.completion"),
        ),
        Field(
            key="members_then",
            label="当时参加讨论人员和意见",
            kind="rows",
            columns=MEMBER_COLUMNS,
            computed=lambda case: case.get("decision.members"),
        ),
        Field(key="traced", label="倒查完成日期", kind="date"),
        Field(
            key="responsible",
            label="责任人",
            kind="rows",
            personal=True,
            source=article("第三十八条"),
            columns=(
                Field(key="name", label="责任人姓名", kind="person", required=True, personal=True),
                Field(key="post", label="当时职务", required=True),
                Field(
                    key="role",
                    label="责任身份",
                    kind="choice",
                    required=True,
                    choices=(
                        Choice(key="chief", label="行政首长"),
                        Choice(key="leader", label="负有责任的其他领导人员"),
                        Choice(key="direct", label="直接责任人员"),
                    ),
                ),
                Field(key="dissented", label="当时表示过不同意见", kind="boolean", required=True),
                Field(key="mitigation", label="减免责任情况"),
                Field(key="measure", label="处理结果"),
            ),
        ),
        Field(key="handed_to", label="移送的有权机关", kind="unit", outside=True),
        Field(key="handed", label="移送日期", kind="date"),
        Field(key="lessons", label="整改措施", kind="long_text"),
        Field(key="closed", label="处理完毕日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="found", label="已发现"),
            State(key="traced", label="已倒查"),
            State(key="handed", label="已移送"),
            State(key="closed", label="处理完毕", final=True),
        ),
        steps=(
            Step(
                key="trace",
                label="倒查责任",
                comes_from=("found",),
                leads_to="traced",
                requires=("stages", "tracing", "traced", "responsible"),
                source=article("第三十八条"),
            ),
            Step(
                key="hand_over",
                label="移送有权机关",
                comes_from=("traced",),
                leads_to="handed",
                by=("approver", "leader"),
                requires=("handed_to", "handed"),
            ),
            Step(
                key="close",
                label="登记处理结果",
                comes_from=("traced", "handed"),
                leads_to="closed",
                by=("approver", "leader"),
                requires=("responsible", "lessons", "closed"),
                gates=(
                    Gate(
                        key="dissent_weighed",
                        needs="当时表示过不同意见的，须写明怎样减免责任。",
                        open_when=_dissent_is_weighed,
                        source=article("第三十八条"),
                    ),
                ),
                source=article("第三十八条"),
            ),
        ),
    ),
    checks=(
        Check(
            field="handed",
            says="移送不能早于倒查完成。",
            holds=only_if(
                is_filled("handed"),
                lambda case: bool(case.get("traced")) and case["handed"] >= case["traced"],
            ),
        ),
    ),
)
