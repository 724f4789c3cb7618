"""What the values of a case must agree with, whenever they are saved."""

from zhunsheng.domains.reconsideration.registers.case.decision import CORRECTING
from zhunsheng.domains.reconsideration.registers.shared import article, in_order, is_of_concern
from zhunsheng.engine.registers.procedures import Check, Values


def _decided_in_order(case: Values) -> bool:
    return in_order(case, "accepted", "decided", "delivered", "closed")


def _absence_answered_for(case: Values) -> bool:
    held = bool(case.get("presider"))
    absent = held and case.get("head_attended") is not True
    return not (absent and is_of_concern(case)) or bool(case.get("absence_handling"))


def _of_a_penalty(case: Values) -> bool:
    return not case.get("penalty_case") or case.get("act") == "penalty"


def _returned_before_it_is_closed(case: Values) -> bool:
    corrected = bool(case.get("closed")) and case.get("outcome") in CORRECTING
    return not corrected or bool(case.get("returned"))


CHECKS = (
    Check(
        field="received",
        says="收到申请的日期不能早于申请日期。",
        holds=lambda case: case["received"] >= case["applied"],
    ),
    Check(
        field="decided",
        says="受理、决定、送达、归档的日期前后颠倒。",
        holds=_decided_in_order,
        source=article("第七十五条"),
    ),
    Check(
        field="absence_handling",
        says="重大公共利益、社会高度关注、可能引发群体性事件等案件，负责人参加听证不得缺席；缺席的须写明怎样处理。",
        holds=_absence_answered_for,
    ),
    Check(
        field="intake_until",
        says="“绿色通道”办结日不能早于收到日期。",
        holds=lambda case: not case.get("intake_until") or case["intake_until"] >= case["received"],
    ),
    Check(
        field="penalty_case",
        says="行政行为类别是行政处罚的，才选择处罚案件。",
        holds=_of_a_penalty,
    ),
    Check(
        field="returned",
        says="纠正的案件归档前，须反馈作出行政行为的单位，先办理“反馈原办单位”。",
        holds=_returned_before_it_is_closed,
    ),
)
