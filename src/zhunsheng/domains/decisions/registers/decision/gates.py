"""What the law wants before a step of a decision may be taken, gate by gate with its article."""

from zhunsheng.domains.decisions.instruments import FAIR_COMPETITION_REGULATIONS
from zhunsheng.domains.decisions.registers.shared import (
    ASSESSED_KEYS,
    article,
    is_filled,
    is_true,
    only_if,
)
from zhunsheng.engine.registers.procedures import Gate, Values


def _is_public(decision: Values) -> bool:
    return not decision.get("not_public")


def _was_heard(decision: Values) -> bool:
    return any(
        decision.get(key) for key in ("comment_closed", "hearing_record", "other_participation")
    )


def must_be_assessed(decision: Values) -> bool:
    """Whether the risks of a decision have to be assessed: it may harm, or is of the ten fields."""
    return decision.get("may_harm") is True or decision.get("subject") in ASSESSED_KEYS


def _risk_is_controlled(decision: Values) -> bool:
    if not decision.get("risk_assessed"):
        return True
    if decision.get("risk_controllable") is not True:
        return False
    return decision.get("risk_level") != "high" or bool(decision.get("risk_measures"))


def _may_be_discussed(decision: Values) -> bool:
    if decision.get("legality") == "lawful":
        return True
    return bool(decision.get("exploratory")) and bool(decision.get("legal_risk"))


def _is_wholly_lawful(decision: Values) -> bool:
    parts = ("authority_lawful", "procedure_lawful", "content_lawful")
    return decision.get("legality") != "lawful" or all(decision.get(part) for part in parts)


def _chief_spoke_last(decision: Values) -> bool:
    chiefs = [bool(member.get("is_chief")) for member in decision.get("members") or ()]
    return chiefs.count(True) == 1 and chiefs[-1]


def _dissent_is_recorded(decision: Values) -> bool:
    members = decision.get("members") or ()
    return all(member.get("agrees") or bool(member.get("opinion")) for member in members)


START = (
    Gate(
        key="in_scope",
        needs="宏观调控、政府立法和突发事件应急处置决策不适用本程序，请按各自的规定办理。",
        open_when=lambda decision: decision.get("scope") == "none",
        source=article("第三条"),
    ),
    Gate(
        key="in_catalogue",
        needs="须写明所属目录事项；未列入目录的，写明启动的理由，并调整目录。",
        open_when=lambda decision: bool(
            decision.get("catalogue_item") or decision.get("off_catalogue_reason")
        ),
        source=article("第三条"),
    ),
)

MAY_BE_PUBLISHED = Gate(
    key="may_be_published",
    needs="依法不予公开的决策事项，不公开征求意见。",
    open_when=_is_public,
    source=article("第十四条"),
)

SHORTENING_EXPLAINED = Gate(
    key="shortening_explained",
    needs="缩短征求意见期限的，须在公开征求意见时说明理由。",
    open_when=only_if(is_true("comment_shortened"), is_filled("comment_shortened_reason")),
    source=article("第十五条"),
)

DRAFT_WAS_PUBLISHED = Gate(
    key="draft_was_published",
    needs="还没有公布决策草案，不能登记征求意见结束；先办理“公开征求意见”。",
    open_when=is_filled("comment_published"),
    source=article("第十五条"),
)

HEARING_ANNOUNCED = Gate(
    key="hearing_announced",
    needs="还没有公告听证，先办理“公告听证”。",
    open_when=is_filled("hearing_list_published"),
    source=article("第十六条"),
)

LIST_AHEAD = Gate(
    key="list_ahead",
    needs="听证参加人名单应在听证会之前公布。",
    open_when=lambda decision: (
        str(decision.get("hearing_list_published", "")) < str(decision.get("hearing", ""))
    ),
    source=article("第十六条"),
)

MATERIALS_SERVED = Gate(
    key="materials_served",
    needs="听证材料还没有送达参加人，先办理“送达听证材料”。",
    open_when=is_filled("hearing_materials_served"),
    source=article("第十六条"),
)

