"""What the law wants before a step of a request may be taken, gate by gate with its article."""

from collections.abc import Collection

from zhunsheng.domains.openness.official_vocabulary import GRANTED, REFUSED
from zhunsheng.domains.openness.registers.shared import article
from zhunsheng.engine.registers.procedures import Gate, Predicate, Values

ABSOLUTE = frozenset({"state_secret", "forbidden_by_law", "endangering"})
"""Findings under which nothing is disclosed (article 14)."""

INTERNAL = frozenset({"internal_affairs", "in_process", "case_files"})
"""Outcomes that article 16 allows, unless another law wants the information published."""


def _outcome(outcomes: Collection[str], holds: Predicate) -> Predicate:
    """Get what must hold where a request is answered in one of some ways."""
    return lambda request: request.get("outcome") not in outcomes or holds(request)


def _filled(key: str) -> Predicate:
    return lambda request: bool(request.get(key))


def _is_after(key: str, limit: str) -> Predicate:
    """Get whether a date is there and comes after a limit that is there."""
    return lambda request: bool(
        request.get(key) and request.get(limit) and request[key] > request[limit]
    )


def _heard_and_refused(request: Values) -> bool:
    return bool(request.get("reasons_asked")) and request.get("reasons_accepted") is not True


IS_EXCESSIVE = _filled("excessive")

ASKED_ONCE = Gate(
    key="asked_once",
    needs="补正只能一次性告知，本件已经告知过补正。",
    open_when=lambda request: not request.get("corrected"),
    source=article("第三十条"),
)

ABANDONMENT = (
    Gate(
        key="correction_expired",
        needs="补正期限还没有届满，不能视为放弃。",
        open_when=_is_after("abandoned", "correction_until"),
        source=article("第三十条"),
    ),
    Gate(
        key="no_good_cause",
        needs="申请人有正当理由的，不能视为放弃。",
        open_when=_filled("without_cause"),
        source=article("第三十条"),
    ),
    Gate(
        key="outcome_not_corrected",
        needs="答复类别应为“无正当理由逾期不补正”。",
        open_when=lambda request: request.get("outcome") == "not_corrected",
        source=article("第三十条"),
    ),
)

REASONS_MAY_BE_ASKED = Gate(
    key="reasons_may_be_asked",
    needs="申请数量、频次明显超过合理范围的，才能要求说明理由。",
    open_when=IS_EXCESSIVE,
    source=article("第三十五条"),
)

POSTPONEMENT = (
    Gate(
        key="reasons_are_good",
        needs="要求说明理由并认为理由合理的，才能确定延迟答复的期限。",
        open_when=lambda request: request.get("reasons_accepted") is True,
        source=article("第三十五条"),
    ),
    Gate(
        key="postponed_forward",
        needs="延迟答复的截止日期应在告知日期之后。",
        open_when=_is_after("postponed_to", "postponed_on"),
        source=article("第三十五条"),
    ),
)

THIRD_PARTY_CONCERNED = Gate(
    key="third_party_concerned",
    needs="涉及第三方权益的，才征求第三方意见。",
    open_when=_filled("touches_third_party"),
    source=article("第三十二条"),
)

THIRD_PARTY_ONCE = Gate(
    key="third_party_once",
    needs="第三方意见已经收到；有几个第三方的，一并征求。",
    open_when=lambda request: not request.get("consultation_ended"),
    source=article("第三十二条"),
)

ORGAN_ONCE = Gate(
    key="organ_once",
    needs="其他机关的意见已经收到；有几个机关的，一并征求。",
    open_when=lambda request: not request.get("organ_answered"),
    source=article("第三十四条"),
)

MAY_CHARGE = Gate(
    key="may_charge",
    needs="提供信息不收费；只有数量、频次明显超过合理范围的，才可以收信息处理费。",
    open_when=IS_EXCESSIVE,
    source=article("第四十二条"),
)

NON_PAYMENT = (
    Gate(
        key="fee_expired",
        needs="缴费期限还没有届满，不能不再处理。",
        open_when=_is_after("fee_lapsed", "fee_until"),
        source=article("第四十二条"),
    ),
    Gate(
        key="outcome_fee_unpaid",
        needs="答复类别应为“逾期未按收费通知要求缴纳费用”。",
        open_when=lambda request: request.get("outcome") == "fee_unpaid",
        source=article("第四十二条"),
    ),
)

