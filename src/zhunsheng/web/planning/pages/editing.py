"""Pages on which what was understood is put right: the facts of the document, a task, a target."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.values import WrongValueError, parsed
from zhunsheng.web import clock
from zhunsheng.web.language import listed, said
from zhunsheng.web.planning import documents, drafting, keys
from zhunsheng.web.planning.pages.deciding import units_named
from zhunsheng.web.planning.preparing import Prepared, prepared
from zhunsheng.web.planning.settled import SettledTask
from zhunsheng.web.registers.errors import NotThereError
from zhunsheng.web.registers.pages import actor_of, version_of

_FACTS = (
    "name",
    "year",
    "kind",
    "period_until",
    "issuer",
    "document_number",
    "adopted",
    "adopted_at",
    "issued",
    "addressees",
    "copies",
    "disclosure",
)
_DAY = Field(key="day", label="日期", kind="date")
_ROLES = frozenset({"lead", "supporting", "default"})
_MOST_ADDED = 200


class Wrong(Exception):  # noqa: N818  # what a form says, not a failure
    """What is wrong with what was filled in."""


@require_http_methods(["GET", "POST"])
def facts(request: HttpRequest, pk: int) -> HttpResponse:
    """Put right what the document says about itself."""
    found = _found(request, pk)
    fields = [_field(keys.PLAN, key) for key in _FACTS]

    def change(decisions: dict[str, Any]) -> None:
        decisions["facts"] = {one.key: _parsed(one, request.POST.get(one.key)) for one in fields}

    if request.method == "POST":
        if (told := _keep(request, pk, change)) is None:
            return redirect("plan_draft", pk=pk)
        messages.error(request, told)
    held = request.POST if request.method == "POST" else found.settled.facts
    context = {
        "draft": found.draft,
        "fields": [
            (one, held.get(one.key) if held.get(one.key) is not None else "") for one in fields
        ],
    }
    return render(request, "planning/facts.html", context)


@require_http_methods(["GET", "POST"])
def task(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Put a task right, or say that it is none."""
    found = _found(request, pk)
    shown = found.settled.task(key)
    left_out = found.draft.decisions.get("tasks", {}).get(key, {}).get("none")
    if shown is None and not left_out:
        raise NotThereError("没有这项任务。", "There is no such task.")

    def change(decisions: dict[str, Any]) -> None:
        held = decisions.setdefault("tasks", {})
        if "back" in request.POST:
            held[key] = {one: what for one, what in held.get(key, {}).items() if one != "none"}
        elif "none" in request.POST:
            held[key] = {**held.get(key, {}), "none": True}
        else:
            held[key] = {**held.get(key, {}), **_task_values(request, found, shown)}

    if request.method == "POST":
        if (told := _keep(request, pk, change)) is None:
            return redirect("plan_draft", pk=pk)
        messages.error(request, told)
    return _task_page(request, found, shown)


