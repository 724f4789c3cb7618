"""The page on which a draft is looked over: the document on the left, what was understood on the right."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.planning.proposal import NameMatch
from zhunsheng.web import clock
from zhunsheng.web.planning import documents, drafting
from zhunsheng.web.planning.pages.annotated import annotated
from zhunsheng.web.planning.preparing import Prepared, prepared
from zhunsheng.web.planning.settled import SettledTarget, open_scopes, undecided
from zhunsheng.web.registers.pages import actor_of


@require_GET
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a draft with its doubts first."""
    draft = drafting.draft_of(actor_of(request), pk)
    found = prepared(draft, clock.now().date())
    asked = request.GET.get("name", "")
    context = {
        "draft": draft,
        "found": found,
        "lines": annotated(documents.reading_of(draft), found.proposal),
        **_doubts(found, asked),
        **_understood(found),
    }
    return render(request, "planning/review.html", context)


def _doubts(found: Prepared, asked: str) -> dict[str, Any]:
    """Get what somebody must look at, in the order in which it is settled best."""
    proposal, decisions = found.proposal, found.draft.decisions
    numbers = {one.name: at for at, one in enumerate(proposal.names)}
    waiting = undecided(proposal, decisions) if found.with_units else []
    waiting += [
        one for one in proposal.names if str(numbers[one.name]) == asked and one not in waiting
    ]
    scopes = open_scopes(proposal, decisions)
    aside = decisions.get("left", {})
    return {
        "doubtful": [_name_row(one, numbers[one.name], found, scopes) for one in waiting],
        "groups": found.directory.groups,
        "nobodys": [
            one
            for one in found.settled.tasks
            if found.with_units and not one.duties and not one.open_names
        ],
        "unmeasured": [one for one in _targets(found) if not one["target"].indicator],
        "left": [one for one in proposal.left_over if not one.minor and one.key not in aside],
        "set_aside": [one for one in proposal.left_over if one.key in aside],
        "mentions": [one for one in proposal.left_over if one.minor and one.key not in aside],
    }


def _name_row(
    one: NameMatch, number: int, found: Prepared, scopes: frozenset[str]
) -> dict[str, Any]:
    taken = set(one.units)
    return {
        "match": one,
        "number": number,
        "only_scope": one.name in scopes,
        "is_marked": _is_marked(one, found),
        "units": [
            (candidate, candidate.key in taken)
            for candidate in one.candidates
            if not candidate.is_group
        ],
        "group": one.group or next((c.key for c in one.candidates if c.is_group), ""),
        "tasks": [
            task.path
            for task in found.proposal.tasks
            if any(duty.name == one.name for duty in task.duties)
        ],
    }


def _is_marked(one: NameMatch, found: Prepared) -> bool:
    """Whether a name is marked in the document: those that only tell a scope stand within a target."""
    return any(duty.name == one.name for task in found.proposal.tasks for duty in task.duties)


def _understood(found: Prepared) -> dict[str, Any]:
    """Get the tasks with what hangs on them, and the names with what they mean."""
    names = {int(one.key): one.name for one in found.directory.units}
    targets: dict[str, list[dict[str, Any]]] = {}
    for one in _targets(found):
        targets.setdefault(one["target"].task, []).append(one)
    decided = found.draft.decisions.get("names", {})
    return {
        "tasks": [
            {
                "task": task,
                "duties": [(duty, names.get(duty.unit, "")) for duty in task.duties],
                "targets": targets.get(task.key, []),
            }
            for task in found.settled.tasks
        ],
        "left_out": [
            one
            for one in found.proposal.tasks
            if found.draft.decisions.get("tasks", {}).get(one.key, {}).get("none")
        ],
        "all_names": [
            {
                "match": one,
                "number": at,
                "is_marked": _is_marked(one, found),
                "means": _meaning(found, one, decided.get(one.name), names),
            }
            for at, one in enumerate(found.proposal.names)
        ],
        "waits": len(found.settled.problems),
    }


def _meaning(
    found: Prepared, one: NameMatch, decided: dict[str, Any] | None, names: dict[int, str]
) -> list[str]:
    if decided is None:
        return [names[int(unit)] for unit in one.units if int(unit) in names]
    units = decided.get("units", [])
    for group in found.directory.groups:
        if group.key == str(decided.get("group", "")):
            units = group.members
    return [names[int(unit)] for unit in units if int(unit) in names]


def _targets(found: Prepared) -> list[dict[str, Any]]:
    return [{"target": one, "label": indicator_label(one)} for one in found.settled.targets]


def indicator_label(target: SettledTarget) -> str:
    """Get what the indicator of a target is called, or nothing."""
    known = {named.name: named.indicator.label for named in catalogue().indicators()}
    return known.get(target.indicator, "")
