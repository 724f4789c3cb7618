"""The steps of a legality review and the gates before them."""

from zhunsheng.domains.legality_review.instruments import FAIR_COMPETITION_REGULATIONS
from zhunsheng.domains.legality_review.registers.review_fields import CONTENT
from zhunsheng.domains.legality_review.registers.vocabulary import article
from zhunsheng.engine.registers.procedures import Gate, State, Step, Values

CHECKED = tuple(key for key, _ in CONTENT)


def _competition_first(review: Values) -> bool:
    # 第十三条、第十四条：公平竞争审查在起草阶段开展，先于送审。
    if not review.get("business"):
        return True
    concluded, submitted = review.get("competition_concluded"), review.get("submitted")
    in_order = bool(concluded and submitted and concluded <= submitted)
    return bool(review.get("competition_passed")) and in_order


def _agrees_with_content(review: Values) -> bool:
    return review.get("conclusion") != "legal" or all(review.get(key) for key in CHECKED)


def _passed(review: Values) -> bool:
    # 二（六）、二（七）：不合法的不得提交；应当修改的，改好或者说明理由以后再提交。
    if review.get("conclusion") == "amend":
        return _explained(review)
    return review.get("conclusion") == "legal"


def _explained(review: Values) -> bool:
    return review.get("adoption") == "adopted" or bool(review.get("not_adopted_reasons"))


STATES = (
    State(key="handed_in", label="已报送"),
    State(key="returned", label="退回补充"),
    State(key="reviewing", label="审核中"),
    State(key="opinion", label="已出具意见"),
    State(key="answered", label="已反馈采纳情况"),
    State(key="cleared", label="通过审核", final=True),
    State(key="stopped", label="没有通过审核", final=True),
    State(key="excluded", label="不属审核范围", final=True),
)

STEPS = (
    Step(
        key="return_papers",
        label="退回补充材料",
        comes_from=("handed_in",),
        leads_to="returned",
        by=("legal_reviewer",),
        requires=("returned", "return_reasons"),
        source=article("二（五）"),
    ),
    Step(
        key="hand_in_again",
        label="补充后再报送",
        comes_from=("returned",),
        leads_to="handed_in",
        requires=("materials",),
    ),
    Step(
        key="accept",
        label="受理",
        comes_from=("handed_in",),
        leads_to="reviewing",
        by=("legal_reviewer",),
        requires=("submitted",),
        asks=("materials",),
        source=article("二（五）"),
        gates=(
            Gate(
                key="materials_complete",
                needs="送审材料不齐，缺的列在“还缺的材料”。请退回补充，或者补齐再受理。",
                open_when=lambda review: not review.get("missing"),
                source=article("二（五）"),
            ),
            Gate(
                key="competition_first",
                needs="涉及经营者经济活动的，须先有可以出台的公平竞争审查结论，再受理合法性审核。",
                open_when=_competition_first,
                source=FAIR_COMPETITION_REGULATIONS.article("第十三条、第十四条"),
            ),
        ),
    ),
    Step(
        key="exclude",
        label="认定不属审核范围",
        comes_from=("handed_in",),
        leads_to="excluded",
        by=("legal_reviewer",),
        requires=("excluded", "exclusion"),
        source=article("二（三）"),
        gates=(
            Gate(
                key="may_be_excluded",
                needs="重大行政决策、重大行政执法决定、行政协议须审核，不能按不属范围办结。",
                open_when=lambda review: review.get("matter") in {"normative_document", "other"},
                source=article("二（三）"),
            ),
        ),
    ),
    Step(
        key="give_opinion",
        label="出具审核意见",
        comes_from=("reviewing",),
        leads_to="opinion",
        by=("legal_reviewer",),
        requires=(
            *CHECKED,
            "reviewer",
            "opinion_given",
            "opinion_number",
            "conclusion",
            "reasons",
            "opinions_raised",
        ),
        asks=("second_reviewer", "counsel_asked", "urgent", "urgent_reasons"),
        document="合法性审核意见书",
        source=article("二（六）"),
        gates=(
            Gate(
                key="content_agrees",
                needs="七项审核内容有不符合的，结论不能是“合法”。",
                open_when=_agrees_with_content,
                source=article("二（六）"),
            ),
        ),
    ),
    Step(
        key="answer",
        label="反馈采纳情况",
        comes_from=("opinion",),
        leads_to="answered",
        requires=("answered", "adoption", "opinions_adopted"),
        asks=("not_adopted_reasons",),
        source=article("二（六）"),
        gates=(
            Gate(
                key="not_adopted_explained",
                needs="没有全部采纳审核意见的，须详细说明理由和依据。",
                open_when=_explained,
                source=article("二（六）"),
            ),
        ),
    ),
    Step(
        key="clear",
        label="准予提交审议、作出决定或者签订",
        comes_from=("answered",),
        leads_to="cleared",
        by=("legal_reviewer",),
        requires=("cleared",),
        source=article("二（七）"),
        gates=(
            Gate(
                key="passed",
                needs="审核不合法的，不得提交审议、作出决定或者签订。请修改后重新送审，或者办理“终止”。",
                open_when=_passed,
                source=article("二（七）"),
            ),
        ),
    ),
    Step(
        key="stop",
        label="终止，不得提交",
        comes_from=("opinion", "answered"),
        leads_to="stopped",
        by=("legal_reviewer",),
        requires=("stopped",),
        asks=("decided_against",),
        source=article("二（七）"),
    ),
)
