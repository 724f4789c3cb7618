"""
Sessions: how long one lasts, which are open, and ending them elsewhere.

The time of the last action is kept with the session and written once a minute at most, so that looking at
pages does not write all the time.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils.translation import gettext as _

from zhunsheng.web.access.journal import address_of, agent_of
from zhunsheng.web.access.models import OpenSession
from zhunsheng.web.organizations.models import User

_SINCE, _SEEN = "since", "seen"
_WRITTEN_AFTER = timedelta(minutes=1)


def begin(request: HttpRequest, user: User, at: datetime) -> None:
    """Open a session for somebody who has just logged in; where one must be enough, end the rest."""
    session = request.session
    session[_SINCE] = session[_SEEN] = at.isoformat()
    if session.session_key is None:
        session.create()
    if settings.ONE_SESSION:
        end_all(user)
    OpenSession.objects.update_or_create(
        key=session.session_key,
        defaults={
            "user": user,
            "since": at,
            "seen": at,
            "address": address_of(request),
            "agent": agent_of(request),
        },
    )


def why_over(session: SessionBase, at: datetime) -> str:
    """Get why a session is over; empty where it goes on."""
    since, seen = _moment(session, _SINCE, at), _moment(session, _SEEN, at)
    if settings.SESSION_HOURS and at - since >= timedelta(hours=settings.SESSION_HOURS):
        return _("登录已满%(hours)s小时，请重新登录。") % {"hours": settings.SESSION_HOURS}
    if settings.IDLE_MINUTES and at - seen >= timedelta(minutes=settings.IDLE_MINUTES):
        return _("%(minutes)s分钟没有操作，请重新登录。") % {"minutes": settings.IDLE_MINUTES}
    return ""


def touch(session: SessionBase, at: datetime) -> None:
    """Note that somebody is there."""
    if _SINCE not in session:
        session[_SINCE] = at.isoformat()
    if _SEEN not in session or at - _moment(session, _SEEN, at) >= _WRITTEN_AFTER:
        session[_SEEN] = at.isoformat()
        OpenSession.objects.filter(key=session.session_key).update(seen=at)


def open_sessions(user: User) -> list[OpenSession]:
    """Get the sessions in which somebody is logged in, the latest first; forgets those long gone."""
    found = OpenSession.objects.filter(user=user)
    found.exclude(key__in=Session.objects.values("session_key")).delete()
    return list(found.order_by("-seen"))


def end_all(user: User, *, but: str | None = None) -> int:
    """End the sessions of somebody, except perhaps the one that asks; get how many."""
    ended = list(OpenSession.objects.filter(user=user).exclude(key=but or ""))
    for one in ended:
        end(one)
    return len(ended)


def end(session: OpenSession) -> None:
    """End one session: its browser is logged out with its next request."""
    SessionStore(session.key).delete()
    session.delete()


def forget(session: SessionBase) -> None:
    """Forget a session that is being left."""
    OpenSession.objects.filter(key=session.session_key or "").delete()


def moved(session: SessionBase, old_key: str | None) -> None:
    """Follow a session that got a new key, as it does when the password changes."""
    OpenSession.objects.filter(key=old_key or "").update(key=session.session_key)


def _moment(session: SessionBase, name: str, otherwise: datetime) -> datetime:
    kept = session.get(name)
    return datetime.fromisoformat(kept) if isinstance(kept, str) else otherwise
