"""The way of a decision: what may be done in each state, by whom, and what it asks."""

from zhunsheng.domains.decisions.registers.decision import gates
from zhunsheng.domains.decisions.registers.decision.papers import FILE_IS_COMPLETE
from zhunsheng.domains.decisions.registers.shared import article
from zhunsheng.engine.law.rules import Article
from zhunsheng.engine.registers.procedures import Gate, Step

_DECIDING = ("approver", "leader")


def _while_drafting(
    key: str,
    label: str,
    source: Article,
    *,
    requires: tuple[str, ...],
    asks: tuple[str, ...] = (),
    gates: tuple[Gate, ...] = (),
    document: str = "",
) -> Step:
    """
    Make a step that leaves a decision where it is.

    The law sets no order among hearing the public, experts and units: each may come first, and all
    that are due must be there before the review.
    """
    return Step(
        key=key,
        label=label,
        comes_from=("drafting",),
        leads_to="drafting",
        requires=requires,
        asks=asks,
        gates=gates,
        document=document,
        source=source,
    )


START = (
    Step(
        key="start",
        label="决定启动",
        comes_from=("proposed",),
        leads_to="drafting",
        by=_DECIDING,
        requires=("study", "started", "lead_unit"),
        asks=("supporting_units", "catalogue_item", "off_catalogue_reason"),
        gates=gates.START,
        document="启动通知",
        source=article("第十条"),
        approves=True,
    ),
    Step(
        key="decline",
        label="决定不启动",
        comes_from=("proposed",),
        leads_to="declined",
        by=_DECIDING,
        requires=("declined", "declined_reason"),
        source=article("第十条"),
    ),
)

PARTICIPATION = (
    _while_drafting(
        "consult_units",
        "部门协商",
        article("第十三条"),
        requires=("units_consulted", "units_opinions", "units_disagree"),
        asks=("dispute", "alternatives", "draft"),
    ),
    _while_drafting(
        "publish_draft",
        "公开征求意见",
        article("第十五条"),
        requires=("comment_published",),
        asks=("comment_address", "comment_shortened", "comment_shortened_reason", "draft"),
        gates=(gates.MAY_BE_PUBLISHED, gates.SHORTENING_EXPLAINED),
        document="征求意见公告",
    ),
    _while_drafting(
        "close_comment",
        "结束征求意见",
        article("第十五条"),
        requires=("comment_closed", "opinions_received"),
        gates=(gates.DRAFT_WAS_PUBLISHED,),
    ),
    _while_drafting(
        "hear_groups",
        "与特定群体协商",
        article("第十四条"),
        requires=("groups_heard", "groups_opinions"),
    ),
    _while_drafting(
        "announce_hearing",
        "公告听证",
        article("第十六条"),
        requires=("hearing", "hearing_selection", "hearing_list_published"),
        gates=(gates.LIST_AHEAD,),
        document="听证公告",
    ),
    _while_drafting(
        "serve_hearing_materials",
        "送达听证材料",
        article("第十六条"),
        requires=("hearing_materials_served",),
        gates=(gates.HEARING_ANNOUNCED,),
    ),
    _while_drafting(
        "hold_hearing",
        "召开听证会",
        article("第十六条"),
        requires=("hearing_record",),
        gates=(gates.HEARING_ANNOUNCED, gates.MATERIALS_SERVED),
        document="听证记录",
    ),
    _while_drafting(
        "process_opinions",
        "完成意见处理",
        article("第十八条"),
        requires=("adoption_done",),
        asks=("adoption", "other_participation", "adoption_published"),
        gates=(gates.COMMENT_IS_CLOSED, gates.OPINIONS_PROCESSED),
        document="意见采纳情况",
    ),
)

ASSESSMENT = (
    _while_drafting(
        "argue",
        "专家论证",
        article("第十九条"),
        requires=("experts", "argued"),
        gates=gates.EXPERTS,
        document="专家论证意见",
    ),
    _while_drafting(
        "assess_risk",
        "风险评估",
        article("第二十二条"),
        requires=("risk_assessment", "risk_assessed"),
        gates=(gates.RISK_REPORTED,),
        document="风险评估报告",
    ),
    _while_drafting(
        "review_competition",
        "公平竞争审查",
        article("第二十九条"),
        requires=("competition", "competition_reviewed"),
        document="公平竞争审查结论",
    ),
)

