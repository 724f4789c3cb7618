"""The way of a lawsuit as the defendant goes it: answer, hearing, judgment, appeal, performance."""

from zhunsheng.domains.litigation.registers.lawsuit import gates
from zhunsheng.domains.litigation.registers.shared import appearance, article, interpretation
from zhunsheng.engine.registers.procedures import State, Step

STATES = (
    State(key="served", label="待答辩"),
    State(key="answered", label="已答辩举证"),
    State(key="heard", label="已开庭"),
    State(key="stayed", label="诉讼中止"),
    State(key="judged", label="已裁判"),
    State(key="effective", label="已生效"),
    State(key="appealed", label="已上诉（二审另立）", final=True),
    State(key="closed", label="已归档", final=True),
)

ANSWER = (
    Step(
        key="object_to_court",
        label="提出管辖异议",
        comes_from=("served",),
        leads_to="served",
        requires=("objected",),
        document="管辖异议书",
        source=interpretation("第十条"),
    ),
    Step(
        key="ask_for_time",
        label="申请延期举证",
        comes_from=("served",),
        leads_to="served",
        requires=("extension_asked",),
        asks=("evidence_until",),
        document="延期举证申请",
        source=interpretation("第三十四条"),
    ),
    Step(
        key="answer",
        label="答辩举证",
        comes_from=("served",),
        leads_to="answered",
        requires=("answered", "evidence"),
        asks=("handler", "self_collected", "answer"),
        document="答辩状",
        source=article("第六十七条"),
        gates=(gates.NO_SELF_COLLECTION,),
    ),
    Step(
        key="submit_evidence",
        label="提交延期证据",
        comes_from=("answered",),
        leads_to="answered",
        requires=("evidence_submitted",),
        asks=("self_collected",),
        source=interpretation("第三十四条"),
        gates=(gates.NO_SELF_COLLECTION,),
    ),
)

HEARING = (
    Step(
        key="receive_notice",
        label="收到开庭、出庭通知",
        comes_from=("answered", "heard"),
        leads_to="answered",
        requires=("hearing",),
        asks=("head_notified",),
        source=appearance("第五条"),
    ),
    Step(
        key="attend",
        label="出庭",
        comes_from=("answered", "heard"),
        leads_to="heard",
        requires=("hearing",),
        asks=(
            *("head_attended", "head_name", "head_post", "not_principal_reasons", "spoke"),
            *("absence_ground", "absence_proof", "staff_sent", "lawyer", "absence_handling"),
        ),
        document="出庭情况说明",
        source=article("第三条"),
        gates=gates.HEARING,
    ),
    Step(
        key="note_stay",
        label="登记诉讼中止",
        comes_from=("answered", "heard"),
        leads_to="stayed",
        requires=("stayed", "stay_reasons"),
        source=interpretation("第八十七条"),
    ),
    Step(
        key="note_resumption",
        label="登记恢复审理",
        comes_from=("stayed",),
        leads_to="answered",
        requires=("resumed",),
        source=interpretation("第八十七条"),
    ),
)

JUDGMENT = (
    Step(
        key="note_judgment",
        label="登记裁判",
        comes_from=("answered", "heard"),
        leads_to="judged",
        requires=("outcome", "paper", "judged", "judgment_served"),
        asks=("judgment_number", "mediable", "performance_until", "judgment"),
        source=article("第六十九条"),
        gates=gates.JUDGMENT,
    ),
    Step(
        key="appeal",
        label="登记上诉",
        comes_from=("judged",),
        leads_to="appealed",
        by=("approver",),
        requires=("appealed", "appellant"),
        document="上诉状",
        source=article("第八十五条"),
        gates=gates.MAY_BE_APPEALED,
    ),
    Step(
        key="take_effect",
        label="登记生效",
        comes_from=("judged",),
        leads_to="effective",
        requires=("effective",),
        source=article("第八十五条"),
    ),
)

AFTERWARDS = (
    Step(
        key="perform",
        label="登记履行",
        comes_from=("effective",),
        leads_to="effective",
        requires=("performed", "performance"),
        asks=("same_act",),
        document="履行报告",
        source=article("第九十六条"),
        gates=(gates.NOT_THE_SAME_ACT,),
    ),
    Step(
        key="urge",
        label="督促履行",
        comes_from=("effective",),
        leads_to="effective",
        by=("coordinator", "approver"),
        requires=("urged",),
        asks=("accountability",),
        document="督办函",
        source=article("第九十六条"),
    ),
    Step(
        key="close",
        label="分析归档",
        comes_from=("effective",),
        leads_to="closed",
        requires=("closed",),
        asks=("loss_cause", "loss_measures", "loss_report"),
        document="案件分析",
        gates=gates.CLOSING,
    ),
)

STEPS = (*ANSWER, *HEARING, *JUDGMENT, *AFTERWARDS)
