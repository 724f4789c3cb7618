"""The page on which a draft is confirmed: what will be entered, or what an amendment changes."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhunsheng.web import clock
from zhunsheng.web.planning import amending, confirming, drafting
from zhunsheng.web.planning.models import PlanDraft
from zhunsheng.web.planning.preparing import Prepared, prepared
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.pages import actor_of, version_of


@require_http_methods(["GET", "POST"])
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what confirming will do, and do it."""
    actor = actor_of(request)
    draft = drafting.draft_of(actor, pk)
    told: list[str] = []
    if request.method == "POST":
        try:
            plan = confirming.confirm(actor, pk, version_of(request), clock.now())
        except InvalidError as error:
            told = [str(problem) for problem in error.problems.values()]
        else:
            messages.success(request, _("计划已确认执行，任务已交各责任单位。"))
            return redirect("plan", pk=plan.pk)
    found = prepared(draft, clock.now().date())
    context = {"draft": draft, "found": found, "told": told, **_counts(found), **_changes(found)}
    return render(request, "planning/finish.html", context, status=422 if told else 200)


def _counts(found: Prepared) -> dict[str, Any]:
    settled = found.settled
    return {
        "duties": sum(len(task.duties) for task in settled.tasks) if found.with_units else 0,
        "units": len({duty.unit for task in settled.tasks for duty in task.duties}),
        "measured": sum(bool(target.indicator) for target in settled.targets),
        "steps": sum(len(task.steps) for task in settled.tasks),
    }


def _changes(found: Prepared) -> dict[str, Any]:
    draft = found.draft
    if draft.purpose != PlanDraft.Purpose.AMENDMENT or draft.amends is None:
        return {}
    differences = amending.difference_of(draft.amends, found.settled)
    kinds = ("changed", "new", "dropped", "kept")
    return {
        "differences": [
            (kind, [one for one in differences if one.change == kind]) for kind in kinds
        ]
    }
