"""
The indicators of enforcement read by hand, one reference for each, in plain Python.

Written from what the mission's rows and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from tests.domains.reading_by_hand import neither, number, of_each, standing
from tests.indicators.plain import (
    Plain,
    both,
    done,
    filled,
    is_true,
    not_later_than,
    open_yet,
    said,
)

KINDS = ("licence", "penalty", "compulsion", "confirmation", "benefit", "inspection")
LISTED = open_yet("retired")
CERTIFIED = both(said("mark", "valid"), open_yet("revoked"), standing("passed", "valid_until"))

STATISTICS = {
    "acts": Plain(day="year_ended", amount=number("total")),
    **{f"{kind}_acts": Plain(day="year_ended", amount=number(f"{kind}_count")) for kind in KINDS},
    "implausible_reports": Plain(day="year_ended", counts=is_true("implausible")),
}
BY_KIND = {
    "items": Plain(day="adopted", stands=True, counts=LISTED),
    "decisions": Plain(day="decided", counts=open_yet("exempted")),
    "decisions_published": Plain(day="decided", counts=done("published")),
}
CATALOGUE = {
    "publicity": Plain(day="decided", out_of=open_yet("exempted"), counts=done("published")),
    "item_codes": Plain(day="adopted", stands=True, each="code", different=True, counts=LISTED),
    "items_without_team": Plain(
        day="adopted", stands=True, counts=both(LISTED, neither(filled("team")))
    ),
    "items_published": Plain(day="adopted", stands=True, out_of=LISTED, counts=done("published")),
}
OFFICERS = {
    "officers": Plain(day="passed", stands=True, counts=open_yet("revoked")),
    "officers_certified": Plain(day="passed", stands=True, counts=CERTIFIED),
    "newly_qualified": Plain(day="passed"),
    "units_with_officers": Plain(day="passed", stands=True, counts=CERTIFIED),
    "certificates_revoked_on_time": Plain(
        day="revoke_until", counts=not_later_than("revoked", "revoke_until")
    ),
    "study_completed": Plain(
        day="study_until", counts=not_later_than("study_completed", "study_until")
    ),
    "officers_posted": Plain(
        day="posted", stands=True, counts=both(filled("posted_to"), open_yet("revoked"))
    ),
}

REFERENCE = {
    **STATISTICS,
    **BY_KIND,
    **CATALOGUE,
    **OFFICERS,
    **of_each("act", KINDS, BY_KIND),
}