OPINIONS_PROCESSED = Gate(
    key="opinions_processed",
    needs="收到了意见，须逐条填写意见采纳情况表。",
    open_when=only_if(
        lambda decision: (decision.get("opinions_received") or 0) > 0, is_filled("adoption")
    ),
    source=article("第十八条"),
)

COMMENT_IS_CLOSED = Gate(
    key="comment_is_closed",
    needs="公开征求意见还没有结束，不能完成意见处理。",
    open_when=only_if(is_filled("comment_published"), is_filled("comment_closed")),
    source=article("第十五条"),
)

EXPERTS = (
    Gate(
        key="experts_independent",
        needs="不得选择与决策事项有直接利害关系的专家、专业机构；请换人论证。",
        open_when=lambda decision: all(
            row.get("interested") is False for row in decision.get("experts") or ()
        ),
        source=article("第二十条"),
    ),
    Gate(
        key="opinions_signed",
        needs="书面论证意见应当署名、盖章。",
        open_when=lambda decision: all(
            row.get("signed") is True for row in decision.get("experts") or ()
        ),
        source=article("第十九条"),
    ),
)

RISK_REPORTED = Gate(
    key="risk_reported",
    needs="所填的风险评估还没有形成报告；先在风险评估台账里形成报告。",
    open_when=is_true("risk_reported"),
    source=article("第二十三条"),
)

SUBMISSION_FOR_REVIEW = (
    Gate(
        key="units_consulted",
        needs="涉及其他单位职责的，须先与有关单位充分协商。",
        open_when=only_if(is_true("touches_units"), is_filled("units_consulted")),
        source=article("第十三条"),
    ),
    Gate(
        key="dispute_explained",
        needs="不能取得一致意见的，须写明争议的主要问题和各方意见、理由、依据。",
        open_when=only_if(is_true("units_disagree"), is_filled("dispute")),
        source=article("第十三条"),
    ),
    Gate(
        key="public_heard",
        needs="须先公开征求意见、听证或者以其他方式充分听取意见；依法不予公开的除外。",
        open_when=only_if(_is_public, _was_heard),
        source=article("第十四条"),
    ),
    Gate(
        key="groups_heard",
        needs="涉及特定群体利益的，须先与有关团体、组织和群众代表沟通协商。",
        open_when=only_if(is_true("affects_groups"), is_filled("groups_heard")),
        source=article("第十四条"),
    ),
    Gate(
        key="hearing_held",
        needs="必须听证或者决定听证的，须先召开听证会。",
        open_when=only_if(is_true("hearing_required"), is_filled("hearing_record")),
        source=article("第十六条"),
    ),
    Gate(
        key="adoption_done",
        needs="听取的意见还没有归纳整理、研究论证；先办理“完成意见处理”。",
        open_when=only_if(_was_heard, is_filled("adoption_done")),
        source=article("第十八条"),
    ),
    Gate(
        key="experts_heard",
        needs="须先组织专家论证；不属于专业性、技术性较强的，写明不作论证的理由。",
        open_when=lambda decision: (
            bool(decision.get("argued"))
            or (decision.get("professional") is False and bool(decision.get("professional_reason")))
        ),
        source=article("第十九条"),
    ),
    Gate(
        key="risk_assessed",
        needs="可能造成不利影响的和十个领域的重大事项，须先作风险评估；其他的写明不作评估的理由。",
        open_when=lambda decision: (
            bool(decision.get("risk_assessed"))
            or (not must_be_assessed(decision) and bool(decision.get("risk_waiver")))
        ),
        source=article("第二十二条"),
    ),
)

OPINION = (
    Gate(
        key="wholly_lawful",
        needs="权限、程序、内容都合法的，才能得出“合法”的结论。",
        open_when=_is_wholly_lawful,
        source=article("第二十七条"),
    ),
    Gate(
        key="counsel_heard",
        needs="审查时须组织法律顾问、公职律师提出法律意见。",
        open_when=is_filled("counsel_opinion"),
        source=article("第二十八条"),
    ),
)

