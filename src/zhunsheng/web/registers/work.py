"""The first page: what is late, what is due, what waits for me."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.registers.cases import next_steps
from zhunsheng.web import clock, policy
from zhunsheng.web.policy import Actor
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of

PAGE = 50
MOST_LOOKED_AT = 120
SOON = timedelta(days=14)


@require_GET
def work(request: HttpRequest) -> HttpResponse:
    """Show what is late, due, and waiting for me."""
    actor, today = actor_of(request), clock.now().date()
    mine = policy.entries_for(actor).filter(done=False)
    overdue = mine.filter(due__lt=today).order_by("due")
    soon = mine.filter(due__gte=today, due__lte=today + SOON).order_by("due")
    waiting = [
        entry
        for entry in mine.exclude(state="").order_by("due", "pk")[:MOST_LOOKED_AT]
        if _waits_for(entry, actor)
    ]
    return render(
        request,
        "work.html",
        {
            "overdue": overdue[:PAGE],
            "overdue_count": overdue.count(),
            "soon": soon[:PAGE],
            "waiting": waiting[:PAGE],
            "today": today,
            "labels": _labels(),
        },
    )


def _waits_for(entry: Entry, actor: Actor) -> bool:
    """Whether the next step of an entry can be this one's, and is open."""
    roles = policy.roles_in(actor, entry.unit)
    register = catalogue().register(entry.register).register
    return any(
        found.is_open
        and not policy.may_take(actor, entry, found.step.by, approves=found.step.approves)
        for found in next_steps(register, entry.state, entry.values | entry.private, roles)
    )


def _labels() -> dict[str, str]:
    return {named.name: named.register.label for named in catalogue().registers()}
