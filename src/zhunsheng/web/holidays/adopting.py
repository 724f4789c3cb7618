"""
Adopting a holiday notice: first what it moves, then, as an action, the notice and all that moves.

It knows the notice and the open entries it can reach; how days are counted is the engine's affair.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.changes import MovedDay, moved_days, with_notice
from zhunsheng.engine.law.errors import NoticeError
from zhunsheng.engine.law.notices import Notice, read_notice
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.holidays.models import HolidayNotice
from zhunsheng.web.ledger import store
from zhunsheng.web.registers.calendars import calendar_of, look_again
from zhunsheng.web.registers.errors import ForbiddenError
from zhunsheng.web.registers.lateness import (
    Moved,
    ending_from,
    in_chunks,
    outlook_of,
    recompute,
    running,
    timed,
)
from zhunsheng.web.registers.models import Entry

SHOWN = 100
_UPLOADED = "上传的文件"


@dataclass(frozen=True, slots=True)
class MovedDue:
    """An entry whose next last day moves, or becomes certain."""

    entry: Entry
    after: date | None
    was_provisional: bool
    is_provisional: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What a notice moves: days, and entries (the first of them listed, all of them counted)."""

    notice: Notice
    days: list[MovedDay]
    listed: list[MovedDue] = field(default_factory=list)
    count: int = 0


def preview(content: bytes, at: datetime) -> Change:
    """Get what a notice would move; nothing is kept. Raises NoticeError, LawError."""
    notice, before, after = _read(content)
    listed, count = [], 0
    entries = running().filter(due__gte=_first(notice, before, after))
    for moved in _moved(entries.order_by("due", "pk"), before, after, at):
        count += 1
        if count <= SHOWN:
            listed.append(moved)
    return Change(notice, _days(notice, before, after), listed, count)


@transaction.atomic
def adopt(actor: Actor, content: bytes, at: datetime) -> Moved:
    """
    Adopt a notice and recompute the entries it reaches, all in one transaction.

    Those that are closed already are reached too: whether they were in time follows from the days.

    Raises ForbiddenError, NoticeError for what is no notice or is there already.
    """
    if not policy.may_run_site(actor):
        raise ForbiddenError(
            "只有系统管理员可以采用放假通知。", "Only system administrators adopt holiday notices."
        )
    head = store.lock_head()
    look_again()
    notice, before, after = _read(content)
    text = content.decode("utf-8-sig")
    HolidayNotice.objects.create(
        number=notice.number,
        title=notice.title,
        year=notice.year,
        issued=notice.issued,
        content=text,
        adopted_by=actor.user,
        adopted_at=at,
    )
    says = {
        "title": notice.title,
        "year": notice.year,
        "issued": notice.issued.isoformat(),
        "content": hashlib.sha256(text.encode()).hexdigest(),
    }
    draft = store.Draft(about=f"calendar/{notice.number}", says=says, personal={})
    store.append(head, [draft], at=at, who=f"user/{actor.user.pk}", did="calendar.adopt")
    moved = Moved()
    for entries in in_chunks(ending_from(_first(notice, before, after), timed())):
        recompute(head, entries, after, at, moved)
    look_again()
    transaction.on_commit(look_again)
    return moved


def _read(content: bytes) -> tuple[Notice, Calendar, Calendar]:
    """Get a notice with the calendars without and with it. Raises NoticeError."""
    notice = read_notice(content, _UPLOADED)
    if notice.region:
        raise NoticeError(
            f"这是“{notice.region}”的通知，本站按全国的日历计算，没有采用。",
            f"This notice is for {notice.region}; the site counts by the country's calendar.",
        )
    before = calendar_of()
    return notice, before, with_notice(before, notice)


def _days(notice: Notice, before: Calendar, after: Calendar) -> list[MovedDay]:
    return moved_days(before, after, (notice.year - 1, notice.year))


def _first(notice: Notice, before: Calendar, after: Calendar) -> date:
    """Get the first day a notice moves: entries that end before it are not reached."""
    moved = [change.before.date for change in _days(notice, before, after)]
    # From 29 December on the days of the coming year were doubtful; now they are certain.
    return min([*moved, date(notice.year - 1, 12, 29)])


def _moved(
    entries: QuerySet[Entry], before: Calendar, after: Calendar, at: datetime
) -> Iterator[MovedDue]:
    for entry in entries.select_related("unit").iterator(chunk_size=500):
        old, new = (outlook_of(entry, calendar, at) for calendar in (before, after))
        if old is None or new is None:
            continue
        was, now = (any(status.is_provisional for status in one.statuses) for one in (old, new))
        if (old.due, was) != (new.due, now):
            yield MovedDue(entry, new.due, was, now)
