"""The way of a measure: approval, execution, its term, how it ends."""

from zhunsheng.domains.compulsion.registers.measure import gates
from zhunsheng.domains.compulsion.registers.shared import article
from zhunsheng.engine.registers.procedures import State, Step

STATES = (
    State(key="requested", label="待批准"),
    State(key="rejected", label="不批准", final=True),
    State(key="approved", label="已批准"),
    State(key="executed", label="强制措施中"),
    State(key="lapsed", label="期满已解除"),
    State(key="lifted", label="已解除"),
    State(key="handled", label="已处理"),
    State(key="closed", label="已结案归档", final=True),
)
_APPROVAL = (
    Step(
        key="approve",
        label="批准",
        comes_from=("requested",),
        leads_to="approved",
        by=("approver",),
        requires=("approved",),
        document="行政强制措施审批表",
        source=article("第十八条"),
        approves=True,
    ),
    Step(
        key="reject",
        label="不批准",
        comes_from=("requested",),
        leads_to="rejected",
        by=("approver",),
        requires=("refused", "refusal"),
        source=article("第十八条"),
        approves=True,
    ),
)
_EXECUTION = (
    Step(
        key="execute",
        label="实施",
        comes_from=("requested", "approved"),
        leads_to="executed",
        requires=("executed", "officers", "decision_number"),
        asks=(
            *("item_explained", "by_itself", "certificate_shown", "notified", "scene_record"),
            *("things", "amount", "records"),
        ),
        document="决定书、清单、现场笔录",
        source=article("第十八条"),
        gates=gates.EXECUTION,
    ),
    Step(
        key="report",
        label="报告负责人、补办批准",
        comes_from=("executed",),
        leads_to="executed",
        by=("approver",),
        requires=("reported", "endorsement"),
        document="行政强制措施审批表",
        source=article("第十九条"),
        gates=(gates.URGENT,),
        approves=True,
    ),
    Step(
        key="deliver",
        label="交付冻结决定书",
        comes_from=("executed",),
        leads_to="executed",
        requires=("delivered",),
        document="冻结决定书",
        source=article("第三十一条"),
        gates=(gates.FROZEN,),
    ),
)
# The head who made up an approval may also extend, handle and lift: officers act in between.
_TERM = (
    Step(
        key="test",
        label="检测、检验、检疫或者鉴定",
        comes_from=("executed",),
        leads_to="executed",
        requires=("test_from",),
        asks=("test_to", "test_told"),
        source=article("第二十五条"),
        gates=(gates.TEST_TOLD,),
    ),
    Step(
        key="extend",
        label="延长期限",
        comes_from=("executed",),
        leads_to="executed",
        by=("approver",),
        requires=("extended_by", "extended_on", "extension_reasons"),
        asks=("extension_told", "test_to"),
        document="延长期限决定书",
        source=article("第二十五条"),
        gates=(gates.EXTENSION_TOLD, gates.ENDORSED),
    ),
)
_END = (
    Step(
        key="handle",
        label="作出处理决定",
        comes_from=("executed",),
        leads_to="handled",
        by=("approver",),
        requires=("handled", "outcome"),
        asks=("must_be_lifted", "test_to"),
        document="处理决定书",
        source=article("第二十五条"),
        gates=(gates.ENDORSED, gates.NOTHING_TO_LIFT),
    ),
    Step(
        key="lift",
        label="解除",
        comes_from=("executed",),
        leads_to="lifted",
        by=("approver",),
        requires=("lifted", "lift_grounds"),
        asks=("test_to",),
        document="解除决定书",
        source=article("第二十八条"),
        gates=(gates.REPORTED,),
    ),
    Step(
        key="lapse",
        label="期满由金融机构解除",
        comes_from=("executed",),
        leads_to="lapsed",
        requires=("lapsed",),
        source=article("第三十三条"),
        gates=(gates.BANK_LIFTS, gates.REPORTED),
    ),
    Step(
        key="close",
        label="结案归档",
        comes_from=("lapsed", "lifted", "handled"),
        leads_to="closed",
        requires=("archived",),
        asks=("returned", "delivered", "records"),
        gates=gates.CLOSING,
    ),
)
STEPS = (*_APPROVAL, *_EXECUTION, *_TERM, *_END)
"""All of them."""
