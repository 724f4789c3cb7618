"""The indicators of licences read by hand, one reference for each, in plain Python."""

from __future__ import annotations

from tests.domains.reading_by_hand import neither
from tests.indicators.plain import Plain, Values, filled, is_true, not_later_than
from zhunsheng.engine.indicators.periods import Period


def still_barred(ending: Values, period: Period) -> bool:
    return ending.get("banned_until") is not None and bool(ending["banned_until"] >= period.end)


REFERENCE = {
    "revoked": Plain(day="revoked"),
    "withdrawn": Plain(day="taken_back"),
    "cancelled": Plain(day="cancelled"),
    "obtained_by_fraud": Plain(day="revoked", counts=is_true("fraud")),
    "barred": Plain(day="revoked", stands=True, counts=still_barred),
    "granted": Plain(day="decided", counts=filled("content")),
    "decided_on_time": Plain(
        day="decision_due",
        out_of=neither(filled("withdrawn")),
        counts=not_later_than("decided", "decision_due"),
    ),
}