REVIEW = (
    Step(
        key="submit_for_review",
        label="送请合法性审查",
        comes_from=("drafting",),
        leads_to="reviewing",
        requires=("review_submitted", "legal_basis", "procedure_statement"),
        asks=("draft",),
        gates=gates.SUBMISSION_FOR_REVIEW,
        source=article("第二十六条"),
    ),
    Step(
        key="return_for_more",
        label="退回补充",
        comes_from=("reviewing",),
        leads_to="drafting",
        by=("legal_reviewer",),
        requires=("returned", "returned_reason"),
        source=article("第二十六条"),
    ),
    Step(
        key="give_opinion",
        label="出具审查意见",
        comes_from=("reviewing",),
        leads_to="reviewed",
        by=("legal_reviewer",),
        requires=(
            *("opinion_given", "authority_lawful", "procedure_lawful", "content_lawful"),
            "legality",
        ),
        asks=("counsel_opinion", "legality_number", "hurried_reason"),
        gates=gates.OPINION,
        document="合法性审查意见",
        source=article("第二十五条"),
    ),
    Step(
        key="amend",
        label="按审查意见修改",
        comes_from=("reviewed",),
        leads_to="reviewed",
        requires=("amended", "amendments"),
        asks=("draft",),
        source=article("第二十五条"),
    ),
    Step(
        key="give_second_opinion",
        label="再次审查",
        comes_from=("reviewed",),
        leads_to="reviewed",
        by=("legal_reviewer",),
        requires=(
            *("second_opinion", "authority_lawful", "procedure_lawful", "content_lawful"),
            "legality",
        ),
        asks=("counsel_opinion", "legality_number"),
        gates=(gates.TO_BE_AMENDED, *gates.OPINION),
        document="合法性审查意见",
        source=article("第二十五条"),
    ),
)

AGAIN = (
    Step(
        key="review_competition_again",
        label="重新作公平竞争审查",
        comes_from=("reviewed",),
        leads_to="reviewed",
        requires=("competition", "competition_reviewed"),
        document="公平竞争审查结论",
        source=article("第二十九条"),
    ),
)

_MINUTES = ("meeting", "meeting_kind", "met", "members", "chief_follows_majority", "minutes")
_COUNSEL = ("counsel_present", "outcome")
_EXPLAINED = ("chief_reasons", "counsel_absent_reason")

DISCUSSION = (
    Step(
        key="submit",
        label="提交讨论",
        comes_from=("reviewed",),
        leads_to="submitted",
        by=_DECIDING,
        requires=("submitted",),
        asks=("exploratory", "legal_risk", "risk_controllable", "risk_measures"),
        gates=gates.SUBMISSION,
        source=article("第二十九条"),
    ),
    Step(
        key="adopt",
        label="讨论通过",
        comes_from=("submitted",),
        leads_to="decided",
        by=_DECIDING,
        requires=(*_MINUTES, *_COUNSEL),
        asks=_EXPLAINED,
        gates=(*gates.MEETING, gates.OUTCOME_ADOPTED),
        document="会议纪要",
        source=article("第三十条"),
    ),
    Step(
        key="defer",
        label="再次讨论",
        comes_from=("submitted",),
        leads_to="reviewed",
        by=_DECIDING,
        requires=("meeting", "met", "minutes", "outcome", "to_do_before_next"),
        gates=(gates.OUTCOME_DEFERRED,),
        source=article("第三十条"),
    ),
    Step(
        key="reject",
        label="不予通过",
        comes_from=("submitted",),
        leads_to="rejected",
        by=_DECIDING,
        requires=(*_MINUTES, *_COUNSEL),
        asks=_EXPLAINED,
        gates=(*gates.MEETING, gates.OUTCOME_REJECTED),
        document="会议纪要",
        source=article("第三十条"),
    ),
)

ISSUE = (
    Step(
        key="report_to_party",
        label="请示报告",
        comes_from=("decided",),
        leads_to="decided",
        requires=("party_reported",),
        source=article("第三十一条"),
    ),
    Step(
        key="issue",
        label="出台",
        comes_from=("decided",),
        leads_to="executing",
        by=_DECIDING,
        requires=("issued", "document_number", "executing_unit"),
        asks=("publish_until",),
        gates=(gates.PARTY_REPORTED,),
        document="决策文件",
        source=article("第三十一条"),
    ),
    Step(
        key="publish",
        label="公布决策",
        comes_from=("executing",),
        leads_to="executing",
        requires=("published", "address"),
        asks=("widely_concerned", "explanation"),
        gates=gates.PUBLICATION,
        source=article("第三十二条"),
    ),
    Step(
        key="archive",
        label="归档",
        comes_from=("executing", "rejected"),
        leads_to="archived",
        requires=("archived", "archive_number", "archived_papers"),
        gates=(gates.WAS_PUBLISHED, *FILE_IS_COMPLETE),
        source=article("第三十三条"),
    ),
)

STEPS = (*START, *PARTICIPATION, *ASSESSMENT, *REVIEW, *AGAIN, *DISCUSSION, *ISSUE)
