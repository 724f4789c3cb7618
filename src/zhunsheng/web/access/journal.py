"""Writes the log of logins, and counts tries from an address."""

from __future__ import annotations

import ipaddress
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest

from zhunsheng.web.access.models import SignIn
from zhunsheng.web.organizations.models import User

Outcome = SignIn.Outcome
WINDOW = timedelta(minutes=10)
_FAILED = (Outcome.WRONG, Outcome.LOCKED, Outcome.CODE_WRONG)
_NOTED_AGAIN = timedelta(minutes=1)


def address_of(request: HttpRequest) -> str:
    """
    Get the address a request comes from.

    Behind proxies (ZHUNSHENG_PROXIES) it is what the outermost of ours says; what a browser itself claims
    to be is not believed.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    if settings.PROXIES:
        told = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",")
        if len(told) >= settings.PROXIES:
            address = told[-settings.PROXIES].strip()
    try:
        return str(ipaddress.ip_address(address))
    except ValueError:
        return ""


def agent_of(request: HttpRequest) -> str:
    """Get what a browser says it is, shortened."""
    return str(request.META.get("HTTP_USER_AGENT", ""))[:200]


def note(request: HttpRequest, outcome: SignIn.Outcome, who: User | str, at: datetime) -> None:
    """Write one line: for somebody who is known, or for a name that was typed."""
    user = who if isinstance(who, User) else User.objects.filter(username=who).first()
    name = user.username if user else _shortened(str(who))
    SignIn.objects.create(
        at=at,
        outcome=outcome,
        username=name,
        user=user,
        address=address_of(request),
        agent=agent_of(request),
    )


def too_many(request: HttpRequest, at: datetime) -> bool:
    """Whether too many tries from an address failed within ten minutes; noted once a minute."""
    limit = settings.LOGIN_FAILURES_PER_ADDRESS
    tries = SignIn.objects.filter(address=address_of(request), at__gt=at - WINDOW)
    if not limit or tries.filter(outcome__in=_FAILED)[:limit].count() < limit:
        return False
    if not tries.filter(outcome=Outcome.TOO_MANY, at__gt=at - _NOTED_AGAIN).exists():
        note(request, Outcome.TOO_MANY, "", at)
    return True


def _shortened(name: str) -> str:
    return f"{name[:2]}…（{len(name)}字）" if name else ""
