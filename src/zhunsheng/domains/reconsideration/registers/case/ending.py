"""How a case ends, and what follows: decision, mediation, termination, service and performance."""

from zhunsheng.domains.reconsideration.registers.case import gates
from zhunsheng.domains.reconsideration.registers.shared import article
from zhunsheng.engine.registers.procedures import Step

STAYED = ("suspended", "mediating", "reviewing")

DECISION = (
    Step(
        key="draft",
        label="拟写决定",
        comes_from=("hearing",),
        leads_to="drafted",
        requires=("outcome", "findings", "basis"),
        asks=(
            *("reasons", "worse", "third_party_opposed", "redo_ordered", "performance_until"),
            *("compensation", "document_review"),
        ),
        document="决定书（稿）",
        source=article("第六十一条"),
        gates=gates.DRAFT,
    ),
    Step(
        key="send_back",
        label="退回修改",
        comes_from=("drafted",),
        leads_to="hearing",
        by=("approver",),
    ),
    Step(
        key="decide",
        label="审批并作出决定",
        comes_from=("drafted",),
        leads_to="decided",
        by=("approver",),
        requires=("approved_how", "decided", "decision_number"),
        asks=("decision",),
        document="复议决定书",
        source=article("第六十一条"),
        approves=True,
    ),
    Step(
        key="mediate",
        label="调解结案",
        comes_from=("hearing", "mediating"),
        leads_to="effective",
        requires=("outcome", "mediated"),
        asks=(
            *("voluntary", "all_signed", "sealed", "mediating_to"),
            *("performance_until", "decision"),
        ),
        document="复议调解书",
        source=article("第七十三条"),
        gates=gates.MEDIATION,
    ),
    Step(
        key="terminate",
        label="终止",
        comes_from=("accepted", "answering", "hearing", *STAYED),
        leads_to="terminated",
        by=("approver",),
        requires=("outcome", "terminated", "termination_ground", "termination_reasons"),
        asks=("withdrawal_allowed",),
        document="终止通知书",
        source=article("第四十一条"),
        gates=gates.TERMINATION,
    ),
)

AFTERWARDS = (
    Step(
        key="deliver",
        label="送达",
        comes_from=("decided",),
        leads_to="effective",
        requires=("delivered",),
        document="送达回证",
        source=article("第七十五条"),
    ),
    Step(
        key="copy",
        label="抄告",
        comes_from=("effective",),
        leads_to="effective",
        requires=("copied_to", "copied"),
        document="抄告函",
        source=article("第七十九条"),
    ),
    Step(
        key="publish",
        label="公开决定书",
        comes_from=("effective",),
        leads_to="effective",
        asks=("published", "unpublished_reasons"),
        source=article("第七十九条"),
    ),
    Step(
        key="record_performance",
        label="登记履行",
        comes_from=("effective",),
        leads_to="effective",
        requires=("performed",),
        source=article("第七十七条"),
    ),
    Step(
        key="order_performance",
        label="责令限期履行",
        comes_from=("effective",),
        leads_to="effective",
        by=("approver",),
        requires=("performance_ordered",),
        asks=("performance_measures",),
        document="责令履行通知书",
        source=article("第七十七条"),
        gates=(gates.NOT_YET_PERFORMED,),
    ),
    Step(
        key="note_suit",
        label="登记被提起诉讼",
        comes_from=("effective",),
        leads_to="effective",
        requires=("sued",),
        asks=("lawsuit",),
    ),
    Step(
        key="return_to_maker",
        label="反馈原办单位",
        comes_from=("effective",),
        leads_to="effective",
        requires=("returned",),
        document="复议纠正结果反馈函",
    ),
    Step(
        key="close",
        label="归档",
        comes_from=("effective",),
        leads_to="closed",
        requires=("closed",),
        asks=("returned",),
        source=article("第七十九条"),
        gates=gates.CLOSING,
    ),
)
