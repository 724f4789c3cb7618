"""
Mails: what they say, and sending those that wait.

A mail holds a title, a number, a last day and a link, never a personal value. Without
ZHUNSHENG_SMTP_HOST there are none.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.urls import reverse

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.notifications.models import KINDS, Mail, Notification
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers.models import Entry

MOST_TRIES = 8
_AT_ONCE = 100
_LISTED = 100
_FOOT = "\n这是“准绳”自动发出的提醒。要改提醒方式，请在网站的“提醒”页设置。\n"
_log = logging.getLogger(__name__)


def reach(user: User) -> bool:
    """Whether somebody can be reached by mail."""
    return bool(settings.EMAIL_HOST and user.email)


def about(told: Notification, at: datetime) -> Mail:
    """Get the mail for one notification."""
    subject = f"［准绳］{KINDS[told.kind].zh}"
    if told.entry is not None:
        subject += f"：{_register(told.entry)} {told.entry.number}"
    body = "\n".join(_lines(told)) + "\n" + _FOOT
    return Mail(recipient=told.recipient, subject=subject[:200], body=body, made=at, next_try=at)


def digests(at: datetime) -> int:
    """Make one mail for each person whose notifications wait for the digest; get how many."""
    waiting = Notification.objects.filter(awaits_digest=True)
    people = list(User.objects.filter(pk__in=waiting.values("recipient"), is_active=True))
    for user in people:
        with transaction.atomic():
            told = list(waiting.filter(recipient=user).select_related("entry").order_by("pk"))
            if reach(user):
                Mail.objects.create(
                    recipient=user,
                    subject=f"［准绳］每日汇总：{len(told)}条提醒",
                    body="\n\n".join("\n".join(_lines(one)) for one in told[:_LISTED])
                    + (
                        f"\n\n另有{len(told) - _LISTED}条，请到网站查看。"
                        if len(told) > _LISTED
                        else ""
                    )
                    + "\n"
                    + _FOOT,
                    made=at,
                    next_try=at,
                )
            waiting.filter(pk__in=[one.pk for one in told]).update(awaits_digest=False)
    return len(people)


def send_waiting(now: datetime) -> tuple[int, int]:
    """
    Send the mails whose time has come; get how many went out, and how many could not.

    What could not be sent is tried again, each time after twice as long, and given up in the end. A
    process that dies between sending a mail and writing that down sends it once more.
    """
    found = Mail.objects.filter(sent=None, next_try__lte=now).select_related("recipient")
    waiting = list(found.order_by("next_try", "pk")[:_AT_ONCE])
    if not waiting or not settings.EMAIL_HOST:
        return 0, 0
    server = get_connection()
    failed = 0
    try:
        server.open()
        for mail in waiting:
            failed += not _sent(mail, server, now)
    except (SMTPException, OSError) as error:
        # The server does not answer at all: none of them goes out now.
        for mail in waiting:
            _put_off(mail, error, now)
        failed = len(waiting)
    finally:
        server.close()
    return len(waiting) - failed, failed


def _sent(mail: Mail, server: BaseEmailBackend, now: datetime) -> bool:
    """Send one mail and write down how it went."""
    message = EmailMessage(mail.subject, mail.body, to=[mail.recipient.email], connection=server)
    try:
        message.send()
    except (SMTPException, OSError) as error:
        _put_off(mail, error, now)
        server.close()  # the next one is tried over a new connection
        return False
    mail.sent, mail.next_try, mail.error = now, None, ""
    mail.tries += 1
    mail.save()
    return True


def _put_off(mail: Mail, error: Exception, now: datetime) -> None:
    _log.warning("Mail %s could not be sent: %s", mail.pk, error)
    mail.error = f"{type(error).__name__}: {error}"[:300]
    wait = timedelta(minutes=5 * 2**mail.tries)
    mail.tries += 1
    mail.next_try = None if mail.tries >= MOST_TRIES else now + wait
    mail.save()


def _lines(told: Notification) -> Iterable[str]:
    """Get what a mail says of one notification: a title unless it is personal, number, day, link."""
    address = told.address
    if told.entry is not None:
        register = catalogue().register(told.entry.register).register
        yield f"{register.label} {told.entry.number}"
        if register.title not in register.personal:
            yield told.entry.title
        address = reverse("record", args=[told.entry.pk])
    yield told.text
    if settings.SITE_URL and address:
        yield f"{settings.SITE_URL}{address}"


def _register(entry: Entry) -> str:
    return catalogue().register(entry.register).register.label
