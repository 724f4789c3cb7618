"""The indicators of 双公示 read by hand, one reference for each, in plain Python."""

from __future__ import annotations

from tests.domains.reading_by_hand import neither
from tests.indicators.plain import Plain, Values, both, filled, not_later_than, open_yet, said
from zhunsheng.engine.indicators.periods import Period

TO_BE_SHOWN = neither(filled("exempted"))


def overdue(record: Values, period: Period) -> bool:
    return bool(record["double_publicity_due"] < period.end)


REFERENCE = {
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
