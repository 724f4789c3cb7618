"""
The indicators of compulsion read by hand, one reference for each, in plain Python.

Written from what the yearly figures and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from tests.domains.reading_by_hand import either, neither
from tests.indicators.plain import (
    Holds,
    Plain,
    Values,
    always,
    both,
    done,
    filled,
    is_true,
    not_later_than,
    open_yet,
    said,
)
from zhunsheng.engine.indicators.periods import Period


def each_and_all(kinds: tuple[str, ...]) -> dict[str, Holds]:
    return {kind: said("kind", kind) for kind in kinds} | {"all": always}


def overdue(measure: Values, period: Period) -> bool:
    """Past the last day of its term when the period ends, without having ended by that day."""
    for last in (measure.get("seizure_due"), measure.get("freeze_due")):
        if last is not None and last < period.end:
            ended = measure.get("ended")
            if ended is None or ended > last:
                return True
    return False


URGENT = is_true("urgent")
MEASURES = each_and_all(("seal", "seize", "freeze", "other"))
OF_MEASURES = {
    "made": always,
    "extended": done("extended_on"),
    "overdue": overdue,
    "lifted": done("lifted"),
    "handled": done("handled"),
    "annulled": done("annulled"),
}
EXECUTIONS = each_and_all(("surcharge", "transfer", "auction", "restore", "substitute", "other"))
OF_EXECUTIONS = {
    "made": always,
    "finished": done("finished"),
    "performed": done("performed"),
    "agreed": done("agreed"),
    "suspended": done("suspended"),
    "terminated": either(done("terminated"), done("given_up")),
    "annulled": done("annulled"),
}
REFERENCE = {
    "urgent_measures": Plain(day="executed", counts=URGENT),
    "urgent_reported_on_time": Plain(
        day="executed", out_of=URGENT, counts=is_true("reported_in_time")
    ),
    "seizures_ended_on_time": Plain(
        day="seizure_due", counts=not_later_than("ended", "seizure_due")
    ),
    "freezes_ended_on_time": Plain(
        day="freeze_due",
        counts=both(not_later_than("ended", "freeze_due"), neither(filled("lapsed"))),
    ),
    "freezes_lapsed": Plain(day="lapsed"),
    "measures_annulled": Plain(day="annulled"),
    "demands": Plain(day="demanded"),
    "performed_on_demand": Plain(
        day="demanded", counts=both(done("performed"), open_yet("carried_out"))
    ),
    "court_applications": Plain(day="applied"),
    "court_applied_on_time": Plain(
        day="court_application_due",
        out_of=both(open_yet("performed"), open_yet("terminated")),
        counts=not_later_than("applied", "court_application_due"),
    ),
    "court_permitted": Plain(day="ruled", counts=neither(filled("ruling_grounds"))),
    "executions_halted": Plain(
        day="suspended",
        stands=True,
        counts=both(open_yet("resumed"), open_yet("given_up"), open_yet("terminated")),
    ),
    "executions_annulled": Plain(day="annulled"),
    **{
        f"measures_{kind}_{column}": Plain(day="executed", counts=both(of_kind, counted))
        for kind, of_kind in MEASURES.items()
        for column, counted in OF_MEASURES.items()
    },
    **{
        f"executions_{kind}_{column}": Plain(day="carried_out", counts=both(of_kind, counted))
        for kind, of_kind in EXECUTIONS.items()
        for column, counted in OF_EXECUTIONS.items()
    },
}
