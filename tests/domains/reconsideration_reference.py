"""
The indicators of reconsideration read by hand, one reference for each, in plain Python.

Written from what the mission's rows and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from datetime import date

from tests.indicators.plain import Holds, Plain, Values, day_of
from zhunsheng.engine.indicators.periods import Period


def end_of(case: Values) -> date | None:
    return day_of(case.get("decided") or case.get("mediated") or case.get("terminated"))


def ended(case: Values, period: Period) -> bool:
    day = end_of(case)
    return day is not None and day <= period.end


def open_yet(case: Values, period: Period) -> bool:
    return not ended(case, period)


def outcome(*outcomes: str) -> Holds:
    return lambda case, period: ended(case, period) and case.get("outcome") in outcomes


def done(key: str) -> Holds:
    def holds(entry: Values, period: Period) -> bool:
        day = day_of(entry.get(key))
        return day is not None and day <= period.end

    return holds


def not_later_than(key: str, last: str) -> Holds:
    return lambda entry, _: (
        entry.get(key) is not None and entry.get(last) is not None and entry[key] <= entry[last]
    )


CORRECTED = ("change", "revoke", "partly_revoke", "confirm_illegal", "invalid", "perform")

REFERENCE = {
    "accepted": Plain(day="accepted"),
    "concluded": Plain(day="accepted", counts=ended),
    "pending": Plain(day="accepted", stands=True, counts=open_yet),
    "confirmed_illegal": Plain(day="accepted", counts=outcome("confirm_illegal")),
    "revoked": Plain(day="accepted", counts=outcome("revoke", "partly_revoke")),
    "ordered_to_perform": Plain(day="accepted", counts=outcome("perform")),
    "corrected": Plain(day="accepted", out_of=ended, counts=outcome(*CORRECTED)),
    "mediated": Plain(day="accepted", out_of=ended, counts=outcome("mediated")),
    "mediation_performed": Plain(day="mediated", counts=done("performed")),
    "opinions_reported": Plain(
        day="opinion_report_due", counts=not_later_than("reported", "opinion_report_due")
    ),
    "decisions_performed": Plain(day="received", counts=done("performed")),
    "decisions_performed_on_time": Plain(day="until", counts=not_later_than("performed", "until")),
}
