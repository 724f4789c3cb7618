"""
The indicators of penalties read by hand, one reference for each, in plain Python.

Written from what the mission's rows ask, not from the declarations: both must agree.
"""

from __future__ import annotations

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


def overdue(case: Values, period: Period) -> bool:
    return bool(case["report_until"] < period.end)


def not_retired(item: Values, period: Period) -> bool:
    return item.get("retired") is None or bool(item["retired"] >= period.end)


STANDS = both(done("published"), not_retired)
REFERENCE = {
    "punished": Plain(day="decided", counts=said("outcome", "penalty")),
    "on_the_spot": Plain(day="decided"),
    "fines": Plain(day="decided", counts=filled("fine")),
    "fines_outside": Plain(
        day="decided", counts=both(filled("fine"), said("deviation", "below", "above"))
    ),
    "fines_without_benchmark": Plain(
        day="decided", counts=both(filled("fine"), said("deviation", "unknown"))
    ),
    "filed_on_time": Plain(
        day="report_until",
        out_of=is_true("major"),
        counts=not_later_than("reported", "report_until"),
    ),
    "not_filed": Plain(
        day="report_until",
        stands=True,
        counts=both(is_true("major"), open_yet("reported"), overdue),
    ),
    "leniency_items": Plain(day="adopted", stands=True, counts=STANDS),
    "leniency_departments": Plain(
        day="adopted", stands=True, counts=STANDS, each="responsible", different=True
    ),
}
