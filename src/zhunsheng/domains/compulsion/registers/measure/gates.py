"""What the Compulsion Law asks before a step of a measure."""

from zhunsheng.domains.compulsion.instruments import THREE_SYSTEMS
from zhunsheng.domains.compulsion.registers.measure.vocabulary import SEIZURES
from zhunsheng.domains.compulsion.registers.shared import (
    ITEM_GATES,
    RECORDED,
    SOMEWHERE,
    among,
    article,
    filled,
    filmed,
)
from zhunsheng.engine.registers.procedures import Gate

_IS_SEIZURE = among("kind", SEIZURES)
_IS_FREEZE = among("kind", {"freeze"})

EXECUTION = (
    Gate(
        key="approved_first",
        needs="实施以前应当报负责人批准；情况紧急需要当场实施的，请在登记时写明。",
        open_when=lambda measure: bool(measure.get("approved") or measure.get("urgent")),
        source=article("第十八条"),
    ),
    *ITEM_GATES,
    Gate(
        key="not_delegated",
        needs="行政强制措施权不得委托，应当由本机关的执法人员实施。",
        open_when=filled("by_itself"),
        source=article("第十七条"),
    ),
    Gate(
        key="two_officers",
        needs="执法人员不少于两名，证件都要有效。",
        open_when=lambda measure: (measure.get("fit_officers") or 0) >= 2,
        source=article("第十八条"),
    ),
    Gate(
        key="certificate_shown",
        needs="实施时应当主动出示执法证件。",
        open_when=filled("certificate_shown"),
        source=THREE_SYSTEMS.article("二（五）"),
    ),
    Gate(
        key="notified",
        needs="应当通知当事人到场。",
        open_when=filled("notified"),
        source=SOMEWHERE,
    ),
    Gate(
        key="scene_record",
        needs="应当制作现场笔录。",
        open_when=filled("scene_record"),
        source=article("第十八条"),
    ),
    Gate(
        key="listed",
        needs="查封、扣押的，应当当场列出清单。",
        open_when=lambda measure: not _IS_SEIZURE(measure) or bool(measure.get("things")),
        source=SOMEWHERE,
    ),
    filmed(_IS_SEIZURE, "查封、扣押应当全程录像；请在全过程记录里写明。"),
)
URGENT = Gate(
    key="urgent",
    needs="情况紧急当场实施的，才补办批准；其他的先批准再实施。",
    open_when=filled("urgent"),
    source=article("第十九条"),
)
FROZEN = Gate(
    key="frozen",
    needs="冻结存款、汇款的才交付冻结决定书。",
    open_when=_IS_FREEZE,
    source=article("第三十一条"),
)
BANK_LIFTS = Gate(
    key="frozen",
    needs="只有冻结逾期没有处理的，由金融机构自期满之日起解除；查封、扣押由本机关解除。",
    open_when=_IS_FREEZE,
    source=article("第三十三条"),
)
TEST_TOLD = Gate(
    key="test_told",
    needs="检测、检验、检疫或者鉴定的期间应当明确，并书面告知当事人。",
    open_when=filled("test_told"),
    source=article("第二十五条"),
)
EXTENSION_TOLD = Gate(
    key="extension_told",
    needs="延长查封、扣押的，应当及时书面告知当事人并说明理由。",
    open_when=lambda measure: not _IS_SEIZURE(measure) or bool(measure.get("extension_told")),
    source=article("第二十五条"),
)
REPORTED = Gate(
    key="reported",
    needs="当场实施的，应当先向负责人报告。",
    open_when=lambda measure: not measure.get("urgent") or bool(measure.get("reported")),
    source=article("第十九条"),
)
ENDORSED = Gate(
    key="endorsed",
    needs="当场实施的还没有补办批准；负责人认为不应当采取的，应当立即解除。",
    open_when=lambda measure: not measure.get("urgent") or measure.get("endorsement") == "approved",
    source=article("第十九条"),
)
NOTHING_TO_LIFT = Gate(
    key="nothing_to_lift",
    needs="符合解除情形的，应当及时解除，不能作其他处理。",
    open_when=lambda measure: not measure.get("must_be_lifted"),
    source=article("第二十八条"),
)
CLOSING = (
    Gate(
        key="returned",
        needs="解除查封、扣押的，应当立即退还财物。",
        open_when=lambda measure: bool(
            not measure.get("lifted") or not _IS_SEIZURE(measure) or measure.get("returned")
        ),
        source=article("第二十八条"),
    ),
    Gate(
        key="delivered",
        needs="冻结决定书还没有交付当事人。",
        open_when=lambda measure: not _IS_FREEZE(measure) or bool(measure.get("delivered")),
        source=article("第三十一条"),
    ),
    RECORDED,
)
