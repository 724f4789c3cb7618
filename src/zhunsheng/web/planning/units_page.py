"""The page of a unit: all that it owes this month, in one place."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zhunsheng.web import policy
from zhunsheng.web.planning.asked_day import day_of, query_of
from zhunsheng.web.planning.board import shown
from zhunsheng.web.planning.checklist import state_label
from zhunsheng.web.planning.owed import month_of, owed_by
from zhunsheng.web.registers.errors import NotThereError
from zhunsheng.web.registers.pages import actor_of


@require_GET
def owed(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a unit owes in a month: dated shares, recurring tasks, duties, open clocks."""
    actor, day = actor_of(request), day_of(request)
    unit = policy.units_seen_by(actor).filter(pk=pk).first()
    if unit is None:
        raise NotThereError(
            "没有这个单位，或者您没有查看的权限。", "There is no such unit that you may see."
        )
    month = month_of(request.GET.get("month", ""), day)
    found = owed_by(actor, unit, month, day)
    before, after = month.start - timedelta(days=1), month.end + timedelta(days=1)
    context = {
        "owed": found,
        "unit": unit,
        "month": month,
        "before": f"{before:%Y-%m}",
        "after": f"{after:%Y-%m}",
        "day": day,
        "is_past": bool(request.GET.get("as_of", "").strip()),
        "kept": query_of(request),
        "duties": [
            (duty, task, shown(duty.light), state_label(duty.state)) for duty, task in found.duties
        ],
    }
    return render(request, "planning/owed.html", context)
