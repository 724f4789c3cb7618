"""Reminders, mails and the digest, as the scheduler runs them."""

from __future__ import annotations

import os
from datetime import datetime, time, timedelta

from django.utils.translation import gettext_noop

from zhunsheng.web.notifications.mails import digests, send_waiting
from zhunsheng.web.notifications.models import Mail, Notification
from zhunsheng.web.notifications.reminders import remind
from zhunsheng.web.scheduling.registry import Daily, Every, Job

_KEPT = timedelta(days=365)


def _digest_hour() -> int:
    """Get the hour of the digest: eight in the morning where the site does not say otherwise."""
    given = os.environ.get("ZHUNSHENG_DIGEST_HOUR", "8")
    return int(given) if given.isascii() and given.isdigit() and int(given) < 24 else 8


def _remind(now: datetime) -> str:
    return f"新提醒{remind(now)}条。"


def _digests(now: datetime) -> str:
    return f"每日汇总{digests(now)}人。"


def _send(now: datetime) -> str:
    sent, failed = send_waiting(now)
    return f"发出{sent}封，未发出{failed}封。"


def _clear(now: datetime) -> str:
    """Forget what was read, and mails that were sent, a year ago."""
    told, _ = Notification.objects.filter(read__isnull=False, made__lt=now - _KEPT).delete()
    mails, _ = Mail.objects.filter(next_try=None, made__lt=now - _KEPT).delete()
    return f"清理一年前的提醒{told}条、邮件{mails}封。"


JOBS = (
    Job(key="reminders", label=gettext_noop("期限提醒"), when=Every(minutes=60), run=_remind),
    Job(
        key="digest",
        label=gettext_noop("每日汇总邮件"),
        when=Daily(at=time(_digest_hour()), working_days=True),
        run=_digests,
    ),
    Job(key="mails", label=gettext_noop("发送邮件"), when=Every(minutes=2), run=_send),
    Job(
        key="old_notifications",
        label=gettext_noop("清理旧提醒"),
        when=Daily(at=time(2, 20)),
        run=_clear,
    ),
)
