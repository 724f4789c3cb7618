"""
The indicators of the plan read by hand, one reference for each, in plain Python.

Written from what the mission's rows ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from typing import Any

from tests.indicators.plain import (
    Holds,
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

STANDS = open_yet("dropped")
NEITHER_DROPPED_NOR_CARRIED = both(open_yet("dropped"), open_yet("carried"))


def empty(key: str) -> Holds:
    """Nothing stands there."""
    return lambda entry, _: entry.get(key) is None


def already_past(key: str) -> Holds:
    """The day lies before the last one of the period."""

    def holds(entry: Values, period: Period) -> bool:
        day: Any = entry.get(key)
        return day is not None and day < period.end

    return holds


def completion_of(level: str) -> Plain:
    """What a level has completed of what was handed to it."""
    return Plain(
        day="assigned", out_of=both(said("level", level), STANDS), counts=done("completed")
    )


REFERENCE = {
    "tasks": Plain(day="since", counts=STANDS),
    "tasks_without_leader": Plain(day="since", counts=both(empty("leader"), STANDS)),
    "tasks_carried_over": Plain(day="since", counts=both(filled("carries"), STANDS)),
    "tasks_dropped": Plain(day="dropped"),
    "completion": Plain(day="assigned", out_of=STANDS, counts=done("completed")),
    "duties_on_time": Plain(
        day="until",
        out_of=NEITHER_DROPPED_NOR_CARRIED,
        counts=both(not_later_than("met", "until"), done("met")),
    ),
    "duties_unaccepted": Plain(
        day="assigned",
        stands=True,
        counts=both(open_yet("accepted"), open_yet("reported"), NEITHER_DROPPED_NOR_CARRIED),
    ),
    "duties_in_progress": Plain(
        day="assigned",
        stands=True,
        counts=both(done("accepted"), open_yet("completed"), NEITHER_DROPPED_NOR_CARRIED),
    ),
    "duties_overdue": Plain(
        day="until",
        stands=True,
        counts=both(already_past("until"), open_yet("met"), NEITHER_DROPPED_NOR_CARRIED),
    ),
    "duties_completed": Plain(day="completed"),
    "duties_returned": Plain(day="returned"),
    "duties_carried": Plain(day="carried"),
    "completion_prefecture": completion_of("prefecture"),
    "completion_county": completion_of("county"),
    "completion_town": completion_of("town"),
    "tasks_with_measures": Plain(day="planned", each="task", different=True, counts=STANDS),
    "measures_on_time": Plain(
        day="until",
        out_of=STANDS,
        counts=both(not_later_than("done_on", "until"), done("done_on")),
    ),
    "progress_reports": Plain(day="effective"),
    "targets": Plain(day="since", counts=STANDS),
    "targets_with_indicators": Plain(day="since", out_of=STANDS, counts=filled("indicator")),
    "plans": Plain(day="issued", counts=said("kind", "annual")),
}
