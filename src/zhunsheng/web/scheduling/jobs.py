"""The site's own upkeep: the weekly verification of the ledger, and what need not be kept."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.contrib.sessions.models import Session
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_noop

from zhunsheng.engine.messages import Message
from zhunsheng.web.notifications.people import with_role
from zhunsheng.web.notifications.telling import Telling, tell_all
from zhunsheng.web.registers.verifying import verify_all
from zhunsheng.web.scheduling.models import JobRun
from zhunsheng.web.scheduling.registry import Daily, Job

_SUNDAY = 6
_KEPT = timedelta(days=90)


def _verify(now: datetime) -> str:
    """Verify the ledger; where it does not hold, the audit administrators are told."""
    verified = verify_all()
    count = len(verified.faults)
    if not count:
        return f"核对通过：{verified.lines}行账目和全部记录相符。"
    says = Message(
        f"每周核对账本不通过，有{count}处不符，请立即查看。",
        f"The weekly verification of the ledger found {count} faults.",
    )
    telling = Telling(
        recipients=with_role("audit_administrator", now.date()),
        kind="site",
        says=says,
        address=reverse("ledger"),
        key=f"ledger/{now.date()}",
    )
    with transaction.atomic():
        tell_all([telling], now)
    return f"核对不通过：{count}处不符。首处：{verified.faults[0].says}"


def _clear(now: datetime) -> str:
    runs, _ = JobRun.objects.filter(started__lt=now - _KEPT).delete()
    sessions, _ = Session.objects.filter(expire_date__lt=now).delete()
    return f"清理旧的运行记录{runs}条、过期会话{sessions}个。"


JOBS = (
    Job(
        key="verification",
        label=gettext_noop("每周核对账本"),
        when=Daily(at=time(3, 0), weekday=_SUNDAY),
        run=_verify,
    ),
    Job(
        key="upkeep",
        label=gettext_noop("清理运行记录和过期会话"),
        when=Daily(at=time(2, 0)),
        run=_clear,
    ),
)
