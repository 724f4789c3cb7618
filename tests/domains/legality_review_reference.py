"""
The indicators of legality review read by hand, one reference for each, in plain Python.

Written from what the mission's rows and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from tests.domains.reading_by_hand import either, neither, number, of_each, standing
from tests.indicators.plain import (
    Plain,
    Values,
    both,
    days_between,
    done,
    filled,
    happens_in,
    is_true,
    not_later_than,
    said,
)
from zhunsheng.engine.indicators.periods import Period

MATTERS = ("normative_document", "major_decision", "enforcement_decision", "agreement", "other")
FIELDS = ("natural_resources", "livelihood", "work_safety", "public_health", "business", "none")
OPINION = "opinion_given"
IN_OFFICE = standing("since", "until")
HAS_COUNSEL = standing("appointed", "until")
OF_TOWNS = said("issued_by", "town")
OF_DOCUMENTS = said("matter", "normative_document")


def raised_something(review: Values, _: Period) -> bool:
    return (review.get("opinions_raised") or 0) > 0


def over(village: Values, period: Period) -> bool:
    return village.get("until") is not None and village["until"] < period.end


OF_A_MATTER = {
    "reviews": Plain(day=OPINION),
    "opinions_raised": Plain(day=OPINION, amount=number("opinions_raised")),
    "opinions_adopted": Plain(day=OPINION, amount=number("opinions_adopted")),
    "found_legal": Plain(day=OPINION, counts=said("conclusion", "legal")),
    "to_be_amended": Plain(day=OPINION, counts=said("conclusion", "amend")),
    "found_illegal": Plain(day=OPINION, counts=said("conclusion", "illegal")),
}
OF_A_FIELD = {
    "reviews": OF_A_MATTER["reviews"],
    "adopted": Plain(
        day=OPINION, out_of=raised_something, counts=said("adoption", "adopted", "partly")
    ),
    "second_reviewed": Plain(
        day=OPINION, out_of=said("field", *FIELDS[:-1]), counts=filled("second_reviewer")
    ),
}
REVIEWS = {
    **OF_A_MATTER,
    **OF_A_FIELD,
    **of_each("matter", MATTERS, OF_A_MATTER),
    **of_each("field", FIELDS, OF_A_FIELD),
    **{f"share_{field}": Plain(day=OPINION, counts=said("field", field)) for field in FIELDS},
    "reviews_besides": Plain(
        day=OPINION, counts=said("matter", "enforcement_decision", "agreement", "other")
    ),
    "opinions_issued": Plain(day=OPINION, counts=filled("opinion_number")),
    "decided_against": Plain(day="stopped", counts=is_true("decided_against")),
    "documents_reviewed_on_time": Plain(
        day="review_due", out_of=OF_DOCUMENTS, counts=not_later_than(OPINION, "review_due")
    ),
    "days_to_opinion": Plain(
        day=OPINION,
        counts=both(filled(OPINION), filled("submitted")),
        amount=days_between("submitted", OPINION),
    ),
    "found_wrong": Plain(day="cleared", out_of=OF_DOCUMENTS, counts=done("found_wrong")),
    "town_reviews": Plain(day=OPINION, counts=OF_TOWNS),
    "town_reviews_by_guide": Plain(day=OPINION, out_of=OF_TOWNS, counts=filled("rule")),
    "papers_reviewed": Plain(day="reviewed"),
    "papers_reviewed_in_time": Plain(
        day="meeting_date",
        out_of=neither(filled("withdrawn")),
        counts=not_later_than("reviewed", "meeting_date"),
    ),
}
PEOPLE = {
    "counsel_in_office": Plain(day="since", stands=True, counts=IN_OFFICE),
    "assignments": Plain(day="assigned"),
    "studies": Plain(
        day="assigned",
        counts=said("kind", "decision", "document", "litigation", "consultation", "other"),
    ),
    "team_persons": Plain(
        day="assigned",
        counts=both(said("kind", "contract"), is_true("by_team")),
        amount=number("persons"),
    ),
    "contracts_revised": Plain(day="assigned", amount=number("contracts_revised")),
    "units_with_a_public_lawyer": Plain(day="since", stands=True, counts=IN_OFFICE),
    "public_lawyers": Plain(day="since", stands=True, counts=IN_OFFICE),
    "work_of_public_lawyers": Plain(day="assigned", counts=filled("public_lawyer")),
    "villages_covered": Plain(day="listed", stands=True, counts=HAS_COUNSEL),
    "villages_with_counsel": Plain(day="listed", stands=True, counts=HAS_COUNSEL),
    "villages_without_counsel": Plain(
        day="listed", stands=True, counts=either(neither(done("appointed")), over)
    ),
    "manual_copies": Plain(day="issued", amount=number("copies")),
    "trainings": Plain(day="held"),
    "persons_trained": Plain(day="held", amount=number("attended")),
    "reviewers_trained": Plain(
        day="since", stands=True, out_of=IN_OFFICE, counts=happens_in("trained")
    ),
    "reviewers_untrained": Plain(
        day="since", stands=True, counts=both(IN_OFFICE, neither(happens_in("trained")))
    ),
}
REFERENCE = {**REVIEWS, **PEOPLE}
