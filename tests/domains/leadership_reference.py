"""
The indicators of leadership read by hand, one reference for each, in plain Python.

Written from what the mission's rows ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from tests.indicators.plain import (
    Plain,
    Values,
    both,
    done,
    filled,
    happens_in,
    is_true,
    not_later_than,
    said,
)
from zhunsheng.engine.indicators.periods import Period


def goes_on(instrument: Values, period: Period) -> bool:
    ended = instrument.get("ended")
    return ended is None or ended > period.end


POSTS = {
    "government": said("post", "government"),
    "party": said("post", "party"),
    "department": said("post", "department"),
    "all": filled("done_on"),
}
DUTIES = (*("plan", "study", "problem", "hearing", "report", "law_report", "appearance", "other"),)

REFERENCE = {
    "duty_acts": Plain(day="done_on"),
    "duties_met": Plain(day="done_on", each="duty", different=True),
    "problems_solved": Plain(day="raised", counts=done("solved")),
    "problems_decided": Plain(day="raised", counts=done("decided")),
    "reported_to_party": Plain(day="begun", stands=True, counts=happens_in("last_reported")),
    "deployments_linked": Plain(day="made", counts=done("linked")),
    "office_meetings": Plain(day="held"),
    "first_topics": Plain(
        day="held",
        out_of=said("meeting", "executive", "party"),
        counts=is_true("begins_with_study"),
    ),
    "organs_named": Plain(day="decided", counts=said("outcome", "named")),
    "programme_tasks_done": Plain(day="until", stands=True, counts=done("done_on")),
    "programme_tasks_on_time": Plain(day="until", counts=not_later_than("done_on", "until")),
    "programmes_complete": Plain(
        day="set_on", stands=True, each="programme", counts=done("done_on")
    ),
    "policy_instruments": Plain(
        day="registered",
        stands=True,
        counts=both(said("kind", "law", "document", "plan", "system", "list", "manual"), goes_on),
    ),
    **{
        f"duties_{duty}_{post}": Plain(day="done_on", counts=both(said("duty", duty), holds))
        for duty in DUTIES
        for post, holds in POSTS.items()
    },
}
