"""
Brings last days and lateness up to date as days pass, and as the calendar of a year becomes certain.

That an entry becomes late is a fact: it gets a line of the ledger, so that nobody undoes it unseen. A last
day follows from what is stored; one line names all entries whose last days moved together, so that
whoever follows the ledger knows which to read again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.errors import LawError
from zhunsheng.engine.registers.cases import Outlook, outlook
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import Head
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.keeping import follow, follows, seal_of
from zhunsheng.web.registers.models import Entry

BY_ITSELF = "site/0"
"""How lines name the site where nobody in particular acts."""

RECOMPUTED = "entries/recomputed"
"""What a line is about that names entries whose last days moved; it says their keys."""

_CHUNK = 500
# The notice for a year comes in the autumn before; a program that brings it is installed within months.
_DOUBTFUL_FOR = timedelta(days=400)


@dataclass(slots=True)
class Moved:
    """How many entries were looked at, got another due date, and became late or are so no longer."""

    looked_at: int = 0
    due: int = 0
    late: int = 0


def timed() -> QuerySet[Entry]:
    """Get the entries of the registers that have clocks, or name last days of their own."""
    registers = [
        named.name
        for named in catalogue().registers()
        if named.register.clocks or named.register.due_dates
    ]
    return Entry.unscoped.filter(register__in=registers)


def running() -> QuerySet[Entry]:
    """Get those of them that are open: their last days move as days pass."""
    return timed().filter(done=False)


def ending_from(first: date, entries: QuerySet[Entry]) -> list[int]:
    """Get the keys of entries that have a last day on a day or later, open or closed."""
    rows = entries.order_by("pk").values_list("pk", "due", "last_days").iterator(chunk_size=5000)
    day = first.isoformat()
    return [
        key
        for key, due, last_days in rows
        if (due is not None and due >= first) or max(last_days.values(), default="") >= day
    ]


def bring_up_to_date(at: datetime) -> Moved:
    """Bring entries up to date, a few hundred in each transaction: the open, and doubtful closed ones."""
    moved, last = Moved(), 0
    while entries := list(running().filter(pk__gt=last).order_by("pk")[:_CHUNK]):
        _bring_up_to_date(entries, at, moved)
        last = entries[-1].pk
    for entries in in_chunks(_doubtful(at)):
        _bring_up_to_date(entries, at, moved)
    return moved


def _bring_up_to_date(entries: Sequence[Entry], at: datetime, moved: Moved) -> None:
    stale = [entry.pk for entry in entries if _is_stale(entry, calendar_of(), at)]
    if stale:
        # Only now do others wait, and what they changed meanwhile is read again.
        with transaction.atomic():
            head = store.lock_head()
            again = timed().filter(pk__in=stale).order_by("pk")
            recompute(head, list(again), calendar_of(), at, moved)
    moved.looked_at += len(entries)


def _doubtful(at: datetime) -> list[int]:
    """
    Get the closed entries whose last day was computed before the year's notice may have been there.

    A notice that comes with a new version of the program is not adopted, and moves them all the same.
    """
    since = at - _DOUBTFUL_FOR
    closed = timed().filter(done=True, changed_at__gte=since)
    return [
        key
        for year in range(since.year, at.year + 1)
        # From 29 December on the days of the coming year are doubtful without its notice.
        for key in ending_from(date(year, 12, 29), closed.filter(changed_at__year=year))
    ]


def recompute(
    head: Head, entries: Sequence[Entry], calendar: Calendar, at: datetime, moved: Moved
) -> None:
    """Recompute some entries by a calendar, with a line for each whose lateness changes."""
    changed, turned = [], []
    for entry in entries:
        found = outlook_of(entry, calendar, at)
        if found is None or follows(entry, found):
            continue
        changed.append(entry)
        moved.due += found.due != entry.due
        if found.is_late != entry.late:
            turned.append(entry)
        follow(entry, found)
    Entry.unscoped.bulk_update(changed, ("due", "late", "last_days"), batch_size=_CHUNK)
    moved.late += len(turned)
    named = {entry.pk for entry in turned}
    if unnamed := [entry.pk for entry in changed if entry.pk not in named]:
        line = store.Draft(about=RECOMPUTED, says={"entries": unnamed}, personal={})
        store.append(head, [line], at=at, who=BY_ITSELF, did="entry.recompute")
    if turned:
        lines = [_line(entry) for entry in turned]
        store.append(head, lines, at=at, who=BY_ITSELF, did="entry.late")


def _is_stale(entry: Entry, calendar: Calendar, at: datetime) -> bool:
    found = outlook_of(entry, calendar, at)
    return found is not None and not follows(entry, found)


def outlook_of(entry: Entry, calendar: Calendar, at: datetime) -> Outlook | None:
    """Get where the clocks of an entry stand; None where its dates contradict the law's counting."""
    named = catalogue().register(entry.register)
    clocks = named.domain.clocks_by_key()
    try:
        return outlook(named.register, clocks, entry.values, at.date(), calendar)
    except LawError:
        return None  # the entry cannot be saved like this again; its page says why


def in_chunks(keys: Sequence[int]) -> Iterator[list[Entry]]:
    """Get entries some hundreds at a time by their keys, which are settled first: they may be changed."""
    for start in range(0, len(keys), _CHUNK):
        yield list(Entry.unscoped.filter(pk__in=keys[start : start + _CHUNK]).order_by("pk"))


def _line(entry: Entry) -> store.Draft:
    due = entry.due.isoformat() if entry.due else None
    says = {"changed": {}, "due": due, "entry": seal_of(entry)}
    return store.Draft(about=entry.about, says=says, personal={})
