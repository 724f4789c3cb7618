"""The first page, by role: what is late, what is due, what waits for me; and the whole of each list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import clock, policy
from zhunsheng.web.actors import IN_UNIT, Actor
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.planning.on_day import plans_in_force
from zhunsheng.web.planning.owed import due_this_month
from zhunsheng.web.registers.errors import NotThereError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of
from zhunsheng.web.shell import acting_for
from zhunsheng.web.work.lately import lately
from zhunsheng.web.work.waiting import waiting_for

SHOWN = 6
UNITS = 10
PAGE = 50
LISTED = 100
SOON = timedelta(days=14)
_OVERSEES = ("coordinator", "leader", "inspector")
_TITLES = {
    "overdue": gettext_noop("逾期的事项"),
    "soon": gettext_noop("两周内到期的事项"),
    "waiting": gettext_noop("等您办理的事项"),
}


@dataclass(frozen=True, slots=True)
class UnitRow:
    """How many entries of a unit are late, and due soon."""

    unit: Unit
    late: int
    soon: int


@require_GET
def work(request: HttpRequest) -> HttpResponse:
    """Show somebody what to do today; those who oversee, which units are late."""
    actor, today = actor_of(request), clock.now().date()
    overdue, soon = _overdue(actor, today), _soon(actor, today)
    handles, oversees = actor.has(*IN_UNIT, "legal_reviewer"), actor.has(*_OVERSEES)
    context = {
        "handles": handles or oversees,
        "runs_site": policy.may_run_site(actor),
        "today": today,
        "labels": _labels(),
        "shown": SHOWN,
    }
    if handles or oversees:
        context |= {
            "overdue_count": overdue.count(),
            "soon_count": soon.count(),
            "waiting": waiting_for(actor, SHOWN),
            "lately": lately(actor, SHOWN),
        }
    if oversees:
        context |= {"units": by_unit(actor, today), "most_units": UNITS}
    elif handles:
        context |= {"overdue": overdue[:SHOWN], "soon": soon[:SHOWN]}
        context |= _of_plans(request, actor, today)
    return render(request, "work.html", context)


def _of_plans(request: HttpRequest, actor: Actor, today: date) -> dict[str, Any]:
    """Get what plans ask of the unit that somebody acts for this month."""
    own = {grant.unit: grant.government for grant in actor.grants if grant.role in IN_UNIT}
    # Without a plan, this is all that is asked.
    plans = list(plans_in_force(actor, set(own.values())))
    units = Unit.objects.filter(pk__in=list(own)).order_by("code") if plans else ()
    unit = acting_for(request, units)
    if unit is None:
        return {}
    return {"plan_unit": unit, "asked_this_month": due_this_month(actor, unit, plans, today)}


@require_GET
def listed(request: HttpRequest, which: str) -> HttpResponse:
    """Show the whole of one of the lists, page by page; of one unit where the address names it."""
    actor, today = actor_of(request), clock.now().date()
    found: QuerySet[Entry] | Sequence[Entry]
    unit, at_least = _unit(request), False
    if which == "waiting":
        waiting = waiting_for(actor, LISTED)
        found, at_least = waiting.entries, waiting.at_least or waiting.count > LISTED
    elif which in _TITLES:
        found = _overdue(actor, today) if which == "overdue" else _soon(actor, today)
        found = found.filter(unit=unit) if unit else found
    else:
        raise NotThereError("没有这个清单。", "There is no such list.")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    entries = list(page)
    return render(
        request,
        "work_list.html",
        {
            "title": _(_TITLES[which]),
            "page": page,
            "entries": entries,
            "at_least": at_least,
            "unit": entries[0].unit if unit and entries else None,
            "kept": f"unit={unit}&" if unit else "",
            "today": today,
            "labels": _labels(),
        },
    )


def by_unit(actor: Actor, today: date, within: Q | None = None) -> list[UnitRow]:
    """
    Get the units with the most late entries first, as far as somebody sees them.

    `within` narrows the entries, such as to those of one government.
    """
    # The names are looked up for the few that are shown, not joined to every entry.
    counted = list(
        policy.entries_for(actor)
        .filter(within or Q(), done=False, due__lte=today + SOON)
        .values("unit")
        .annotate(
            late=Count("pk", filter=Q(due__lt=today)), soon=Count("pk", filter=Q(due__gte=today))
        )
        .order_by("-late", "-soon", "unit")[: UNITS + 1]
    )
    units = Unit.objects.select_related("government").in_bulk([row["unit"] for row in counted])
    return [UnitRow(units[row["unit"]], row["late"], row["soon"]) for row in counted]


def _overdue(actor: Actor, today: date) -> QuerySet[Entry]:
    return policy.entries_for(actor).filter(done=False, due__lt=today).order_by("due", "pk")


def _soon(actor: Actor, today: date) -> QuerySet[Entry]:
    within = policy.entries_for(actor).filter(done=False, due__gte=today, due__lte=today + SOON)
    return within.order_by("due", "pk")


def _unit(request: HttpRequest) -> int | None:
    text = request.GET.get("unit", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _labels() -> dict[str, str]:
    return {named.name: named.register.label for named in catalogue().registers()}
