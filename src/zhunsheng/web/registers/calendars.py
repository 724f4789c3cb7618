"""
The calendar the site counts by: the published notices, and those the site has adopted.

Adopting a notice in one process reaches the others with their next request: each request, and each
job, looks once whether the notices are still the same.
"""

from __future__ import annotations

import threading

from django.core.signals import request_started

from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.notices import published_notices
from zhunsheng.web.holidays.models import HolidayNotice


class _Looked(threading.local):
    """Whether this thread has looked at the notices since its request began."""

    lately = False


class _Held:
    """The calendar of this process, and the notices it was made of."""

    keys: tuple[tuple[int, str], ...] = ()
    calendar: Calendar | None = None


_looked = _Looked()
_held = _Held()


def calendar_of() -> Calendar:
    """Get the calendar of the published notices and the adopted ones."""
    if not _looked.lately or _held.calendar is None:
        keys = tuple(HolidayNotice.objects.order_by("pk").values_list("pk", "number"))
        if _held.calendar is None or keys != _held.keys:
            adopted = [kept.notice() for kept in HolidayNotice.objects.order_by("pk")]
            _held.calendar = Calendar([*published_notices(), *adopted])
            _held.keys = keys
        _looked.lately = True
    return _held.calendar


def look_again(**_: object) -> None:
    """Let this thread look anew whether the notices are still the same."""
    _looked.lately = False


request_started.connect(look_again, dispatch_uid="zhunsheng.calendar")
