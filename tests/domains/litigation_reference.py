"""
The indicators of litigation read by hand, one reference for each, in plain Python.

Written from what the mission's rows and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from tests.indicators.plain import (
    Holds,
    Plain,
    Values,
    both,
    day_of,
    days_between,
    done,
    filled,
    happens_in,
    is_true,
    not_later_than,
    open_yet,
    said,
)
from zhunsheng.engine.indicators.periods import Period

LOST = ("revoke", "perform", "pay", "confirm_illegal", "invalid", "change", "agreement")
ENDINGS = ("dismiss_claim", "dismiss_suit", *LOST, "withdrawn", "mediated")
FIRST = said("instance", "first")
THROUGH_RECONSIDERATION = said("reconsidered", "upheld", "changed", "silent")
CAME = is_true("head_attended")


def recorded(lawsuit: Values, _: Period) -> bool:
    return lawsuit.get("head_attended") is not None or lawsuit.get("absence_ground") is not None


def of_concern(lawsuit: Values, _: Period) -> bool:
    return bool(set(lawsuit.get("concerns") or ()) - {"none"})


def not_resolved(dispute: Values, period: Period) -> bool:
    return dispute.get("method") is None or not done("ended")(dispute, period)


def overdue(one: Values, period: Period) -> bool:
    return bool(one["execute_until"] < period.end and not done("executed")(one, period))


LAWSUITS = {
    "appearances_due": Plain(day="hearing", counts=recorded),
    "heads_appeared": Plain(day="hearing", counts=CAME),
    "appearance": Plain(day="hearing", out_of=recorded, counts=CAME),
    "concerned_appearance": Plain(day="hearing", out_of=both(recorded, of_concern), counts=CAME),
    "lawsuits": Plain(day="served", counts=FIRST),
    "direct_suits": Plain(day="served", counts=both(FIRST, said("reconsidered", "no"))),
    "after_reconsideration": Plain(
        day="served", stands=True, counts=both(FIRST, THROUGH_RECONSIDERATION)
    ),
    "lost": Plain(day="judged", counts=both(FIRST, said("outcome", *LOST))),
    "first_instance_lost": Plain(day="judged", out_of=FIRST, counts=said("outcome", *LOST)),
    "lost_after_reconsideration": Plain(
        day="judged",
        out_of=both(FIRST, THROUGH_RECONSIDERATION),
        counts=said("outcome", *LOST),
    ),
    "judgments_performed": Plain(day="performance_until", counts=done("performed")),
    "judgments_performed_on_time": Plain(
        day="performance_until", counts=not_later_than("performed", "performance_until")
    ),
}

AROUND = {
    "circulated_due": Plain(day="to_day", amount=lambda one: one.get("due_total")),
    "circulated_attended": Plain(day="to_day", amount=lambda one: one.get("attended_total")),
    "reminders": Plain(day="issued", counts=said("kind", "reminder")),
    "urgings": Plain(day="issued", counts=said("kind", "urging")),
    "letters_answered_on_time": Plain(day="until", counts=not_later_than("replied", "until")),
    "disputes_resolved": Plain(day="ended", counts=filled("method")),
    "resolved": Plain(day="begun", counts=both(filled("method"), done("ended"))),
    "unresolved": Plain(day="begun", stands=True, counts=not_resolved),
    "days_to_apply": Plain(
        day="applied", counts=filled("suit_expired"), amount=days_between("suit_expired", "applied")
    ),
    "days_to_ruling": Plain(
        day="ruled", counts=filled("applied"), amount=days_between("applied", "ruled")
    ),
    "days_to_execution": Plain(
        day="executed", counts=filled("ruled"), amount=days_between("ruled", "executed")
    ),
    "executions_overdue": Plain(day="execute_until", stands=True, counts=overdue),
    "units_trained": Plain(day="held", amount=lambda one: one.get("organ_count")),
}


def carried_over(lawsuit: Values, period: Period) -> bool:
    judged = day_of(lawsuit.get("judged"))
    return lawsuit["served"] < period.start and (judged is None or judged >= period.start)


CONCLUDED = happens_in("judged")
ROWS: dict[str, tuple[bool, Holds]] = {
    "carried_over": (True, carried_over),
    "new": (False, filled("served")),
    "reconsidered": (False, THROUGH_RECONSIDERATION),
    "joint": (False, is_true("joint")),
    **{key: (True, both(CONCLUDED, said("outcome", key))) for key in ENDINGS},
    "lost": (True, both(CONCLUDED, said("outcome", *LOST))),
    "concluded": (True, CONCLUDED),
    "open": (True, open_yet("judged")),
}
COLUMNS: dict[str, Holds] = {
    "first": FIRST,
    "second": said("instance", "second"),
    "retrial": said("instance", "retrial"),
    "all": lambda _, __: True,
}
YEARLY = {
    f"yearly_{row}_{column}": Plain(day="served", stands=stands, counts=both(counts, holds))
    for row, (stands, counts) in ROWS.items()
    for column, holds in COLUMNS.items()
}

REFERENCE = {**LAWSUITS, **AROUND, **YEARLY}
