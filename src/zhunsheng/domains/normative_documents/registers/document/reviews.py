"""The two reviews of a draft: what is brought from their registers, and in which order they stand."""

from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Values


def _competition_passed(document: Values) -> bool:
    return document.get("competition_review.conclusion") in {"no_effect", "exception"}


REVIEWS = (
    Field(
        key="competition_review",
        label="公平竞争审查记录",
        kind="reference",
        refers_to="fair_competition.review",
        brings=("conclusion", "concluded"),
    ),
    Field(
        key="competition_passed",
        label="公平竞争审查结论可以出台",
        kind="boolean",
        computed=_competition_passed,
    ),
    Field(
        key="competition_concluded",
        label="公平竞争审查结论日期",
        kind="date",
        computed=lambda document: document.get("competition_review.concluded"),
    ),
    Field(
        key="legality_review",
        label="合法性审核记录",
        kind="reference",
        refers_to="legality_review.review",
        brings=("state", "submitted", "opinion_given", "conclusion"),
    ),
    Field(
        key="legality_passed",
        label="已通过合法性审核",
        kind="boolean",
        computed=lambda document: document.get("legality_review.state") == "cleared",
    ),
    Field(
        key="legality_submitted",
        label="合法性审核送审日期",
        kind="date",
        computed=lambda document: document.get("legality_review.submitted"),
    ),
    Field(
        key="opinion_given",
        label="合法性审核意见日期",
        kind="date",
        computed=lambda document: document.get("legality_review.opinion_given"),
    ),
)


def in_order(document: Values) -> bool:
    """Whether the fair competition conclusion, where one is needed, came before the legality review."""
    if not document.get("business"):
        return True
    concluded = document.get("competition_concluded")
    submitted = document.get("legality_submitted")
    return bool(concluded and submitted and concluded <= submitted)


def heard_before(document: Values) -> bool:
    """Whether the comments were closed when the draft was handed in for legality review."""
    closed, submitted = document.get("comment_closed"), document.get("legality_submitted")
    return not closed or bool(submitted and closed <= submitted)
