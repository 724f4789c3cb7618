"""The steps of a normative document in their lawful order, and the gates before them."""

from zhunsheng.domains.normative_documents.instruments import LOCAL_GOVERNMENTS_LAW
from zhunsheng.domains.normative_documents.registers.document.gates import (
    ASSESSING,
    CLOSING_COMMENTS,
    DECIDING,
    FILING,
    NO_BUSINESS,
    NO_COMMENTS,
    PASSED_COMPETITION,
    PASSED_LEGALITY,
    PUBLISHING,
    REGISTERING,
)
from zhunsheng.engine.registers.procedures import State, Step

CHAIN = LOCAL_GOVERNMENTS_LAW.article("第七十五条")

STATES = (
    State(key="drafting", label="起草"),
    State(key="assessed", label="已评估论证"),
    State(key="commenting", label="公开征求意见中"),
    State(key="consulted", label="已征求意见"),
    State(key="competition_reviewed", label="已过公平竞争审查"),
    State(key="legality_reviewed", label="已过合法性审核"),
    State(key="decided", label="已集体审议"),
    State(key="registered", label="已统一登记编号"),
    State(key="published", label="已公布，待备案"),
    State(key="in_force", label="已备案"),
    State(key="ended", label="已终止", final=True),
    State(key="dropped", label="停止制定", final=True),
)
BEFORE_PUBLICATION = tuple(state.key for state in STATES[:8])

DRAFTING = (
    Step(
        key="assess",
        label="评估论证",
        comes_from=("drafting",),
        leads_to="assessed",
        requires=(
            "assessed",
            "assessment",
            "already_regulated",
            "forbidden_content",
            "derogates",
        ),
        source=CHAIN,
        gates=ASSESSING,
    ),
    Step(
        key="open_comments",
        label="公开征求意见",
        comes_from=("assessed",),
        leads_to="commenting",
        requires=("comment_opened", "comment_address"),
        asks=("contact_points",),
        document="征求意见公告",
        source=CHAIN,
    ),
    Step(
        key="close_comments",
        label="结束征求意见",
        comes_from=("commenting",),
        leads_to="consulted",
        requires=("comment_closed",),
        asks=("shortened", "adoption_table", "firms_heard", "researched", "answered"),
        source=CHAIN,
        gates=CLOSING_COMMENTS,
    ),
    Step(
        key="skip_comments",
        label="依法不公开征求意见",
        comes_from=("assessed",),
        leads_to="consulted",
        requires=("no_comments",),
        asks=("secret",),
        gates=NO_COMMENTS,
    ),
    Step(
        key="pass_competition",
        label="通过公平竞争审查",
        comes_from=("consulted",),
        leads_to="competition_reviewed",
        requires=("competition_review",),
        gates=PASSED_COMPETITION,
    ),
    Step(
        key="skip_competition",
        label="不涉及经营者，不作公平竞争审查",
        comes_from=("consulted",),
        leads_to="competition_reviewed",
        asks=("business", "business_close"),
        gates=NO_BUSINESS,
    ),
    Step(
        key="pass_legality",
        label="通过合法性审核",
        comes_from=("competition_reviewed",),
        leads_to="legality_reviewed",
        requires=("legality_review",),
        source=CHAIN,
        gates=PASSED_LEGALITY,
    ),
    Step(
        key="decide",
        label="集体审议",
        comes_from=("legality_reviewed",),
        leads_to="decided",
        requires=("meeting_kind", "decided", "minutes", "decision", "office_checked"),
        source=CHAIN,
        gates=DECIDING,
    ),
    Step(
        key="redraft",
        label="退回修改，重新审核",
        comes_from=("competition_reviewed", "legality_reviewed", "decided"),
        leads_to="consulted",
        requires=("redrafted",),
    ),
    Step(
        key="drop",
        label="停止制定",
        comes_from=BEFORE_PUBLICATION,
        leads_to="dropped",
        requires=("dropped",),
    ),
)

ISSUING = (
    Step(
        key="register",
        label="统一登记编号",
        comes_from=("decided",),
        leads_to="registered",
        requires=("registered", "registration_number", "document_number", "signer", "issued"),
        gates=REGISTERING,
    ),
    Step(
        key="publish",
        label="公布",
        comes_from=("registered",),
        leads_to="published",
        requires=("published", "address", "effective"),
        asks=("favourable", "transition", "valid_until", "interpretation"),
        source=CHAIN,
        gates=PUBLISHING,
    ),
    Step(
        key="file",
        label="报送备案",
        comes_from=("published",),
        leads_to="in_force",
        requires=("filed", "filed_with", "filing_papers"),
        asks=("filing_number",),
        source=CHAIN,
        gates=FILING,
    ),
    Step(
        key="keep",
        label="评估后继续有效",
        comes_from=("in_force",),
        leads_to="in_force",
        requires=("extended_on", "valid_until", "evaluation"),
    ),
    Step(
        key="end",
        label="废止、修改或者失效",
        comes_from=("in_force",),
        leads_to="ended",
        requires=("end_kind", "ended", "end_published"),
    ),
)

STEPS = (*DRAFTING, *ISSUING)
