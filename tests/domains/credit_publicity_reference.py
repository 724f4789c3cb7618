"""The indicators of 双公示 read by hand, one reference for each, in plain Python."""

from __future__ import annotations

from tests.domains.reading_by_hand import neither
from tests.indicators.plain import (
    Plain,
    Values,
    both,
    filled,
    is_true,
    not_later_than,
    open_yet,
    said,
)
from zhunsheng.engine.indicators.periods import Period

TO_BE_SHOWN = neither(filled("exempted"))


def overdue(record: Values, period: Period) -> bool:
    return bool(record["double_publicity_due"] < period.end)


def past_its_end(record: Values, period: Period) -> bool:
    return bool(record["end_by"] < period.end) and record.get("published") is not None


REFERENCE = {
    "market_penalties_shown_on_time": Plain(
        day="market_penalty_due",
        out_of=TO_BE_SHOWN,
        counts=not_later_than("shown", "market_penalty_due"),
    ),
    "withdrawn_on_time": Plain(
        day="market_penalty_withdrawal_due",
        counts=not_later_than("withdrawn", "market_penalty_withdrawal_due"),
    ),
    "repair_applications": Plain(day="repair_applied"),
    "repaired": Plain(
        day="ended", counts=both(filled("repair_applied"), is_true("all_conditions"))
    ),
    "shown_too_long": Plain(
        day="end_by",
        stands=True,
        counts=both(past_its_end, open_yet("ended"), open_yet("withdrawn")),
    ),
    "records": Plain(day="decided"),
    "licence_records": Plain(day="decided", counts=said("act", "licence")),
    "penalty_records": Plain(day="decided", counts=said("act", "penalty")),
    "uploaded_on_time": Plain(
        day="double_publicity_due",
        out_of=TO_BE_SHOWN,
        counts=not_later_than("published", "double_publicity_due"),
    ),
    "not_uploaded": Plain(
        day="double_publicity_due",
        stands=True,
        counts=both(TO_BE_SHOWN, open_yet("published"), overdue),
    ),
}