@require_http_methods(["GET", "POST"])
def new_task(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a task that was not understood as one."""
    found = _found(request, pk)

    def change(decisions: dict[str, Any]) -> None:
        added = decisions.setdefault("added", [])
        if len(added) >= _MOST_ADDED:
            raise Wrong(_("手工添加的任务太多。"))
        values = _task_values(request, found, None)
        start, end = _place_of(found, values["text"]) or (None, None)
        values |= {"key": f"added-{len(added) + 1}", "start": start, "end": end}
        added.append(values)

    if request.method == "POST":
        if (told := _keep(request, pk, change)) is None:
            return redirect("plan_draft", pk=pk)
        messages.error(request, told)
    words = next(
        (one.place.quote for one in found.proposal.left_over if one.key == request.GET.get("left")),
        "",
    )
    return _task_page(request, found, None, words)


@require_http_methods(["GET", "POST"])
def target(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Put a target right: its indicator, its value, whom it binds, or that it is none."""
    found = _found(request, pk)
    shown = next((one for one in found.settled.targets if one.key == key), None)
    if shown is None:
        raise NotThereError("没有这个目标。", "There is no such target.")

    def change(decisions: dict[str, Any]) -> None:
        held = decisions.setdefault("targets", {})
        if "none" in request.POST:
            held[key] = {**held.get(key, {}), "none": True}
        else:
            held[key] = {**held.get(key, {}), **_target_values(request, found)}

    if request.method == "POST":
        if (told := _keep(request, pk, change)) is None:
            return redirect("plan_draft", pk=pk)
        messages.error(request, told)
    names = {int(one.key): one.name for one in found.directory.units}
    context = {
        "draft": found.draft,
        "target": shown,
        "task": found.settled.task(shown.task),
        "indicators": [named for named in catalogue().indicators() if named.indicator.said_as],
        "comparators": _field(keys.TARGET, "comparator").choices,
        "periods": _field(keys.TARGET, "period").choices,
        "scopes": _field(keys.TARGET, "scope").choices,
        "groups": found.directory.groups,
        "units": listed([names[one] for one in shown.units if one in names]),
    }
    return render(request, "planning/target.html", context)


def _task_page(
    request: HttpRequest, found: Prepared, shown: SettledTask | None, words: str = ""
) -> HttpResponse:
    names = {int(one.key): one.name for one in found.directory.units}
    context = {
        "draft": found.draft,
        "task": shown,
        "words": words,
        "duties": [(one, names.get(one.unit, "")) for one in shown.duties] if shown else [],
        "every": _field(keys.TASK, "every").choices,
        "roles": _field(keys.DUTY, "role").choices,
        "groups": found.directory.groups,
        "units": found.directory.units,
        "sent": request.POST,
    }
    return render(request, "planning/task.html", context)


def _task_values(
    request: HttpRequest, found: Prepared, shown: SettledTask | None
) -> dict[str, Any]:
    """Get what was filled in of a task. Raises Wrong."""
    sent = request.POST
    title = sent.get("title", "").strip()[:200]
    if not title:
        raise Wrong(_("请填写任务名称。"))
    every = sent.get("every", "")
    values: dict[str, Any] = {
        "path": sent.get("path", "").strip()[:60],
        "title": title,
        "leader": sent.get("leader", "").strip()[:100],
        "due": _parsed(_DAY, sent.get("due")),
        "every": every if _field(keys.TASK, "every").choice(every) else "",
    }
    if shown is None:
        values["text"] = sent.get("text", "").strip()[:10_000]
    units = _units_sent(request, found)
    if units is not None:
        values["units"] = units
    return values


def _units_sent(request: HttpRequest, found: Prepared) -> list[list[Any]] | None:
    """Get the units of a task as they were left, with their roles. Raises Wrong."""
    sent = request.POST
    rows: dict[int, list[Any]] = {}
    for unit in sent.getlist("duty"):
        role = sent.get(f"role.{unit}", "supporting")
        if unit.isascii() and unit.isdigit() and f"drop.{unit}" not in sent and role in _ROLES:
            rows[int(unit)] = [int(unit), role, sent.get(f"named.{unit}", "")[:100]]
    unknown: list[str] = []
    more = units_named(sent.get("more", ""), found.directory, unknown)
    for group in found.directory.groups:
        if group.key == sent.get("group"):
            more += group.members
    if unknown:
        raise Wrong(_("没有这些单位：%(names)s") % {"names": listed(unknown)})
    role = sent.get("more_role", "supporting")
    for key in more:
        rows.setdefault(int(key), [int(key), role if role in _ROLES else "supporting", ""])
    touched = bool(more) or any(name.startswith(("drop.", "role.")) for name in sent)
    return list(rows.values()) if touched else None


def _target_values(request: HttpRequest, found: Prepared) -> dict[str, Any]:
    """Get what was filled in of a target. Raises Wrong."""
    sent = request.POST
    indicator = sent.get("indicator", "").strip().partition(" ")[0]
    if indicator and indicator not in {named.name for named in catalogue().indicators()}:
        raise Wrong(_("没有“%(name)s”这个指标，请从列表里选。") % {"name": indicator[:80]})
    why = sent.get("not_measurable", "").strip()[:500]
    value = _field(keys.TARGET, "target_value")
    scope, unknown = sent.get("scope", "government"), list[str]()
    units = [int(one) for one in units_named(sent.get("units", ""), found.directory, unknown)]
    if unknown:
        raise Wrong(_("没有这些单位：%(names)s") % {"names": listed(unknown)})
    group = sent.get("group", "")
    if (scope == "each_of_group" and not group) or (scope == "each_named" and not units):
        raise Wrong(_("请选择范围里的单位组，或者写明单位。"))
    period, by = sent.get("period", ""), _parsed(_DAY, sent.get("by"))
    if period == "by" and not by:
        raise Wrong(_("期间是“到某日”的，请填写日期。"))
    return {
        "indicator": indicator,
        "not_measurable": why,
        "comparator": _choice("comparator", sent.get("comparator", "")),
        "value": _parsed(value, sent.get("value")),
        "period": _choice("period", period),
        "by": by,
        "scope": _choice("scope", scope),
        "group": group if group in {one.name for one in found.directory.groups} else "",
        "units": units,
    }


def _choice(key: str, value: str) -> str:
    if _field(keys.TARGET, key).choice(value) is None:
        raise Wrong(_("请选择%(field)s。") % {"field": _field(keys.TARGET, key).label})
    return value


def _place_of(found: Prepared, words: str) -> tuple[int, int] | None:
    """Get where words stand in the document, where they stand there as they are."""
    text = documents.reading_of(found.draft).flow.document.text
    at = text.find(words) if words else -1
    return (at, at + len(words)) if at >= 0 else None


def _keep(request: HttpRequest, pk: int, change: Callable[[dict[str, Any]], None]) -> str | None:
    """Keep a decision, and get what is wrong with it, if anything is."""
    try:
        drafting.decide(actor_of(request), pk, version_of(request), change, clock.now())
    except Wrong as wrong:
        return str(wrong)
    messages.success(request, _("已保存。"))
    return None


def _parsed(field: Field, text: Any) -> Any:
    try:
        return parsed(field, text)
    except WrongValueError as error:
        raise Wrong(said(error.message)) from error


def _field(register: str, key: str) -> Field:
    return catalogue().register(register).register.field(key)


def _found(request: HttpRequest, pk: int) -> Prepared:
    return prepared(drafting.draft_of(actor_of(request), pk), clock.now().date())
