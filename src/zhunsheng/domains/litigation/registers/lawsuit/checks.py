"""What the values of a lawsuit must agree with, whenever they are saved."""

from zhunsheng.domains.litigation.registers.lawsuit.fields import LOST
from zhunsheng.domains.litigation.registers.shared import (
    FOR_THE_PRINCIPAL,
    article,
    concerns,
    in_order,
)
from zhunsheng.engine.registers.procedures import Check, Values


def _head_was_due(lawsuit: Values) -> bool:
    """Get whether the appearance has been recorded: somebody came, or an absence was explained."""
    return bool(lawsuit.get("head_attended") or lawsuit.get("absence_ground"))


def _defendant_by_law(lawsuit: Values) -> bool:
    reconsidered, role = lawsuit.get("reconsidered"), lawsuit.get("role")
    if reconsidered == "upheld":
        return bool(lawsuit.get("joint"))
    if reconsidered == "changed":
        return role == "reconsideration" and not lawsuit.get("joint")
    return not (reconsidered == "no" and role == "reconsideration")


def _absence_answered_for(lawsuit: Values) -> bool:
    absent = _head_was_due(lawsuit) and lawsuit.get("head_attended") is not True
    breach = concerns(lawsuit) or lawsuit.get("absence_ground") == "none"
    return not (absent and breach) or bool(lawsuit.get("absence_handling"))


def _principal_came(lawsuit: Values) -> bool:
    if not lawsuit.get("head_attended") or not concerns(lawsuit, FOR_THE_PRINCIPAL):
        return True
    return lawsuit.get("head_post") == "principal" or bool(lawsuit.get("not_principal_reasons"))


def _loss_is_learned_from(lawsuit: Values) -> bool:
    lost = bool(lawsuit.get("closed")) and lawsuit.get("outcome") in LOST
    return not lost or bool(lawsuit.get("loss_cause") and lawsuit.get("loss_measures"))


CHECKS = (
    Check(
        field="role",
        says="复议维持的，原机关和复议机关为共同被告；复议改变的，复议机关单独为被告。",
        holds=_defendant_by_law,
        source=article("第二十六条"),
    ),
    Check(
        field="reconsideration",
        says="经过复议的，请选择复议案件；未经复议的不填。",
        holds=lambda lawsuit: (
            lawsuit.get("reconsidered") != "no" or not lawsuit.get("reconsideration")
        ),
    ),
    Check(
        field="absence_handling",
        says="重大关注案件负责人出庭不得缺席；缺席的，或者没有正当理由缺席的，须写明怎样处理。",
        holds=_absence_answered_for,
    ),
    Check(
        field="not_principal_reasons",
        says="生态环境保护、重大安全生产事故、社会高度关注的案件原则上由正职出庭；由其他负责人出庭的，写明理由。",
        holds=_principal_came,
    ),
    Check(
        field="judged",
        says="收到副本、裁判、送达、生效的日期前后颠倒。",
        holds=lambda lawsuit: in_order(
            lawsuit, "served", "judged", "judgment_served", "effective", "closed"
        ),
    ),
    Check(
        field="loss_cause",
        says="败诉案件归档前，须写明败诉原因和以案促改的措施。",
        holds=_loss_is_learned_from,
    ),
)
