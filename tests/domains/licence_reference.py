"""The indicators of licences read by hand, one reference for each, in plain Python."""

from __future__ import annotations

from tests.domains.reading_by_hand import neither
from tests.indicators.plain import Plain, filled, not_later_than

REFERENCE = {
    "granted": Plain(day="decided", counts=filled("content")),
    "decided_on_time": Plain(
        day="decision_due",
        out_of=neither(filled("withdrawn")),
        counts=not_later_than("decided", "decision_due"),
    ),
}
