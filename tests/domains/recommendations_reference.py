"""
The indicators of recommendations read by hand, one reference for each, in plain Python.

Written from what the mission's rows and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from datetime import date

from tests.indicators.plain import Holds, Plain, Values, day_of
from zhunsheng.engine.indicators.periods import Period

TERMS = (
    "judicial_reply_due",
    "normative_document_reply_due",
    "public_interest_reply_due",
    "urgent_reply_due",
    "procuratorial_reply_due",
    "until",
)


def last_day(document: Values) -> date | None:
    return next((document[key] for key in TERMS if document.get(key) is not None), None)


def of_kind(*kinds: str) -> Holds:
    return lambda document, _: document.get("kind") in kinds


def done(key: str) -> Holds:
    def holds(document: Values, period: Period) -> bool:
        day = day_of(document.get(key))
        return day is not None and day <= period.end

    return holds


def stands(document: Values, _: Period) -> bool:
    return document.get("withdrawn") is None


def over(document: Values, period: Period) -> bool:
    last = last_day(document)
    return stands(document, period) and last is not None and last <= period.end


def in_time(document: Values, _: Period) -> bool:
    last = last_day(document)
    return document.get("replied") is not None and last is not None and document["replied"] <= last


REFERENCE = {
    "judicial": Plain(
        day="received", counts=of_kind("governance", "normative", "enforcement", "appearance")
    ),
    "procuratorial": Plain(day="received", counts=of_kind("procuratorial", "public_interest")),
    "opinions": Plain(day="received", counts=of_kind("opinion")),
    "replied": Plain(day="received", out_of=stands, counts=done("replied")),
    "replied_on_time": Plain(day="received", out_of=over, counts=in_time),
    "completed": Plain(day="received", out_of=stands, counts=done("completed")),
}
