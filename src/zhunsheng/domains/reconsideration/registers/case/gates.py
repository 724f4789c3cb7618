"""What the law wants before a step of a case may be taken, gate by gate with its article."""

from zhunsheng.domains.reconsideration.registers.case.decision import (
    AGAINST_SILENCE,
    WITH_COMPENSATION,
)
from zhunsheng.domains.reconsideration.registers.shared import (
    among,
    article,
    filled,
    regulation,
    where,
)
from zhunsheng.engine.registers.procedures import Gate, Predicate, Values

SUMMARY_AMOUNT = 300_000
"""3000元 in 分: up to which a case may be heard in summary (article 53)."""

MANY = 5
"""More applicants than these choose representatives (regulations, article 8)."""


def _one_of(*outcomes: str) -> Predicate:
    return among("outcome", outcomes)


def _represented(case: Values) -> bool:
    chosen = case.get("representatives") or 0
    return (case.get("applicants") or 1) <= MANY or 1 <= chosen <= MANY


def _within_longstop(case: Values) -> bool:
    """Get whether five years, twenty for real estate, have not passed since the act."""
    if not case.get("acted") or not case.get("applied"):
        return True
    acted = case["acted"][:10]
    years = 20 if case.get("real_estate") else 5
    last = f"{int(acted[:4]) + years}{acted[4:]}"
    return bool(case["applied"][:10] <= last)


def _summary_is_allowed(case: Values) -> bool:
    ground = case.get("summary_ground")
    if ground == "amount":
        return case.get("amount") is not None and case["amount"] <= SUMMARY_AMOUNT
    return ground == "consent" or (ground == "other" and bool(case.get("summary_reasons")))


def _panel(case: Values) -> bool:
    return bool(case.get("presider") and case.get("recorder")) and (case.get("hearers") or 0) >= 2


def _head_or_staff(case: Values) -> bool:
    if case.get("head_attended"):
        return bool(case.get("head_name"))
    return bool(case.get("absence_reasons") and case.get("staff_sent"))


def _committee_heard(case: Values) -> bool:
    return not set(case.get("committee_grounds") or ()) - {"none"} or bool(
        case.get("committee_opinion")
    )


IS_ORDINARY = among("track", {"ordinary"})
IS_SUMMARY = among("track", {"summary"})

ASKED_ONCE = Gate(
    key="asked_once",
    needs="补正只能一次性通知，本件已经通知过补正。",
    open_when=lambda case: not case.get("corrected"),
    source=article("第三十一条"),
)
NO_GOOD_CAUSE = Gate(
    key="no_good_cause",
    needs="有正当理由不能按期补正的，延长补正期限，不能视为放弃。",
    open_when=filled("without_cause"),
    source=article("第三十一条"),
)

ACCEPTANCE = (
    Gate(
        key="within_jurisdiction",
        needs="不属于本机关管辖的不能受理，办理“不予受理”并告知有管辖权的复议机关。",
        open_when=lambda case: case.get("respondent_kind") != "elsewhere",
        source=article("第二十四条"),
    ),
    Gate(
        key="not_settled_before",
        needs="和解后撤回申请的，不能以同一事实和理由再申请，办理“不予受理”。",
        open_when=lambda case: not case.get("settled_before"),
        source=article("第七十四条"),
    ),
    Gate(
        key="within_longstop",
        needs="行为作出超过5年（不动产20年）的，不能受理，办理“不予受理”。",
        open_when=_within_longstop,
        source=article("第二十一条"),
    ),
    Gate(
        key="represented",
        needs="申请人超过5人的，须推选1至5名代表，请填写推选代表人数。",
        open_when=_represented,
        source=regulation("第八条"),
    ),
    Gate(
        key="summary_allowed",
        needs="不符合简易程序的条件：款额3000元以下、各方同意，或者写明第一款的其他情形；否则走普通程序。",
        open_when=where(IS_SUMMARY, _summary_is_allowed),
        source=article("第五十三条"),
    ),
    Gate(
        key="major_is_ordinary",
        needs="重大、疑难、复杂的案件应当组织听证，不能走简易程序，请改为普通程序。",
        open_when=where(IS_SUMMARY, lambda case: not case.get("major")),
        source=article("第五十条"),
    ),
)

REFUSAL = (
    Gate(
        key="competent_organ_told",
        needs="不属于本机关管辖的，须在决定中告知有管辖权的行政复议机关。",
        open_when=where(among("respondent_kind", {"elsewhere"}), filled("competent_organ")),
        source=article("第三十条"),
    ),
)

