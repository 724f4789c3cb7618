"""Government inspection by the State Council's regulation: steps in its order, conclusion, review."""

from zhunsheng.domains.supervision.instruments import GOVERNMENT_INSPECTION
from zhunsheng.domains.supervision.registers.inspections import METHODS, SUBJECTS, TEAM
from zhunsheng.domains.supervision.registers.shared import filled, in_order, standing, where
from zhunsheng.engine.registers.counting import Counted
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register, RegisterClock


def _plan_says_all(one: Values) -> bool:
    # 第十五条：明确督查内容、对象和范围。
    return all(one.get(key) for key in ("content", "subjects", "reach"))


_FED_BACK = Gate(
    key="fed_back",
    needs="与督查对象有关的督查结论，须先向督查对象反馈。",
    open_when=filled("fed_back"),
    source=GOVERNMENT_INSPECTION.article("第十六条"),
)
_STEPS = (
    Step(
        key="plan",
        label="制定方案",
        comes_from=("set_up",),
        leads_to="planned",
        by=("inspector", "coordinator"),
        requires=("plan_approved", "team", "methods"),
        asks=("content", "subjects", "reach"),
        document="督查方案",
        source=GOVERNMENT_INSPECTION.article("第十五条"),
        gates=(
            Gate(
                key="plan_complete",
                needs="督查方案须明确督查内容、对象和范围。",
                open_when=_plan_says_all,
                source=GOVERNMENT_INSPECTION.article("第十五条"),
            ),
        ),
    ),
    Step(
        key="notify",
        label="通知",
        comes_from=("planned",),
        leads_to="notified",
        by=("inspector", "coordinator"),
        requires=("notified",),
        asks=("trained",),
        document="督查通知",
        gates=(
            Gate(
                key="trained",
                needs="督查人员须提前培训。",
                open_when=filled("trained"),
                source=GOVERNMENT_INSPECTION.article("第十五条"),
            ),
        ),
    ),
    Step(
        key="hold",
        label="开展督查",
        comes_from=("notified",),
        leads_to="held",
        by=("inspector",),
        requires=("begun", "ended"),
        document="督查记录",
    ),
    Step(
        key="conclude",
        label="作出督查结论",
        comes_from=("held",),
        leads_to="concluded",
        by=("inspector", "leader"),
        requires=("concluded", "conclusion"),
        document="督查结论",
        source=GOVERNMENT_INSPECTION.article("第十六条"),
    ),
    Step(
        key="order_rectification",
        label="反馈并要求整改",
        comes_from=("concluded",),
        leads_to="rectifying",
        by=("inspector", "coordinator"),
        requires=("rectify_until",),
        asks=("fed_back",),
        document="督查整改通知",
        source=GOVERNMENT_INSPECTION.article("第十八条"),
        gates=(_FED_BACK,),
    ),
    Step(
        key="check",
        label="核查整改",
        comes_from=("rectifying",),
        leads_to="checked",
        by=("inspector",),
        requires=("checked", "check_result"),
        asks=("rectified",),
        document="整改核查报告",
        source=GOVERNMENT_INSPECTION.article("第十八条"),
        gates=(
            Gate(
                key="rectified",
                needs="督查结论要求整改的事项，督查对象须先按要求整改。",
                open_when=filled("settled"),
                source=GOVERNMENT_INSPECTION.article("第十八条"),
            ),
        ),
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
        key="propose_accountability",
        label="提出追责建议并移交",
        comes_from=("concluded", "checked"),
        leads_to="checked",
        by=("inspector",),
        requires=("accountability", "handed_over", "handed_to"),
        asks=("accountability_approved",),
        document="追究责任建议书",
        source=GOVERNMENT_INSPECTION.article("第二十一条"),
        gates=(
            Gate(
                key="approved",
                needs="追责建议须经本级政府或者行政首长批准，才能交有权机关。",
                open_when=filled("accountability_approved"),
                source=GOVERNMENT_INSPECTION.article("第二十一条"),
            ),
        ),
    ),
    Step(
        key="close",
        label="归档",
        comes_from=("concluded", "checked"),
        leads_to="closed",
        by=("inspector", "coordinator"),
        requires=("closed",),
        asks=("fed_back", "result"),
        gates=(_FED_BACK,),
    ),
)