ANSWER = (
    Gate(
        key="reviewed_for_secrecy",
        needs="公开之前须作保密审查。",
        open_when=_outcome(GRANTED, _filled("secrecy_reviewed")),
        source=article("第十七条"),
    ),
    Gate(
        key="absolute_exemption",
        needs="审查发现国家秘密、法律行政法规禁止公开或者危及“三安全一稳定”的内容，不能全部公开。",
        open_when=_outcome(
            {"granted"}, lambda request: not ABSOLUTE & set(request.get("findings") or ())
        ),
        source=article("第十四条"),
    ),
    Gate(
        key="third_party_heard",
        needs="涉及第三方权益的，须先书面征求第三方意见。",
        open_when=lambda request: (
            not request.get("touches_third_party") or bool(request.get("opinion"))
        ),
        source=article("第三十二条"),
    ),
    Gate(
        key="objection_weighed",
        needs="第三方不同意而仍予公开的，须写明不公开将重大影响公共利益的理由。",
        open_when=_outcome(
            GRANTED,
            lambda request: (
                request.get("opinion") != "objects" or bool(request.get("public_interest"))
            ),
        ),
        source=article("第三十二条"),
    ),
    Gate(
        key="consent_respected",
        needs="第三方同意公开的，不能以保护第三方合法权益为由不予公开。",
        open_when=_outcome(
            {"third_party_rights"}, lambda request: request.get("opinion") != "agrees"
        ),
        source=article("第十五条"),
    ),
    Gate(
        key="not_public_by_law",
        needs="法律、法规、规章规定应当公开的，不能作为内部事务、过程性或者执法案卷信息不公开。",
        open_when=_outcome(INTERNAL, lambda request: not request.get("published_by_law")),
        source=article("第十六条"),
    ),
    Gate(
        key="refusal_reasoned",
        needs="不予公开的须说明理由。",
        open_when=_outcome(REFUSED, _filled("reasons")),
        source=article("第三十六条"),
    ),
    Gate(
        key="partial_reasoned",
        needs="部分公开的，须对不予公开的部分说明理由。",
        open_when=_outcome({"partly"}, _filled("reasons")),
        source=article("第三十七条"),
    ),
    Gate(
        key="separated",
        needs="能够区分处理的，应当提供可以公开的部分，不能全部不予公开。",
        open_when=_outcome(REFUSED, lambda request: not request.get("separable")),
        source=article("第三十七条"),
    ),
    Gate(
        key="searched",
        needs="答复不掌握信息的，须写明检索情况。",
        open_when=_outcome({"not_held"}, _filled("search")),
        source=article("第三十六条"),
    ),
    Gate(
        key="processing_explained",
        needs="以需要另行制作、加工、分析为由不提供的，须写明理由。",
        open_when=_outcome({"to_be_made"}, _filled("reasons")),
        source=article("第三十八条"),
    ),
    Gate(
        key="unclear_after_correction",
        needs="以“补正后仍不明确”答复的，须先告知补正并收到补正。",
        open_when=_outcome({"still_unclear"}, _filled("corrected")),
        source=article("第三十条"),
    ),
    Gate(
        key="reasons_heard",
        needs="以“无正当理由大量反复申请”不予处理的，须先要求说明理由，且理由不合理。",
        open_when=_outcome({"excessive"}, _heard_and_refused),
        source=article("第三十五条"),
    ),
    Gate(
        key="correction_lapses_by_its_step",
        needs="逾期不补正的，在“等待补正”时按视为放弃办理。",
        open_when=lambda request: request.get("outcome") != "not_corrected",
        source=article("第三十条"),
    ),
    Gate(
        key="fee_lapses_by_its_step",
        needs="逾期不缴费的，在“等待缴费”时按不再处理办理。",
        open_when=lambda request: request.get("outcome") != "fee_unpaid",
        source=article("第四十二条"),
    ),
)

THIRD_PARTY_TOLD = Gate(
    key="third_party_told",
    needs="第三方不同意而决定公开的，须把公开的内容和理由书面告知第三方。",
    open_when=_outcome(
        GRANTED,
        lambda request: (
            request.get("opinion") != "objects" or bool(request.get("third_party_told"))
        ),
    ),
    source=article("第三十二条"),
)