ANSWER = (
    Gate(
        key="no_self_collected_evidence",
        needs="被申请人在复议期间自行收集的证据不能作为依据，须先排除。",
        open_when=where(filled("self_collected"), filled("self_collected_excluded")),
        source=article("第四十六条"),
    ),
)

INVESTIGATION = (
    Gate(
        key="two_investigators",
        needs="调查取证的复议人员不得少于两人。",
        open_when=lambda case: (case.get("investigators") or 0) >= 2,
        source=article("第四十五条"),
    ),
    Gate(
        key="papers_shown",
        needs="调查取证应当出示行政复议工作证件。",
        open_when=filled("papers_shown"),
        source=article("第四十五条"),
    ),
)

STAY = (
    Gate(
        key="stay_told",
        needs="中止审理须书面告知当事人，请填写告知日期。",
        open_when=filled("suspension_told"),
        source=article("第三十九条"),
    ),
    Gate(
        key="stayed_once",
        needs="本件因这类情形中止并恢复过；中止应当等到原因消除再恢复，一件只记一次。",
        open_when=lambda case: not case.get("resumed"),
        source=article("第三十九条"),
    ),
)
RESUMPTION = (
    Gate(
        key="resumption_told",
        needs="恢复审理须书面告知当事人，请填写告知日期。",
        open_when=filled("resumption_told"),
        source=article("第三十九条"),
    ),
)
MEDIATION_STAY = (
    Gate(
        key="both_agree",
        needs="申请人和被申请人都同意的，才能因调解、和解中止。",
        open_when=filled("both_agree"),
        source=article("第三十九条"),
    ),
    Gate(
        key="mediated_once",
        needs="本件因调解中止并恢复过；调解仍可以进行，但不再中止审理期限。",
        open_when=lambda case: not case.get("mediating_to"),
        source=article("第三十九条"),
    ),
)
REVIEW_STAY = (
    Gate(
        key="review_asked",
        needs="申请人请求审查规范性文件的，才因附带审查中止。",
        open_when=filled("asks_document_review"),
        source=article("第五十六条"),
    ),
    Gate(
        key="reviewed_once",
        needs="附带审查已经有结果，不再为此中止。",
        open_when=lambda case: not case.get("reviewing_to"),
        source=article("第三十九条"),
    ),
)

ONLY_SUMMARY_IS_CONVERTED = Gate(
    key="now_ordinary",
    needs="转程序以后审理程序应为普通程序。",
    open_when=IS_ORDINARY,
    source=article("第五十五条"),
)
ONLY_ORDINARY_IS_EXTENDED = Gate(
    key="ordinary_only",
    needs="简易程序不能延长；不宜适用简易程序的，经批准转为普通程序。",
    open_when=IS_ORDINARY,
    source=article("第六十二条"),
)

HEARING = (
    Gate(
        key="panel",
        needs="听证由1名主持人、2名以上听证员和1名记录员组成。",
        open_when=_panel,
        source=article("第五十条"),
    ),
    Gate(
        key="head_or_reasons",
        needs="被申请人的负责人应当参加听证；不能参加的，须写明理由和委托的工作人员。",
        open_when=_head_or_staff,
        source=article("第五十一条"),
    ),
)

