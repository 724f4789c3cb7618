"""
Reminders of last days: five and two working days before, on the day, and once it has passed.

They remind of clocks and of the days that an entry names itself.
Each is given once for a clock and its last day, whenever the scheduler comes to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.states import State, Status
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.due_dates import DueStatus
from zhunsheng.web.notifications.people import InUnits
from zhunsheng.web.notifications.telling import Telling, tell_all
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.lateness import in_chunks, outlook_of, running
from zhunsheng.web.registers.models import Entry

BEFORE = (0, 2, 5)
# What was overdue long before the site knew of it is no news.
_NEWS = timedelta(days=10)


def remind(at: datetime) -> int:
    """Remind of every last day that is near or just passed; get how many notifications were made."""
    today, calendar = at.date(), calendar_of()
    after = calendar.working_day_after(today, max(BEFORE) + 1)
    near = running().filter(due__gte=today - _NEWS, due__lt=after)
    count = 0
    for entries in in_chunks(list(near.values_list("pk", flat=True))):
        people = InUnits({entry.unit_id for entry in entries}, today)
        tellings = [
            _told(entry, day, today, calendar, people)
            for entry in entries
            if (found := outlook_of(entry, calendar, at)) is not None
            for day in (*_of_clocks(found.statuses), *_of_its_own(found.due_dates))
        ]
        with transaction.atomic():
            count += tell_all([one for one in tellings if one is not None], at)
    return count


@dataclass(frozen=True, slots=True)
class _LastDay:
    """A last day to remind of: of a clock, or of a day that an entry names itself."""

    key: str
    label: str
    day: date
    state: State
    provisional: bool = False


def _of_clocks(statuses: Iterable[Status]) -> Iterator[_LastDay]:
    for status in statuses:
        clock, deadline = status.run.clock, status.deadline
        if deadline is not None and not clock.is_minimum:
            yield _LastDay(
                clock.key, clock.label, deadline.last_day, status.state, deadline.provisional
            )


def _of_its_own(statuses: Iterable[DueStatus]) -> Iterator[_LastDay]:
    # Keys of clocks and of due dates may be alike.
    for status in statuses:
        due = status.due_date
        yield _LastDay(f"own.{due.key}", due.label, status.last_day, status.state)


def _told(
    entry: Entry, ending: _LastDay, today: date, calendar: Calendar, people: InUnits
) -> Telling | None:
    """Get what is to be told of one last day of an entry; None where it is far or long past."""
    last = ending.day
    if ending.state is State.OVERDUE and last >= today - _NEWS:
        return Telling(
            recipients=people.having(entry.unit_id, {"reporter", "approver"}),
            kind="overdue",
            says=Message(
                f"{ending.label}已于{last}届满，还没有办结。",
                f"{ending.label} ended on {last}; it is not finished.",
            ),
            entry=entry,
            key=f"{entry.pk}/{ending.key}/{last}/over",
        )
    left = calendar.working_days(today + timedelta(days=1), last)
    step = next((days for days in BEFORE if left <= days), None)
    if ending.state is not State.RUNNING or step is None:
        return None
    return Telling(
        recipients=people.having(entry.unit_id, {"reporter"} | _next(entry)),
        kind="due",
        says=_left(ending.label, left, last, today, provisional=ending.provisional),
        entry=entry,
        key=f"{entry.pk}/{ending.key}/{last}/{step}",
    )


def _left(label: str, left: int, last: date, today: date, *, provisional: bool) -> Message:
    doubt, doubtful = ("（暂定）", " (provisional)") if provisional else ("", "")
    if last == today:
        return Message(
            f"今天是{label}的最后一日{doubt}。", f"{label}: the last day is today{doubtful}."
        )
    days = "day" if left == 1 else "days"
    return Message(
        f"{label}还有{left}个工作日，最后一日{last}{doubt}。",
        f"{label}: {left} working {days} left, last day {last}{doubtful}.",
    )


def _next(entry: Entry) -> set[str]:
    """Get the roles that take the steps from where an entry is."""
    procedure = catalogue().register(entry.register).register.procedure
    steps = procedure.steps_from(entry.state) if procedure else ()
    return {role for step in steps for role in step.by}
