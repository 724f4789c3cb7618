"""
Brings the due date and the lateness of open entries up to date as days pass.

A due date follows from what is stored and needs no line. That an entry becomes late is a fact: it gets
a line of the ledger, so that nobody undoes it unseen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.errors import LawError
from zhunsheng.engine.registers.cases import Outlook, outlook
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import Head
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.keeping import seal_of
from zhunsheng.web.registers.models import Entry

BY_ITSELF = "site/0"
"""How lines name the site where nobody in particular acts."""

_CHUNK = 500


@dataclass(slots=True)
class Moved:
    """How many entries were looked at, got another due date, and became late or are so no longer."""

    looked_at: int = 0
    due: int = 0
    late: int = 0


def running() -> QuerySet[Entry]:
    """Get the open entries of the registers that have clocks, or name last days of their own."""
    timed = [
        named.name
        for named in catalogue().registers()
        if named.register.clocks or named.register.due_dates
    ]
    return Entry.unscoped.filter(done=False, register__in=timed)


def bring_up_to_date(at: datetime) -> Moved:
    """Bring all open entries up to date, a few hundred in each transaction."""
    moved, last = Moved(), 0
    while entries := list(running().filter(pk__gt=last).order_by("pk")[:_CHUNK]):
        stale = [entry.pk for entry in entries if _is_stale(entry, calendar_of(), at)]
        if stale:
            # Only now do others wait, and what they changed meanwhile is read again.
            with transaction.atomic():
                head = store.lock_head()
                again = running().filter(pk__in=stale).order_by("pk")
                recompute(head, list(again), calendar_of(), at, moved)
        moved.looked_at += len(entries)
        last = entries[-1].pk
    return moved


def recompute(
    head: Head, entries: Sequence[Entry], calendar: Calendar, at: datetime, moved: Moved
) -> None:
    """Recompute some entries by a calendar, with a line for each whose lateness changes."""
    changed, turned = [], []
    for entry in entries:
        found = outlook_of(entry, calendar, at)
        if found is None or (found.due, found.is_late) == (entry.due, entry.late):
            continue
        changed.append(entry)
        moved.due += found.due != entry.due
        if found.is_late != entry.late:
            turned.append(entry)
        entry.due, entry.late = found.due, found.is_late
    Entry.unscoped.bulk_update(changed, ("due", "late"), batch_size=_CHUNK)
    moved.late += len(turned)
    if turned:
        lines = [_line(entry) for entry in turned]
        store.append(head, lines, at=at, who=BY_ITSELF, did="entry.late")


def _is_stale(entry: Entry, calendar: Calendar, at: datetime) -> bool:
    found = outlook_of(entry, calendar, at)
    return found is not None and (found.due, found.is_late) != (entry.due, entry.late)


def outlook_of(entry: Entry, calendar: Calendar, at: datetime) -> Outlook | None:
    """Get where the clocks of an entry stand; None where its dates contradict the law's counting."""
    named = catalogue().register(entry.register)
    clocks = named.domain.clocks_by_key()
    try:
        return outlook(named.register, clocks, entry.values, at.date(), calendar)
    except LawError:
        return None  # the entry cannot be saved like this again; its page says why


def in_chunks(entries: QuerySet[Entry]) -> Iterator[list[Entry]]:
    """Get entries some hundreds at a time; which ones is settled first, so they may be changed."""
    keys = list(entries.values_list("pk", flat=True))
    for start in range(0, len(keys), _CHUNK):
        yield list(Entry.unscoped.filter(pk__in=keys[start : start + _CHUNK]).order_by("pk"))


def _line(entry: Entry) -> store.Draft:
    due = entry.due.isoformat() if entry.due else None
    says = {"changed": {}, "due": due, "entry": seal_of(entry)}
    return store.Draft(about=entry.about, says=says, personal={})
