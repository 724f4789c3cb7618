"""What is posted from the page of a draft: names, what was not understood, units for many tasks, discarding."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.engine.planning.directory import Directory
from zhunsheng.engine.planning.unit_names import match_name
from zhunsheng.web import clock
from zhunsheng.web.actors import Actor
from zhunsheng.web.language import listed
from zhunsheng.web.planning import drafting, teaching
from zhunsheng.web.planning.models import PlanDraft
from zhunsheng.web.planning.preparing import Prepared, prepared
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.pages import actor_of, version_of

_MOST = 500


@require_POST
def names(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what names mean; what is to be remembered becomes an alias or a group."""
    actor, found = _asked(request, pk)
    decided: dict[str, Any] = {}
    unknown: list[str] = []
    for number, match in enumerate(found.proposal.names[:_MOST]):
        if f"name.{number}" in request.POST:
            choice = _choice(request, number, found.directory, unknown)
            if choice is not None:
                decided[match.name] = choice
    if unknown:
        messages.error(request, _("没有这些单位：%(names)s") % {"names": listed(unknown)})
        return redirect("plan_draft", pk=pk)

    def change(decisions: dict[str, Any]) -> None:
        decisions.setdefault("names", {}).update(decided)

    draft = drafting.decide(actor, pk, version_of(request), change, clock.now())
    learnt = _learn(request, actor, draft, found, decided)
    messages.success(request, _("已保存%(count)s个名称。") % {"count": len(decided)})
    if learnt:
        messages.success(request, _("以后的文件也这样认：%(names)s") % {"names": listed(learnt)})
    return redirect("plan_draft", pk=pk)


def _choice(
    request: HttpRequest, number: int, directory: Directory, unknown: list[str]
) -> dict[str, Any] | None:
    """Get what was chosen for a name; nothing where nothing was."""
    sent = request.POST
    if sent.get(f"skip.{number}"):
        return {"units": []}
    if group := sent.get(f"group.{number}", ""):
        known = {one.key for one in directory.groups}
        return {"group": group} if group in known else None
    units = [one for one in sent.getlist(f"unit.{number}") if one.isascii() and one.isdigit()]
    units += units_named(sent.get(f"more.{number}", ""), directory, unknown)
    return {"units": list(dict.fromkeys(map(int, units)))} if units else None


def units_named(text: str, directory: Directory, unknown: list[str]) -> list[str]:
    """Get the keys of units by their names, one after another; those nobody has go to `unknown`."""
    found: list[str] = []
    for name in text.replace("，", "、").replace(",", "、").replace("\n", "、").split("、"):
        if not name.strip():
            continue
        match = match_name(name.strip()[:100], directory)
        if match.certainty == "open":
            unknown.append(name.strip()[:40])
        found += match.units
    return found


def _learn(
    request: HttpRequest,
    actor: Actor,
    draft: PlanDraft,
    found: Prepared,
    decided: dict[str, Any],
) -> list[str]:
    learnt = []
    for number, match in enumerate(found.proposal.names):
        choice = decided.get(match.name)
        if not request.POST.get(f"learn.{number}") or not choice or not choice.get("units"):
            continue
        try:
            teaching.teach(actor, draft.government, match, choice["units"], clock.now())
        except InvalidError as error:
            messages.error(request, str(error))
        else:
            learnt.append(match.name)
    return learnt


@require_POST
def left(request: HttpRequest, pk: int) -> HttpResponse:
    """Set aside what was not understood, or take it back."""
    actor, found = _asked(request, pk)
    known = {one.key for one in found.proposal.left_over}
    chosen = [one for one in request.POST.getlist("left") if one in known]
    back = "back" in request.POST

    def change(decisions: dict[str, Any]) -> None:
        aside = decisions.setdefault("left", {})
        for key in chosen:
            if back:
                aside.pop(key, None)
            else:
                aside[key] = "aside"

    return _kept(request, actor, pk, change, _("已处理%(count)s处。") % {"count": len(chosen)})


@require_POST
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Give several tasks the same units."""
    actor, found = _asked(request, pk)
    tasks = {one.key for one in found.settled.tasks}
    chosen = [one for one in request.POST.getlist("task") if one in tasks]
    unknown: list[str] = []
    units = units_named(request.POST.get("units", ""), found.directory, unknown)
    for group in found.directory.groups:
        if group.key == request.POST.get("group"):
            units += group.members
    lead = units_named(request.POST.get("lead", ""), found.directory, unknown)
    rows = [[int(one), "lead", ""] for one in dict.fromkeys(lead)]
    rows += [[int(one), "supporting", ""] for one in dict.fromkeys(units) if one not in lead]
    if unknown or not rows or not chosen:
        told = (
            _("没有这些单位：%(names)s") % {"names": listed(unknown)}
            if unknown
            else _("请选择任务和单位。")
        )
        messages.error(request, told)
        return redirect("plan_draft", pk=pk)

    def change(decisions: dict[str, Any]) -> None:
        held = decisions.setdefault("tasks", {})
        for key in chosen:
            held[key] = {**held.get(key, {}), "units": rows}

    told = _("已给%(count)s项任务明确责任单位。") % {"count": len(chosen)}
    return _kept(request, actor, pk, change, told)


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    drafting.discard(actor_of(request), pk, clock.now())
    messages.success(request, _("草稿已放弃。"))
    return redirect("plans")


def _asked(request: HttpRequest, pk: int) -> tuple[Actor, Prepared]:
    actor = actor_of(request)
    return actor, prepared(drafting.draft_of(actor, pk), clock.now().date())


def _kept(
    request: HttpRequest,
    actor: Actor,
    pk: int,
    change: Callable[[dict[str, Any]], None],
    told: str,
) -> HttpResponse:
    drafting.decide(actor, pk, version_of(request), change, clock.now())
    messages.success(request, told)
    return redirect("plan_draft", pk=pk)
