"""
The indicators of demonstration building read by hand, one reference for each, in plain Python.

Written from what the mission's rows ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from tests.indicators.plain import (
    Plain,
    Values,
    both,
    done,
    is_true,
    not_later_than,
    open_yet,
    said,
)
from zhunsheng.engine.indicators.periods import Period


def lacks_evidence(application: Values, _: Period) -> bool:
    return (application.get("without_evidence") or 0) > 0


THERE = open_yet("left")
REFERENCE = {
    "applications_reported": Plain(day="reported"),
    "named": Plain(day="decided", counts=said("outcome", "named")),
    "without_evidence": Plain(
        day="begun", stands=True, counts=both(open_yet("reported"), lacks_evidence)
    ),
    "look_backs_on_time": Plain(
        day="look_back_until", counts=not_later_than("looked_back", "look_back_until")
    ),
    "still_hold": Plain(day="looked_back", counts=is_true("still_holds")),
    "projects_selected": Plain(day="selected", stands=True, counts=both(open_yet("pooled"), THERE)),
    "projects_pooled": Plain(
        day="selected", stands=True, counts=both(done("pooled"), open_yet("stored"), THERE)
    ),
    "projects_stored": Plain(day="selected", stands=True, counts=both(done("stored"), THERE)),
    "single_projects_reserved": Plain(
        day="selected", stands=True, counts=both(said("kind", "project"), done("pooled"), THERE)
    ),
    "highlights_reported": Plain(day="reported"),
    "highlights_chosen": Plain(day="chosen"),
}
