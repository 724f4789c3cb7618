"""
The calendar of due dates: a month with what falls due on each day, days off and make-up days marked.

What the offices do comes from the calendar of the law; what is due from the entries one may see.
"""

from __future__ import annotations

import calendar as weeks
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.calendar import Day, Kind
from zhunsheng.web import clock, policy
from zhunsheng.web.lists.listed import title_of
from zhunsheng.web.lists.stored import Said
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of

SHOWN = 3
MOST_OF_A_DAY = 200
_FIRST_YEAR, _LAST_YEAR = 2005, 2098


@dataclass(frozen=True, slots=True)
class Item:
    """Something that falls due."""

    pk: int
    title: str
    register: str


@dataclass(frozen=True, slots=True)
class Square:
    """A day of the month as the page shows it."""

    day: Day
    in_month: bool
    is_today: bool
    is_past: bool
    count: int
    items: Sequence[Item]

    @property
    def is_off(self) -> bool:
        """Whether the offices are closed."""
        return not self.day.is_working

    @property
    def is_make_up(self) -> bool:
        """Whether it is a weekend that is worked."""
        return self.day.kind is Kind.MAKE_UP

    @property
    def more(self) -> int:
        """How many there are besides those shown."""
        return self.count - len(self.items)


@require_GET
def calendar(request: HttpRequest, name: str = "") -> HttpResponse:
    """Show what falls due in a month, or on one day of it; of one register or of all."""
    actor, today = actor_of(request), clock.now().date()
    named = catalogue().register(name) if name else None
    chosen = day_of(request.GET.get("day", ""))
    month = (chosen or month_of(request.GET.get("month", ""), today)).replace(day=1)
    due = policy.entries_for(actor).filter(done=False)
    if name:
        due = due.filter(register=Said(name))
    grid = squares(due, month, today)
    context: dict[str, Any] = {
        "named": named,
        "month": month,
        "before": month - timedelta(days=1),
        "after": month + timedelta(days=31),
        "today": today,
        "weeks": grid,
        "total": f"{_total(grid):,}",
        "provisional": any(square.day.provisional for week in grid for square in week),
        "chosen": chosen,
    }
    if chosen is not None:
        listed = list(
            due.filter(due=chosen).defer("private").order_by("register", "pk")[:MOST_OF_A_DAY]
        )
        context["listed"] = [(item_of(entry), entry.number, entry.unit) for entry in listed]
    return render(request, "registers/calendar.html", context)


def squares(due: QuerySet[Entry], month: date, today: date) -> list[list[Square]]:
    """Get the weeks of a month, Monday first: two queries, however many entries there are."""
    days = weeks.Calendar().monthdatescalendar(month.year, month.month)
    first, last = days[0][0], days[-1][-1]
    within = due.filter(due__gte=first, due__lte=last)
    counted = dict(
        within.order_by().values_list("due").annotate(count=Count("pk")).values_list("due", "count")
    )
    items = _items(within)
    known = {day.date: day for day in calendar_of().days(first, last)}
    return [
        [
            Square(
                day=known[day],
                in_month=day.month == month.month,
                is_today=day == today,
                is_past=day < today,
                count=counted.get(day, 0),
                items=items.get(day, ()),
            )
            for day in week
        ]
        for week in days
    ]


def _total(grid: list[list[Square]]) -> int:
    return sum(square.count for week in grid for square in week if square.in_month)


def item_of(entry: Entry) -> Item:
    """Get how the calendar speaks of an entry."""
    named = catalogue().register(entry.register)
    return Item(entry.pk, title_of(entry), named.register.label)


def day_of(text: str) -> date | None:
    """Get a day from an address; None for what is no day of the calendar."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def month_of(text: str, today: date) -> date:
    """Get the first day of the month an address names, such as 2026-03; of this month otherwise."""
    return day_of(f"{text}-01") or today.replace(day=1)


def _items(within: QuerySet[Entry]) -> Mapping[date, Sequence[Item]]:
    place = Window(RowNumber(), partition_by=F("due"), order_by=F("pk").asc())
    first = within.defer("private", "values").annotate(place=place).filter(place__lte=SHOWN)
    found: dict[date, list[Item]] = defaultdict(list)
    for entry in first.order_by("due", "pk"):
        if entry.due is not None:
            found[entry.due].append(item_of(entry))
    return found
