"""The calendar the site counts by."""

from __future__ import annotations

from functools import cache

from zhunsheng.engine.law.calendar import Calendar


@cache
def calendar_of() -> Calendar:
    """Get the calendar of the published notices."""
    return Calendar()