GOVERNMENT_INSPECTION_CASE = Register(
    key="government_inspection",
    label="政府督查",
    shape="case",
    basis="政府督查工作条例（国务院令第733号）",
    says="县级以上政府依条例开展的督查：方案、通知、督查、结论、反馈、整改、核查、追责建议，逐步办理。",
    title="topic",
    happened="set_up",
    face=("begun", "concluded", "checked"),
    fields=(
        Field(
            key="topic",
            label="督查题目",
            required=True,
            examples=("惠企政策落实情况督查", "政务服务事项办理情况督查"),
        ),
        Field(
            key="planned",
            label="年度计划",
            kind="reference",
            refers_to="supervision.inspection_plan",
        ),
        Field(key="set_up", label="立项日期", kind="date", required=True),
        Field(key="approved_by", label="批准机关", required=True, examples=("某县人民政府",)),
        Field(
            key="content",
            label="督查内容",
            kind="long_text",
            source=GOVERNMENT_INSPECTION.article("第十五条"),
        ),
        SUBJECTS,
        Field(
            key="reach",
            label="督查范围",
            kind="long_text",
            source=GOVERNMENT_INSPECTION.article("第十五条"),
        ),
        TEAM,
        Field(key="methods", label="督查方式", kind="choice", several=True, choices=METHODS),
        Field(key="plan_approved", label="方案批准日期", kind="date"),
        Field(
            key="trained",
            label="督查人员培训日期",
            kind="date",
            source=GOVERNMENT_INSPECTION.article("第十五条"),
        ),
        Field(key="notified", label="通知日期", kind="date"),
        Field(key="begun", label="督查开始日期", kind="date"),
        Field(key="ended", label="督查结束日期", kind="date"),
        Field(
            key="findings_made",
            label="发现问题数",
            kind="integer",
            counts=Counted(register="supervision.finding", by="government_inspection"),
            help="由系统计数：问题整改台账里选择了这次督查的。",
        ),
        Field(key="concluded", label="作出结论日期", kind="date"),
        Field(
            key="conclusion",
            label="督查结论",
            kind="long_text",
            source=GOVERNMENT_INSPECTION.article("第十六条"),
        ),
        Field(
            key="fed_back",
            label="反馈日期",
            kind="date",
            source=GOVERNMENT_INSPECTION.article("第十六条"),
        ),
        Field(key="rectify_until", label="应整改完成日期", kind="date"),
        Field(
            key="rectified",
            label="收到整改报告日期",
            kind="date",
            source=GOVERNMENT_INSPECTION.article("第十八条"),
        ),
        Field(key="checked", label="核查日期", kind="date"),
        Field(key="check_result", label="核查结果", kind="long_text"),
        Field(
            key="accountability",
            label="追责建议",
            kind="long_text",
            help="写单位和事由，不写个人姓名。",
            source=GOVERNMENT_INSPECTION.article("第二十一条"),
        ),
        Field(key="accountability_approved", label="追责建议批准日期", kind="date"),
        Field(key="handed_over", label="移交日期", kind="date"),
        Field(key="handed_to", label="有权机关", examples=("某县监察委员会",)),
        Field(key="sent_back", label="责令继续整改日期", kind="date"),
        Field(
            key="settled",
            label="有效整改报告日期",
            kind="date",
            computed=standing("rectified", "sent_back"),
            help="责令继续整改以后，再收到的报告才算。",
        ),
        Field(key="closed", label="归档日期", kind="date"),
        Field(key="result", label="督查情况报告", kind="attachments"),
    ),
    entered_by=("inspector", "coordinator"),
    named_across=True,
    procedure=Procedure(
        states=(
            State(key="set_up", label="已立项"),
            State(key="planned", label="方案已批准"),
            State(key="notified", label="已通知"),
            State(key="held", label="督查已结束"),
            State(key="concluded", label="已作结论"),
            State(key="rectifying", label="整改中"),
            State(key="checked", label="已核查"),
            State(key="closed", label="已归档", final=True),
        ),
        steps=_STEPS,
    ),
    due_dates=(
        DueDate(key="rectification", label="督查整改", until="rectify_until", ends="settled"),
    ),
    checks=(
        Check(
            field="notified",
            says="立项、方案、通知、督查、结论、反馈的日期前后颠倒。",
            holds=in_order(
                "set_up", "plan_approved", "notified", "begun", "ended", "concluded", "fed_back"
            ),
        ),
        Check(
            field="rectify_until",
            says="应整改完成日期不能早于反馈日期。",
            holds=in_order("fed_back", "rectify_until"),
        ),
        Check(
            field="handed_over",
            says="追责建议批准以后才移交。",
            holds=where(filled("handed_over"), in_order("accountability_approved", "handed_over")),
        ),
    ),
)

REVIEW = Register(
    key="inspection_review",
    label="督查结论复核",
    shape="case",
    basis="政府督查工作条例（国务院令第733号）",
    says="督查对象不服督查结论申请的复核：收到结论三十日内申请，收到申请三十日内决定。",
    title="matter",
    happened="received",
    face=("requested", "decided", "decision"),
    fields=(
        Field(
            key="matter",
            label="申请复核的事项",
            required=True,
            examples=("对惠企政策督查结论的异议",),
        ),
        Field(
            key="inspection",
            label="政府督查",
            kind="reference",
            refers_to="supervision.government_inspection",
            required=True,
        ),
        Field(key="applicant", label="申请单位", kind="unit", required=True),
        Field(
            key="conclusion_received",
            label="收到督查结论日期",
            kind="date",
            required=True,
            source=GOVERNMENT_INSPECTION.article("第十七条"),
        ),
        Field(key="requested", label="申请日期", kind="date", required=True),
        Field(key="received", label="收到申请日期", kind="date", required=True),
        Field(key="reasons", label="异议理由", kind="long_text", required=True),
        Field(
            key="decided",
            label="复核决定日期",
            kind="date",
            source=GOVERNMENT_INSPECTION.article("第十七条"),
        ),
        Field(
            key="decision",
            label="复核决定",
            kind="choice",
            choices=(
                Choice(key="upheld", label="维持结论"),
                Choice(key="changed", label="变更结论"),
                Choice(key="withdrawn", label="撤销结论"),
            ),
        ),
        Field(key="decision_reasons", label="决定理由", kind="long_text"),
    ),
    entered_by=("inspector", "coordinator"),
    procedure=Procedure(
        states=(
            State(key="received", label="已收到申请"),
            State(key="decided", label="已决定", final=True),
        ),
        steps=(
            Step(
                key="decide",
                label="作出复核决定",
                comes_from=("received",),
                leads_to="decided",
                by=("leader", "coordinator"),
                requires=("decided", "decision", "decision_reasons"),
                document="督查复核决定",
                source=GOVERNMENT_INSPECTION.article("第十七条"),
            ),
        ),
    ),
    clocks=(
        RegisterClock(clock="review_request", of_others=True),
        RegisterClock(clock="review_decision"),
    ),
    checks=(
        Check(
            field="received",
            says="收到结论、申请、收到申请、决定的日期前后颠倒。",
            holds=in_order("conclusion_received", "requested", "received", "decided"),
        ),
    ),
)