TO_BE_AMENDED = Gate(
    key="to_be_amended",
    needs="审查结论已是“合法”，不必再次审查。",
    open_when=lambda decision: bool(decision.get("amended")),
    source=article("第二十五条"),
)

SUBMISSION = (
    Gate(
        key="legality_passed",
        needs="未经合法性审查或者经审查不合法的，不得提交讨论；按审查意见修改并再次审查。"
        "探索性改革可以明示法律风险提交。",
        open_when=_may_be_discussed,
        source=article("第二十五条"),
    ),
    Gate(
        key="competition_reviewed",
        needs="涉及市场主体经济活动的，提交材料须有公平竞争审查情况。",
        open_when=only_if(is_true("touches_market"), is_filled("competition_reviewed")),
        source=article("第二十九条"),
    ),
    Gate(
        key="competition_passed",
        needs="经公平竞争审查不符合规定的，不得出台；请修改草案后重新审查。",
        open_when=lambda decision: decision.get("competition") != "violates",
        source=FAIR_COMPETITION_REGULATIONS.article("第十八条"),
    ),
    Gate(
        key="risk_controlled",
        needs="风险不可控的，先调整草案、采取措施使其可控；评为高风险的，写明作了什么调整。",
        open_when=_risk_is_controlled,
        source=article("第二十四条"),
    ),
)

MEETING = (
    Gate(
        key="met_lawfully",
        needs="须经常务会议或者全体会议讨论，其他会议不能代替。",
        open_when=lambda decision: decision.get("meeting_kind") in {"executive", "plenary"},
        source=article("第三十条"),
    ),
    Gate(
        key="chief_last",
        needs="行政首长须最后发表意见：参加讨论人员里应有一名首长，排在最后。",
        open_when=_chief_spoke_last,
        source=article("第三十条"),
    ),
    Gate(
        key="chief_explained",
        needs="首长的决定与多数人意见不一致的，须写明在会上说明的理由。",
        open_when=lambda decision: (
            decision.get("chief_follows_majority") is True or bool(decision.get("chief_reasons"))
        ),
        source=article("第三十条"),
    ),
    Gate(
        key="dissent_recorded",
        needs="不同意见应当如实载明：不同意的，写上其意见。",
        open_when=_dissent_is_recorded,
        source=article("第三十条"),
    ),
)

OUTCOME_ADOPTED = Gate(
    key="outcome_adopted",
    needs="讨论结果应为“通过”或者“修改后通过”；其他结果请办理“再次讨论”“不予通过”。",
    open_when=lambda decision: decision.get("outcome") in {"adopted", "adopted_amended"},
    source=article("第三十条"),
)

OUTCOME_REJECTED = Gate(
    key="outcome_rejected",
    needs="讨论结果应为“不予通过”。",
    open_when=lambda decision: decision.get("outcome") == "rejected",
    source=article("第三十条"),
)

OUTCOME_DEFERRED = Gate(
    key="outcome_deferred",
    needs="讨论结果应为“再次讨论”。",
    open_when=lambda decision: decision.get("outcome") == "deferred",
    source=article("第三十条"),
)

PARTY_REPORTED = Gate(
    key="party_reported",
    needs="出台前须按规定向同级党委请示报告；先办理“请示报告”。",
    open_when=is_filled("party_reported"),
    source=article("第三十一条"),
)

PUBLICATION = (
    Gate(
        key="may_be_made_public",
        needs="依法不予公开的决策不公布。",
        open_when=_is_public,
        source=article("第三十二条"),
    ),
    Gate(
        key="adoption_explained",
        needs="社会公众普遍关心或者专业性、技术性较强的，须说明意见采纳情况并作宣传解读。",
        open_when=only_if(
            lambda decision: bool(decision.get("widely_concerned") or decision.get("professional")),
            is_filled("explanation"),
        ),
        source=article("第三十二条"),
    ),
)

WAS_PUBLISHED = Gate(
    key="was_published",
    needs="决策还没有公布；先办理“公布决策”。依法不予公开的除外。",
    open_when=only_if(
        lambda decision: bool(decision.get("issued")) and _is_public(decision),
        is_filled("published"),
    ),
    source=article("第三十二条"),
)
