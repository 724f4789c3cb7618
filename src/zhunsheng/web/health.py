"""
Two addresses for whatever watches the site: whether the process answers, and whether the database does.

They say nothing else and ask for no login. The database is asked at most once a second, and a process
answers no more than some hundred times a minute.
"""

from __future__ import annotations

import threading
from collections import deque
from datetime import datetime, timedelta

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from zhunsheng.web import clock

MOST_A_MINUTE = 240
_MINUTE, _SECOND = timedelta(minutes=1), timedelta(seconds=1)


class _Answers:
    """The answers this process gave in the last minute, and what the database said last."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._given: deque[datetime] = deque()
        self._asked: datetime | None = None
        self._ready = False

    def too_many(self, now: datetime) -> bool:
        """Whether a minute's answers are used up; otherwise this one is counted."""
        with self._lock:
            while self._given and not now - _MINUTE < self._given[0] <= now:
                self._given.popleft()
            if len(self._given) >= MOST_A_MINUTE:
                return True
            self._given.append(now)
            return False

    def ready(self, now: datetime) -> bool:
        """Whether the database answers, asked at most once a second."""
        with self._lock:
            if self._asked is None or not self._asked <= now < self._asked + _SECOND:
                self._ready, self._asked = _database_answers(), now
            return self._ready


_answers = _Answers()


@require_safe
@never_cache
@login_not_required
def alive(_request: HttpRequest) -> HttpResponse:
    """Say that the process answers."""
    if _answers.too_many(clock.now()):
        return _too_many()
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
@login_not_required
def ready(_request: HttpRequest) -> HttpResponse:
    """Say whether the database answers: 200 or 503."""
    now = clock.now()
    if _answers.too_many(now):
        return _too_many()
    if _answers.ready(now):
        return HttpResponse("ok\n", content_type="text/plain")
    return HttpResponse("database\n", content_type="text/plain", status=503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM django_migrations LIMIT 1")
            return cursor.fetchone() is not None
    except DatabaseError:
        return False


def _too_many() -> HttpResponse:
    response = HttpResponse("too many requests\n", content_type="text/plain", status=429)
    response["Retry-After"] = "60"
    return response
