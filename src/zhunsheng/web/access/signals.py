"""Follows Django's signals of logging in and out: the log is written, sessions are opened and closed."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from zhunsheng.web import clock
from zhunsheng.web.access import codes, sessions
from zhunsheng.web.access.duties import SECOND_FACTOR
from zhunsheng.web.access.journal import Outcome, note
from zhunsheng.web.organizations.models import User


@receiver(user_logged_in)
def came_in(request: HttpRequest, user: User, **_: Any) -> None:
    """Open the session, and ask for the second factor where there is one."""
    at = clock.now()
    sessions.begin(request, user, at)
    if codes.device_of(user) is not None:
        request.session[SECOND_FACTOR] = "due"
    note(request, Outcome.CAME_IN, user, at)


@receiver(user_logged_out)
def went_out(request: HttpRequest, user: User | None, **_: Any) -> None:
    """Close the session."""
    if user is not None:
        sessions.forget(request.session)
        note(request, Outcome.WENT_OUT, user, clock.now())


@receiver(user_login_failed)
def failed(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    """Write down a try that failed."""
    if request is not None:
        locked = getattr(request, "axes_locked_out", False)
        outcome = Outcome.LOCKED if locked else Outcome.WRONG
        note(request, outcome, str(credentials.get("username") or ""), clock.now())
