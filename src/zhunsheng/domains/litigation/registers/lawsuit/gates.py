"""What the law wants before a step of a lawsuit may be taken, gate by gate with its article."""

from zhunsheng.domains.litigation.registers.lawsuit.fields import SETTLED
from zhunsheng.domains.litigation.registers.shared import (
    among,
    appearance,
    article,
    filled,
    interpretation,
    where,
)
from zhunsheng.engine.registers.procedures import Gate, Values


def _absent(lawsuit: Values) -> bool:
    return lawsuit.get("head_attended") is not True


NO_SELF_COLLECTION = Gate(
    key="no_self_collected_evidence",
    needs="诉讼期间不得自行向原告、第三人和证人收集证据，请撤下这些证据再提交。",
    open_when=lambda lawsuit: not lawsuit.get("self_collected"),
    source=article("第三十五条"),
)

HEARING = (
    Gate(
        key="head_named",
        needs="负责人出庭的，须写明姓名和职务类别。",
        open_when=where(
            filled("head_attended"),
            lambda lawsuit: bool(lawsuit.get("head_name") and lawsuit.get("head_post")),
        ),
        source=appearance("第二条"),
    ),
    Gate(
        key="head_speaks",
        needs="负责人出庭应当就实质化解争议发表意见。",
        open_when=where(filled("head_attended"), filled("spoke")),
        source=appearance("第十一条"),
    ),
    Gate(
        key="absence_explained",
        needs="负责人应当出庭；不能出庭的，须写明属于哪一种正当事由，没有的如实填写。",
        open_when=where(_absent, filled("absence_ground")),
        source=appearance("第八条"),
    ),
    Gate(
        key="absence_proved",
        needs="有正当理由不能出庭的，须提交盖章或者主要负责人签字的证明材料。",
        open_when=where(
            lambda lawsuit: (
                _absent(lawsuit)
                and lawsuit.get("absence_ground") in {"force_majeure", "accident", "duty", "other"}
            ),
            filled("absence_proof"),
        ),
        source=appearance("第九条"),
    ),
    Gate(
        key="not_only_a_lawyer",
        needs="负责人不能出庭的，应当委托本机关相应的工作人员，不能只委托律师。",
        open_when=where(_absent, filled("staff_sent")),
        source=interpretation("第一百二十八条"),
    ),
)

JUDGMENT = (
    Gate(
        key="mediation_allowed",
        needs="行政案件不适用调解，赔偿、补偿和行使裁量权的案件除外。",
        open_when=where(
            among("outcome", {"mediated"}), among("mediable", {"compensation", "discretion"})
        ),
        source=article("第六十条"),
    ),
    Gate(
        key="withdrawal_ruled",
        needs="撤诉由法院裁定是否准许，文书种类应为裁定书。",
        open_when=where(among("outcome", {"withdrawn"}), among("paper", {"ruling"})),
        source=article("第六十二条"),
    ),
)

MAY_BE_APPEALED = (
    Gate(
        key="judged_in_first_instance",
        needs="一审裁判才能上诉；二审判决是终审判决。",
        open_when=among("instance", {"first"}),
        source=article("第八十五条"),
    ),
    Gate(
        key="not_settled",
        needs="准许撤诉、调解结案的不按上诉办理。",
        open_when=lambda lawsuit: lawsuit.get("outcome") not in SETTLED,
        source=article("第八十五条"),
    ),
)

NOT_THE_SAME_ACT = Gate(
    key="not_the_same_act",
    needs="判决重作的，不能以同一事实和理由作出基本相同的行为。",
    open_when=lambda lawsuit: not lawsuit.get("same_act"),
    source=article("第七十一条"),
)

CLOSING = (
    Gate(
        key="performed",
        needs="判决确定的义务还没有履行，先登记履行。",
        open_when=where(
            lambda lawsuit: bool(
                lawsuit.get("performance_until")
                or lawsuit.get("outcome") in {"perform", "pay", "agreement"}
            ),
            lambda lawsuit: bool(lawsuit.get("performed")),
        ),
        source=article("第九十六条"),
    ),
)
