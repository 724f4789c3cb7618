"""
The indicators of inspections read by hand, one reference for each, in plain Python.

Written from what the mission's rows and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from tests.indicators.plain import Plain, Values, both, done, filled, open_yet, said
from zhunsheng.engine.indicators.periods import Period

JOINT = said("form", "joint")


def found_something(visit: Values, _: Period) -> bool:
    return (visit.get("problems") or 0) > 0


def over_the_cap(visit: Values, _: Period) -> bool:
    planned = visit.get("kind") in {"random", "daily", "special"}
    made, cap = visit.get("visits_this_year"), visit.get("cap")
    return planned and made is not None and cap is not None and made >= cap


REFERENCE = {
    "visits": Plain(day="visited"),
    "subjects_visited": Plain(day="visited", each="subject", different=True),
    "visits_over_cap": Plain(day="planned", counts=both(over_the_cap, open_yet("cancelled"))),
    "results_published": Plain(day="completed", counts=done("published")),
    "soft_visits": Plain(day="visited", out_of=found_something, counts=filled("soft_measure")),
    "joint_visits": Plain(day="visited", counts=JOINT),
    "joint_subjects": Plain(day="visited", each="subject", different=True, counts=JOINT),
    "joint_problems": Plain(
        day="visited", counts=JOINT, amount=lambda visit: visit.get("problems")
    ),
    "joint_share": Plain(day="visited", counts=JOINT),
    "joint_due": Plain(
        day="planned", stands=True, counts=both(JOINT, open_yet("visited"), open_yet("cancelled"))
    ),
    "on_site_share": Plain(day="visited", counts=said("method", "on_site")),
    "remote_share": Plain(day="visited", counts=said("method", "remote")),
    "handheld_share": Plain(day="visited", counts=said("method", "handheld")),
}
