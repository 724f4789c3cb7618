"""
The indicators of supervision read by hand, one reference for each, in plain Python.

Written from what the mission's rows and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from datetime import date

from tests.domains.reading_by_hand import of_each
from tests.indicators.plain import (
    Plain,
    Values,
    both,
    done,
    filled,
    not_later_than,
    open_yet,
    said,
)
from zhunsheng.engine.indicators.periods import Period

SOURCES = (
    *("law_inspection", "government_inspection", "petition_inspection", "finance", "statistics"),
    *("party_inspection", "party", "congress", "democratic", "judicial", "audit"),
    *("public", "media"),
)


def over(key: str):
    """A last day that lies before the end of the period."""

    def holds(entry: Values, period: Period) -> bool:
        return entry.get(key) is not None and entry[key] < period.end

    return holds


ORDERS = {
    "orders_issued": Plain(day="issued"),
    "orders_signed": Plain(day="issued", counts=done("signed")),
    "orders_on_time": Plain(day="last_day", counts=not_later_than("accepted", "last_day")),
    "orders_closed": Plain(day="issued", counts=done("closed")),
    "orders_overdue": Plain(
        day="issued", stands=True, counts=both(over("last_day"), open_yet("accepted"))
    ),
    "circulars_issued": Plain(
        day="issued",
        counts=said("kind", "study", "appearance", "tasks", "orders", "annual_report", "other"),
    ),
    "circulars_signed_on_time": Plain(
        day="sign_until", counts=not_later_than("signed", "sign_until")
    ),
    "circulars_corrected_on_time": Plain(
        day="correct_until", counts=not_later_than("corrected", "correct_until")
    ),
    "talks_held": Plain(day="held"),
    "talks_corrected_on_time": Plain(
        day="correct_until", counts=not_later_than("corrected", "correct_until")
    ),
}
INSPECTIONS = {
    "law_inspections": Plain(day="begun", counts=said("kind", "law_based")),
    "yearly_inspections": Plain(day="begun", counts=said("kind", "yearly")),
    "government_inspections": Plain(day="begun"),
    "conclusions_fed_back": Plain(day="concluded", counts=done("fed_back")),
    "inspections_as_planned": Plain(day="until", out_of=open_yet("dropped"), counts=done("held")),
    "reviews_decided_on_time": Plain(
        day="review_decision_due", counts=not_later_than("decided", "review_decision_due")
    ),
}
OWN = open_yet("merged")
BY_SOURCE = {
    "findings": Plain(day="found", counts=OWN),
    "findings_rectified": Plain(day="found", out_of=OWN, counts=done("settled")),
    "findings_closed": Plain(day="found", out_of=OWN, counts=done("closed")),
    "findings_on_time": Plain(day="until", out_of=OWN, counts=not_later_than("settled", "until")),
}
FINDINGS = {
    **BY_SOURCE,
    "findings_overdue": Plain(
        day="found", stands=True, counts=both(over("until"), open_yet("settled"), OWN)
    ),
    "findings_of_four": Plain(
        day="found",
        counts=both(said("source", "party_inspection", "audit", "finance", "statistics"), OWN),
    ),
}


def last_day(proposal: Values) -> date | None:
    keys = ("suggestion_reply_due", "complex_suggestion_reply_due", "until")
    return next((proposal[key] for key in keys if proposal.get(key) is not None), None)


def due(proposal: Values, period: Period) -> bool:
    last = last_day(proposal)
    return last is not None and last <= period.end


def in_time(proposal: Values, _: Period) -> bool:
    last = last_day(proposal)
    return last is not None and proposal.get("replied") is not None and proposal["replied"] <= last


PROPOSALS = {
    "deputies_suggestions": Plain(day="assigned", counts=said("kind", "deputies")),
    "cppcc_proposals": Plain(day="assigned", counts=said("kind", "cppcc")),
    "deliberations": Plain(day="assigned", counts=said("kind", "deliberation")),
    "proposals_answered": Plain(day="assigned", counts=done("replied")),
    "proposals_on_time": Plain(day="assigned", out_of=due, counts=in_time),
    "proposals_satisfied": Plain(
        day="feedback_on",
        out_of=filled("satisfaction"),
        counts=said("satisfaction", "satisfied", "mostly"),
    ),
}

REFERENCE = {
    **ORDERS,
    **INSPECTIONS,
    **FINDINGS,
    **PROPOSALS,
    **of_each("source", SOURCES, BY_SOURCE),
}
