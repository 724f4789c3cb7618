"""What registers need done without being asked."""

from __future__ import annotations

from datetime import datetime, time

from zhunsheng.web.registers.lateness import bring_up_to_date
from zhunsheng.web.scheduling.registry import Daily, Job


def _lateness(now: datetime) -> str:
    moved = bring_up_to_date(now)
    return f"核对{moved.looked_at}件在办事项：{moved.due}件到期日有变，{moved.late}件逾期状态有变。"


JOBS = (
    Job(key="lateness", label="更新到期日和逾期状态", when=Daily(at=time(0, 10)), run=_lateness),
)
