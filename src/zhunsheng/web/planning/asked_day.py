"""Which day a page of plans is asked for: today without, and never a day to come."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest

from zhunsheng.engine.refusals import RefusedError
from zhunsheng.web import clock


class DayError(RefusedError):
    """What stands for a day is none, or one to come."""


def day_of(request: HttpRequest) -> date:
    """Get the day that the address names by `as_of`. Raises DayError."""
    today = clock.now().date()
    text = request.GET.get("as_of", "").strip()[:20]
    if not text:
        return today
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise DayError(
            f"“{text}”不是日期。请写成2026-03-02这样。",
            f"{text} is no day. Write it like 2026-03-02.",
        ) from error
    if day > today:
        raise DayError(
            f"{day}还没有到，不能查看。请选今天或者以前的日期。",
            f"{day} is still to come. Choose today or an earlier day.",
        )
    return day


def query_of(request: HttpRequest) -> str:
    """Get how links go on with the same day; nothing for today."""
    asked = request.GET.get("as_of", "").strip()
    return f"?as_of={day_of(request)}" if asked else ""
