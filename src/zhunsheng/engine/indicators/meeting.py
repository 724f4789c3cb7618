"""
Rows of a typed table beside the periods they belong to.

They meet by the day: equal days are found by hashing in one reading of the table, while a range of days
makes an engine sort the whole table first.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from zhunsheng.engine.indicators.declarations import Holds
from zhunsheng.engine.indicators.periods import Period

PERIOD, START, END = "period_key", "period_start", "period_end"
_DAY = "period_day"


def met(table: ir.Table, day: Any, holds: Holds, periods: Sequence[Period]) -> ir.Table:
    """Get each row with each period that its day belongs to; a row without a day meets none."""
    if holds == "in_period":
        spans = _spans((period, period.start) for period in periods)
        return table.join(spans, day == spans[_DAY])
    # Whatever came before the first of the ends belongs to all periods, as what came on it does.
    first = min((period.end for period in periods), default=date.min)
    spans = _spans((period, first) for period in periods)
    return table.join(spans, (day < first).ifelse(ibis.literal(first), day) == spans[_DAY])


def _spans(starting: Any) -> ir.Table:
    """Get a row for each period and each of its days, counted from a day of its own."""
    days = [
        (period, first + timedelta(days=number))
        for period, first in starting
        for number in range((period.end - first).days + 1)
    ]
    return ibis.memtable(
        pa.table(
            {
                PERIOD: pa.array([period.key for period, _ in days], pa.string()),
                START: pa.array([period.start for period, _ in days], pa.date32()),
                END: pa.array([period.end for period, _ in days], pa.date32()),
                _DAY: pa.array([day for _, day in days], pa.date32()),
            }
        )
    )
