"""What the law wants before a step of a penalty case may be taken, gate by gate with its article."""

from zhunsheng.domains.penalty.registers.case.vocabulary import ALWAYS_TOLD, EXEMPT, WRITTEN
from zhunsheng.domains.penalty.registers.shared import article, filled, outcome_among, unless
from zhunsheng.engine.registers.procedures import Gate, Predicate, Values


def _punished(holds: Predicate) -> Predicate:
    """Get what must hold where a penalty is imposed."""
    return outcome_among({"penalty"}, holds)


def _not(key: str) -> Predicate:
    return lambda case: not case.get(key)


def _told_all(case: Values) -> bool:
    told = set(case.get("told") or ())
    return told >= ALWAYS_TOLD and ("hearing" in told or not case.get("hearing_due"))


def _in_range_or_reasoned(case: Values) -> bool:
    if case.get("deviation") in {None, "within"}:
        return True
    return bool(case.get("deviation_reasons") and case.get("deviation_approved"))


def _told_of(case: Values) -> bool:
    """Whether the party was told of the penalty that is imposed: its kinds, and no smaller fine."""
    penalties = set(case.get("penalties") or ())
    return bool(
        case.get("informed")
        and penalties
        and penalties <= set(case.get("proposed") or ())
        and (case.get("fine") or 0) <= (case.get("proposed_fine") or 0)
    )


def _fine_not_raised(case: Values) -> bool:
    if not case.get("defended") and not case.get("hearing"):
        return True
    return (case.get("fine") or 0) <= (case.get("proposed_fine") or 0)


def _is_minor_and_harmless(case: Values) -> bool:
    return bool(case.get("minor") and case.get("corrected") and case.get("harm") == "none")


def _is_first_and_slight(case: Values) -> bool:
    slight = case.get("harm") in {"slight", "none"}
    return bool(case.get("is_first") and slight and case.get("corrected"))


def _exempt_with_grounds(case: Values) -> bool:
    if case.get("outcome") == "no_fault":
        return bool(case.get("without_fault"))
    return _is_minor_and_harmless(case) or _is_first_and_slight(case)


def _is_matched(case: Values) -> bool:
    """Whether the list was looked through, and the item that was found is named and in force."""
    if case.get("leniency_check") == "matched":
        return case.get("leniency_kind") not in {None, "lapsed"}
    return case.get("leniency_check") == "none" and not case.get("leniency")


ENOUGH_OFFICERS = Gate(
    key="two_officers",
    needs="办案人员不少于两名，证件都要有效。",
    open_when=lambda case: (case.get("fit_officers") or 0) >= 2,
    source=article("第四十二条"),
)

FILING = (
    Gate(
        key="within_limitation",
        needs="违法行为已经超过追责时效，不再处罚；请按不予立案办理。",
        open_when=filled("within_limitation"),
        source=article("第三十六条"),
    ),
    Gate(
        key="item_published",
        needs="所选事项不是公布在目录里的处罚事项；请先公布，或者另选事项。",
        open_when=filled("item_published"),
        source=article("第三十九条"),
    ),
    ENOUGH_OFFICERS,
    Gate(
        key="recusal_settled",
        needs="回避申请还没有决定。",
        open_when=lambda case: case.get("recusal") != "pending",
        source=article("第四十三条"),
    ),
)

INVESTIGATION = (
    ENOUGH_OFFICERS,
    Gate(
        key="certificate_shown",
        needs="调查、检查时应当主动出示执法证件。",
        open_when=filled("certificate_shown"),
        source=article("第五十五条"),
    ),
    Gate(
        key="evidence_verified",
        needs="证据还没有查证属实；非法取得的证据不能用。",
        open_when=filled("evidence_verified"),
        source=article("第四十六条"),
    ),
    Gate(
        key="monitoring_reviewed",
        needs="电子监控记录未经审核，不能作为证据。",
        open_when=unless(_not("monitored"), filled("monitoring_reviewed")),
        source=article("第四十一条"),
    ),
    Gate(
        key="preservation_handled",
        needs="先行登记保存的证据还没有作出处理决定。",
        open_when=unless(_not("preserved"), filled("preservation_handled")),
        source=article("第五十六条"),
    ),
)

CRIME_SUSPECTED = Gate(
    key="crime_suspected",
    needs="涉嫌犯罪的才移送司法机关；请先在调查终结时写明。",
    open_when=filled("crime_suspected"),
    source=article("第二十七条"),
)

NO_CRIME = Gate(
    key="no_crime_suspected",
    needs="涉嫌犯罪的，应当及时移送司法机关。",
    open_when=_not("crime_suspected"),
    source=article("第二十七条"),
)

IN_RANGE = Gate(
    key="in_range",
    needs="罚款不在裁量基准的幅度以内，须写明理由并经批准。",
    open_when=_in_range_or_reasoned,
    source=article("第三十四条"),
)

NOTICE = (
    NO_CRIME,
    Gate(
        key="told_all",
        needs="告知不全：内容、事实、理由、依据和陈述申辩的权利，可以听证的还有听证的权利。",
        open_when=_told_all,
        source=article("第四十四条"),
    ),
    IN_RANGE,
)

HEARING_MAY_BE_ASKED = Gate(
    key="hearing_may_be_asked",
    needs="拟作的处罚不在可以要求听证的范围内。",
    open_when=filled("hearing_due"),
    source=article("第六十三条"),
)