DRAFT = (
    Gate(
        key="parties_heard",
        needs="普通程序须听取当事人的意见并记录，先办理“听取意见”。",
        open_when=where(IS_ORDINARY, lambda case: bool(case.get("heard") or case.get("hearing"))),
        source=article("第四十九条"),
    ),
    Gate(
        key="hearing_held",
        needs="重大、疑难、复杂的案件应当组织听证，先举行听证。",
        open_when=where(filled("major"), lambda case: bool(case.get("presider"))),
        source=article("第五十条"),
    ),
    Gate(
        key="committee_heard",
        needs="属于应当提请行政复议委员会咨询的情形，先取得咨询意见。",
        open_when=_committee_heard,
        source=article("第五十二条"),
    ),
    Gate(
        key="document_reviewed",
        needs="申请人请求审查规范性文件的，先写明附带审查结果。",
        open_when=where(filled("asks_document_review"), filled("document_review")),
        source=article("第五十六条"),
    ),
    Gate(
        key="silence_counts",
        needs="被申请人没有答复举证，视为没有证据、依据，不能维持；应当撤销、确认违法或者无效、责令履行。",
        open_when=where(filled("answer_lapsed"), _one_of(*AGAINST_SILENCE)),
        source=article("第七十条"),
        skippable=True,
    ),
    Gate(
        key="not_worse",
        needs="变更决定不能对申请人更为不利，第三人提出相反请求的除外。",
        open_when=where(
            _one_of("change"),
            lambda case: not case.get("worse") or bool(case.get("third_party_opposed")),
        ),
        source=article("第六十三条"),
    ),
    Gate(
        key="dismissal_reasoned",
        needs="驳回申请的，须写明不符合哪一项受理条件。",
        open_when=where(_one_of("dismiss"), filled("reasons")),
        source=article("第三十三条"),
    ),
    Gate(
        key="compensation_decided",
        needs="一并请求赔偿的，决定时须同时写明赔偿请求的处理。",
        open_when=where(
            lambda case: bool(
                case.get("asks_compensation") and case.get("outcome") in WITH_COMPENSATION
            ),
            filled("compensation"),
        ),
        source=article("第七十二条"),
    ),
    Gate(
        key="term_to_perform",
        needs="责令履行的，须写明履行期限。",
        open_when=where(_one_of("perform"), filled("performance_until")),
        source=article("第六十六条"),
    ),
    Gate(
        key="a_decision",
        needs="调解的办理“调解结案”，终止的办理“终止”，不拟写决定。",
        open_when=lambda case: case.get("outcome") not in {"mediated", "terminated"},
        source=article("第六十一条"),
    ),
)

MEDIATION = (
    Gate(
        key="voluntary",
        needs="调解须合法、自愿，请确认各方自愿且内容合法。",
        open_when=filled("voluntary"),
        source=article("第五条"),
    ),
    Gate(
        key="signed_and_sealed",
        needs="调解书经各方签字或者签章并加盖复议机关印章，才生效。",
        open_when=lambda case: bool(case.get("all_signed") and case.get("sealed")),
        source=article("第七十三条"),
    ),
    Gate(
        key="outcome_mediated",
        needs="结果应为“调解”。",
        open_when=_one_of("mediated"),
        source=article("第七十三条"),
    ),
)

TERMINATION = (
    Gate(
        key="withdrawal_allowed",
        needs="撤回申请的，须复议机构准予撤回才终止。",
        open_when=where(
            among("termination_ground", {"withdrawn", "settled"}), filled("withdrawal_allowed")
        ),
        source=article("第七十四条"),
    ),
    Gate(
        key="ground_of_sixty_days",
        needs="只有因第三十九条第一款第一、二、四项中止的，满60日才终止；其他中止等原因消除后恢复审理。",
        open_when=where(
            among("termination_ground", {"stayed_60"}),
            lambda case: (
                case.get("suspension_ground") in {"item_1", "item_2", "item_4"}
                and not case.get("resumed")
            ),
        ),
        source=article("第四十一条"),
    ),
    Gate(
        key="outcome_terminated",
        needs="结果应为“终止”。",
        open_when=_one_of("terminated"),
        source=article("第四十一条"),
    ),
)

NOT_YET_PERFORMED = Gate(
    key="not_performed",
    needs="被申请人已经履行，不必责令限期履行。",
    open_when=lambda case: not case.get("performed"),
    source=article("第七十七条"),
)

CLOSING = (
    Gate(
        key="copied_to_superior",
        needs="以本级政府部门为被申请人的，生效的决定书须抄告其上一级主管部门，先办理“抄告”。",
        open_when=where(
            lambda case: (
                case.get("respondent_kind") == "department" and case.get("outcome") != "mediated"
            ),
            filled("copied"),
        ),
        source=article("第七十九条"),
    ),
    Gate(
        key="published_or_why_not",
        needs="决定书按规定向社会公开；不公开的，写明理由。",
        open_when=where(
            lambda case: case.get("outcome") != "mediated",
            lambda case: bool(case.get("published") or case.get("unpublished_reasons")),
        ),
        source=article("第七十九条"),
    ),
    Gate(
        key="performed_or_ordered",
        needs="需要履行的决定、调解书还没有履行，先登记履行，或者责令限期履行。",
        open_when=where(
            lambda case: (
                case.get("outcome") in {"perform", "mediated", "agreement"}
                or bool(case.get("redo_ordered"))
            ),
            lambda case: bool(case.get("performed") or case.get("performance_ordered")),
        ),
        source=article("第七十七条"),
    ),
)
