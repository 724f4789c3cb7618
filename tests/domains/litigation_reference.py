"""
The indicators of litigation read by hand, one reference for each, in plain Python.

Written from what the mission's rows and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from tests.indicators.plain import Plain, Values, day_of
from zhunsheng.engine.indicators.periods import Period


def recorded(lawsuit: Values, _: Period) -> bool:
    return lawsuit.get("head_attended") is not None or lawsuit.get("absence_ground") is not None


def came(lawsuit: Values, _: Period) -> bool:
    return lawsuit.get("head_attended") is True


def performed(lawsuit: Values, period: Period) -> bool:
    day = day_of(lawsuit.get("performed"))
    return day is not None and day <= period.end


def performed_on_time(lawsuit: Values, _: Period) -> bool:
    day, last = day_of(lawsuit.get("performed")), day_of(lawsuit.get("performance_until"))
    return day is not None and last is not None and day <= last


REFERENCE = {
    "appearances_due": Plain(day="hearing", counts=recorded),
    "heads_appeared": Plain(day="hearing", counts=came),
    "appearance": Plain(day="hearing", out_of=recorded, counts=came),
    "judgments_performed": Plain(day="performance_until", counts=performed),
    "judgments_performed_on_time": Plain(day="performance_until", counts=performed_on_time),
}