HEARING = (
    Gate(
        key="host_did_not_investigate",
        needs="听证主持人应当是没有参加本案调查的人员。",
        open_when=_not("host_investigated"),
        source=article("第六十四条"),
    ),
)

REVIEW = (
    Gate(
        key="reviewer_qualified",
        needs="初次从事法制审核的人员，应当有法律职业资格。",
        open_when=unless(_not("reviewer_new"), filled("reviewer_qualified")),
        source=article("第五十八条"),
    ),
)

AGREED = Gate(
    key="review_agrees",
    needs="未经法制审核或者审核没有通过，不能作出决定。",
    open_when=unless(_not("review_due"), lambda case: case.get("review") == "agrees"),
    source=article("第五十八条"),
)

DECISION = (
    Gate(
        key="informed_first",
        needs="决定的处罚没有在决定以前告知当事人，或者重于所告知的，不能处罚。",
        open_when=_punished(_told_of),
        source=article("第六十二条"),
    ),
    Gate(
        key="defence_reviewed",
        needs="当事人陈述申辩的，应当复核。",
        open_when=unless(_not("defended"), filled("defence_reviewed")),
        source=article("第四十五条"),
    ),
    Gate(
        key="hearing_record",
        needs="举行过听证的，应当根据听证笔录作出决定。",
        open_when=unless(_not("hearing"), filled("hearing_record")),
        source=article("第六十五条"),
    ),
    AGREED,
    Gate(
        key="discussed",
        needs="情节复杂或者违法行为重大的，应当由负责人集体讨论决定。",
        open_when=unless(_not("complex"), filled("discussed")),
        source=article("第五十七条"),
    ),
    NO_CRIME,
    Gate(
        key="no_heavier_for_defence",
        needs="不得因为当事人陈述申辩或者要求听证而加重处罚。",
        open_when=_punished(_fine_not_raised),
        source=article("第四十五条"),
    ),
    IN_RANGE,
    Gate(
        key="leniency_matched",
        needs="决定以前应当对照“两轻一免”清单：有对应的，写明决定之日有效的事项；没有的，写明没有。请在调查终结或者决定时补写。",
        open_when=_is_matched,
        source=article("第三十三条"),
    ),
    Gate(
        key="leniency_applied",
        needs="对应的事项是轻微免罚事项，不予处罚；不符合适用条件、仍要处罚的写明理由。",
        open_when=_punished(lambda case: case.get("leniency_kind") != "exempt"),
        source=article("第三十三条"),
        skippable=True,
    ),
    Gate(
        key="minor_is_exempt",
        needs="违法轻微、及时改正且没有危害后果的，不予处罚。",
        open_when=_punished(lambda case: not _is_minor_and_harmless(case)),
        source=article("第三十三条"),
    ),
    Gate(
        key="first_violation_weighed",
        needs="初次违法、危害后果轻微并及时改正的，可以不予处罚；仍要处罚的写明理由。",
        open_when=_punished(lambda case: not _is_first_and_slight(case)),
        source=article("第三十三条"),
        skippable=True,
    ),
    Gate(
        key="fault_needed",
        needs="当事人证明没有主观过错的，不予处罚。",
        open_when=_punished(_not("without_fault")),
        source=article("第三十三条"),
    ),
    Gate(
        key="exempt_with_grounds",
        needs="不予处罚的情形与查明的情节不符。",
        open_when=outcome_among(EXEMPT, _exempt_with_grounds),
        source=article("第三十三条"),
    ),
    Gate(
        key="educated",
        needs="不予处罚的，应当对当事人进行教育。",
        open_when=outcome_among(EXEMPT, filled("educated")),
        source=article("第三十三条"),
    ),
    Gate(
        key="fined_once",
        needs="同一个违法行为不得给予两次以上罚款。",
        open_when=lambda case: not (case.get("fine") and case.get("fined_before")),
        source=article("第二十九条"),
    ),
    Gate(
        key="decision_complete",
        needs="处罚决定书应当写全六项内容。",
        open_when=_punished(lambda case: len(case.get("written") or ()) == len(WRITTEN)),
        source=article("第五十九条"),
    ),
)

SERVICE = (
    Gate(
        key="e_service_agreed",
        needs="电子送达须当事人同意并签订确认书。",
        open_when=lambda case: case.get("service") != "electronic" or bool(case.get("e_consent")),
        source=article("第六十一条"),
    ),
)

PERFORMANCE = (
    Gate(
        key="fine_paid",
        needs="罚款还没有缴清。",
        open_when=unless(_not("fine"), filled("paid")),
        source=article("第六十七条"),
    ),
)

CLOSING = (
    Gate(
        key="performed_first",
        needs="处罚决定还没有履行完毕。",
        open_when=_punished(filled("performed")),
        source=article("第六十七条"),
    ),
    Gate(
        key="record_complete",
        needs="从启动到执行的全过程应当有文字记录，再归档。",
        open_when=lambda case: "text" in (case.get("records") or ()),
        source=article("第四十七条"),
    ),
    Gate(
        key="published_or_reasoned",
        needs="有一定社会影响的处罚决定应当公开；不公开的写明理由。",
        open_when=_punished(lambda case: bool(case.get("published") or case.get("not_published"))),
        source=article("第四十八条"),
    ),
)
