"""
The last days of entries as they stood at a past moment.

No line says them, for they follow from values, calendar and day. They were computed when an entry was
changed, and again when a night or a notice moved them; both left a line with its day. So they are computed
as of that day, by the calendar that was known at the moment.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.errors import LawError
from zhunsheng.engine.law.notices import published_notices
from zhunsheng.engine.registers.cases import outlook
from zhunsheng.web.holidays.models import HolidayNotice
from zhunsheng.web.ledger import past
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.ledger.past import Moment
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.keeping import written_days
from zhunsheng.web.registers.lateness import RECOMPUTED


@dataclass(frozen=True, slots=True)
class Days:
    """The next last day of an entry, and the last day of each clock as it is stored."""

    due: date | None = None
    last_days: Mapping[str, str] = field(default_factory=dict)


NO_DAYS = Days()


def calendar_then(moment: Moment) -> Calendar:
    """
    Get the calendar as it was known: the notices issued by then, and those the site had adopted.

    A published notice counts from the day it was issued; the program that brings it may have come later.
    """
    adopted_by_then = {
        about.removeprefix("calendar/")
        for (about,) in past.rows(past.last_lines("calendar", moment), "about")
    }
    published = published_notices()
    known = [notice for notice in published if notice.issued <= moment.day]
    kept = list(HolidayNotice.objects.order_by("pk"))
    adopted = [one for one in kept if one.number in adopted_by_then]
    if len(known) == len(published) and len(adopted) == len(kept):
        return calendar_of()
    return Calendar([*known, *(one.notice() for one in adopted)])


class DaysThen:
    """
    Gives the last days of entries of one register as they stood at a moment.

    Where it is told of which entries by their keys, and from which line on, no more lines are read than that.
    """

    def __init__(
        self,
        named: NamedRegister,
        moment: Moment,
        keys: Collection[int] | None = None,
        since: int = -1,
    ) -> None:
        register = named.register
        self._named = named
        self._are_there = bool(register.clocks or register.due_dates)
        if self._are_there:
            self._clocks = named.domain.clocks_by_key()
            self._calendar = calendar_then(moment)
            self._moved = _moved(moment, keys, since)

    def of(self, key: int, values: Mapping[str, Any], number: int, at: str) -> Days:
        """
        Get the last days of an entry whose last line has a number and was written at a time.

        What the law's counting no longer takes has none: the declaration changed since.
        """
        if not self._are_there:
            return NO_DAYS
        later, day = self._moved.get(key, (-1, at))
        as_of = date.fromisoformat((day if later > number else at)[:10])
        try:
            found = outlook(self._named.register, self._clocks, values, as_of, self._calendar)
        except LawError:
            return NO_DAYS
        return Days(found.due, written_days(found))


def _moved(moment: Moment, keys: Collection[int] | None, since: int) -> dict[int, tuple[int, str]]:
    """Get the last line by a moment that named each entry whose last days moved by themselves."""
    lines = StoredLine.objects.filter(
        about=RECOMPUTED, number__gt=since, number__lte=moment.position
    )
    wanted = None if keys is None else set(keys)
    found: dict[int, tuple[int, str]] = {}
    for number, at, says in past.rows(lines.order_by("-number"), "number", "at", "says"):
        for key in says["entries"] if wanted is None else wanted & set(says["entries"]):
            found.setdefault(key, (number, at))
        if wanted is not None and len(found) == len(wanted):
            break
    return found
