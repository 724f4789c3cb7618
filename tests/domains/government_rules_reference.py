"""
The indicators of government legislation read by hand, one reference for each, in plain Python.

Written from what the mission's rows and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from tests.domains.reading_by_hand import number, of_each
from tests.indicators.plain import Plain, both, done, is_true, not_later_than, open_yet

FIELDS = (
    *("environment", "industries", "livelihood", "countryside"),
    *("intellectual_property", "other"),
)
OF_A_FIELD = {
    "planned": Plain(day="planned"),
    "under_way": Plain(
        day="planned", stands=True, counts=both(open_yet("withdrawn"), open_yet("decided"))
    ),
    "decided": Plain(day="decided"),
}
REFERENCE = {
    **OF_A_FIELD,
    **of_each("field", FIELDS, OF_A_FIELD),
    "on_plan": Plain(
        day="until", out_of=open_yet("withdrawn"), counts=not_later_than("decided", "until")
    ),
    "rules_published": Plain(day="published"),
    "reforms_without_project": Plain(
        day="decided", stands=True, counts=both(is_true("needs_law"), open_yet("arranged"))
    ),
    "counties_guided": Plain(day="until", counts=done("guided")),
    "drafts_sent": Plain(day="sent"),
    "comments_received": Plain(day="received", amount=number("comments")),
    "comments_adopted": Plain(day="received", amount=number("adopted")),
    "commenters_answered": Plain(day="received", counts=done("replied")),
}
