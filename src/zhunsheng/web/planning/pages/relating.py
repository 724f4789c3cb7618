"""The page on which a new plan is set against last year's and the one above."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhunsheng.engine.planning.differences import most_alike
from zhunsheng.web import clock
from zhunsheng.web.planning import amending, drafting
from zhunsheng.web.planning.preparing import Prepared, prepared
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of, version_of


@require_http_methods(["GET", "POST"])
def relate(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which new task carries on an unfinished one, and which takes up one of the plan above."""
    actor = actor_of(request)
    found = prepared(drafting.draft_of(actor, pk), clock.now().date())
    unfinished = amending.unfinished(found.draft.follows) if found.draft.follows else []
    above = amending.tasks_of(found.draft.above) if found.draft.above else []
    if request.method == "POST":
        known = {task.key for task in found.settled.tasks}
        carries = _sent(request, "carry", unfinished, known)
        covers = _sent(request, "cover", above, known)

        def change(decisions: dict[str, Any]) -> None:
            decisions["carries"], decisions["covers"] = carries, covers

        drafting.decide(actor, pk, version_of(request), change, clock.now())
        messages.success(request, _("已保存。"))
        return redirect("plan_draft", pk=pk)
    decisions = found.draft.decisions
    context = {
        "draft": found.draft,
        "tasks": found.settled.tasks,
        "unfinished": _rows(found, unfinished, decisions.get("carries")),
        "above": _rows(found, above, decisions.get("covers")),
    }
    return render(request, "planning/relate.html", context)


def _sent(request: HttpRequest, name: str, others: list[Entry], known: set[str]) -> dict[str, int]:
    """Get what was chosen, as other tasks by the new ones; one task has one of each."""
    found: dict[str, int] = {}
    for other in others:
        chosen = request.POST.get(f"{name}.{other.pk}", "")
        if chosen in known:
            found.setdefault(chosen, other.pk)
    return found


def _rows(
    found: Prepared, others: list[Entry], decided: dict[str, int] | None
) -> list[tuple[Entry, str, bool]]:
    """Get other tasks, each with the new task that was chosen or is likest, and whether it was chosen."""
    if decided is not None:
        chosen = {other: key for key, other in decided.items()}
        return [(one, chosen.get(one.pk, ""), one.pk in chosen) for one in others]
    alike = most_alike(amending.planned(others), amending.planned_anew(found.settled.tasks))
    used = set[str]()
    rows = []
    for one in others:
        likest = alike[str(one.pk)][0].key if str(one.pk) in alike else ""
        rows.append((one, "" if likest in used else likest, False))
        used.add(likest)
    return rows
