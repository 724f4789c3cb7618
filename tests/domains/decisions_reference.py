"""
The indicators of decisions read by hand, one reference for each, in plain Python.

Written from what the mission's rows and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from tests.domains.reading_by_hand import neither, number, of_each
from tests.indicators.plain import (
    Plain,
    Values,
    both,
    done,
    filled,
    is_true,
    not_later_than,
    open_yet,
    said,
)
from zhunsheng.engine.indicators.periods import Period

TEN = (
    *("environment", "natural_resources", "education", "food_safety", "public_health", "labour"),
    *("city_management", "finance", "network_security", "ethnic_unity"),
)
MADE = said("outcome", "adopted", "adopted_amended")
OPEN_TO_ALL = neither(is_true("not_public"))
REVIEWED = not_later_than("opinion_given", "met")


def of_its_year(catalogue: Values, period: Period) -> bool:
    return catalogue.get("year") == period.end.year


OF_A_SUBJECT = {
    "made": Plain(day="met", counts=MADE),
    "with_all_steps": Plain(day="met", out_of=MADE, counts=is_true("complete")),
    "risks_assessed": Plain(
        day="met",
        out_of=both(MADE, said("subject", *TEN)),
        counts=not_later_than("risk_assessed", "met"),
    ),
}
REFERENCE = {
    **OF_A_SUBJECT,
    **of_each("subject", (*TEN, "other"), OF_A_SUBJECT),
    "reviewed": Plain(day="met", out_of=MADE, counts=REVIEWED),
    "published": Plain(day="met", out_of=both(MADE, OPEN_TO_ALL), counts=done("published")),
    "heard": Plain(day="met", out_of=both(MADE, OPEN_TO_ALL), counts=done("adoption_done")),
    "counsel_present": Plain(day="met", out_of=MADE, counts=is_true("counsel_present")),
    "without_counsel": Plain(day="met", counts=both(MADE, neither(is_true("counsel_present")))),
    "unpublished": Plain(
        day="met", stands=True, counts=both(MADE, OPEN_TO_ALL, open_yet("published"))
    ),
    "days_to_publication": Plain(
        day="published", counts=filled("publication_lag"), amount=number("publication_lag")
    ),
    "on_catalogue": Plain(day="met", counts=both(MADE, filled("catalogue_item"))),
    "off_catalogue": Plain(day="met", counts=both(MADE, neither(filled("catalogue_item")))),
    "unreviewed": Plain(day="met", counts=both(MADE, neither(REVIEWED))),
    "opinions_received": Plain(day="opinion_given"),
    "catalogues_covering": Plain(
        day="published",
        stands=True,
        counts=both(of_its_year, said("organ_kind", "government", "department")),
    ),
    "catalogues_published": Plain(day="adopted", counts=done("published")),
    "items_decided": Plain(day="planned", out_of=open_yet("removed"), counts=done("decided")),
    "items_undecided": Plain(
        day="planned", stands=True, counts=both(open_yet("removed"), open_yet("decided"))
    ),
    "items_closed": Plain(day="decided"),
}
