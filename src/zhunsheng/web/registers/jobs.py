"""What registers need done without being asked."""

from __future__ import annotations

from datetime import datetime, time

from django.utils.translation import gettext_noop

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.lists.declared_indexes import refresh
from zhunsheng.web.registers import drafts
from zhunsheng.web.registers.lateness import bring_up_to_date
from zhunsheng.web.registers.recounting import recount
from zhunsheng.web.scheduling.registry import Daily, Job


def _lateness(now: datetime) -> str:
    moved = bring_up_to_date(now)
    return f"核对{moved.looked_at}件在办事项：{moved.due}件到期日有变，{moved.late}件逾期状态有变。"


def _counts(now: datetime) -> str:
    return f"改正{recount(now)}条记录的自动计数。"


def _drafts(now: datetime) -> str:
    return f"删去{drafts.forget_old(now)}份过期草稿。"


def _indexes(_now: datetime) -> str:
    made, dropped = refresh(catalogue().registers())
    return f"新建{made}个索引，撤去{dropped}个。"


JOBS = (
    Job(
        key="lateness",
        label=gettext_noop("更新到期日和逾期状态"),
        when=Daily(at=time(0, 10)),
        run=_lateness,
    ),
    Job(key="counts", label=gettext_noop("核对自动计数"), when=Daily(at=time(0, 20)), run=_counts),
    Job(key="drafts", label=gettext_noop("删去过期草稿"), when=Daily(at=time(2, 20)), run=_drafts),
    Job(
        key="indexes",
        label=gettext_noop("按记录数整理索引"),
        when=Daily(at=time(2, 40)),
        run=_indexes,
    ),
)
