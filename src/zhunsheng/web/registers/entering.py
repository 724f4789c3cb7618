"""Pages with forms: a new entry, a changed one, a step."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import clock, policy
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.errors import (
    ChangedMeanwhileError,
    ClosedError,
    ForbiddenError,
    InvalidError,
    NotThereError,
)
from zhunsheng.web.registers.inputs import inputs, parties, raw_of
from zhunsheng.web.registers.pages import actor_of, entry_of, unit_of, version_of


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, name: str) -> HttpResponse:
    """Enter something new."""
    named, actor = catalogue().register(name), actor_of(request)
    units = list(policy.units_to_enter_for(actor))
    if not units:
        raise ForbiddenError("您没有填报的单位。", "There is no unit you may enter for.")
    fields = named.register.entry_fields
    raw, problems = {}, {}
    if request.method == "POST":
        raw = raw_of(fields, request.POST)
        unit = unit_of(units, request.POST.get("unit", ""))
        try:
            entry = actions.create(actor, name, unit, raw, clock.now())
        except InvalidError as error:
            problems = error.problems
        else:
            return redirect("record", pk=entry.pk)
    return render(
        request,
        "registers/form.html",
        {
            "named": named,
            "title": f"新增{named.register.label}",
            "inputs": inputs(fields, raw, problems),
            "problems": problems,
            "units": units,
            "parties": parties(),
        },
        status=422 if problems else 200,
    )


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an entry."""
    actor = actor_of(request)
    entry, named = entry_of(actor, pk)
    if not policy.may_change(actor, entry):
        raise ForbiddenError(
            "不能修改：您不是本单位的填报员，或者本件已经终结。", "You may not change this entry."
        )
    fields = named.register.entry_fields
    values: dict[str, Any] = entry.values | entry.private
    version = entry.version
    problems, meanwhile = {}, ""
    if request.method == "POST":
        raw = raw_of(fields, request.POST)
        values = values | raw
        try:
            actions.change(actor, pk, version_of(request), raw, clock.now())
        except InvalidError as error:
            problems = error.problems
            version = version_of(request)
        except ChangedMeanwhileError as error:
            meanwhile = error.message.zh
        else:
            return redirect("record", pk=pk)
    return render(
        request,
        "registers/form.html",
        {
            "named": named,
            "entry": entry,
            "title": f"修改{named.register.label} {entry.number}",
            "inputs": inputs(fields, values, problems),
            "problems": problems,
            "meanwhile": meanwhile,
            "version": version,
            "parties": parties(),
        },
        status=422 if problems else 409 if meanwhile else 200,
    )


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Take a step, after its form."""
    actor = actor_of(request)
    entry, named = entry_of(actor, pk)
    found = named.register.procedure.step(key) if named.register.procedure else None
    if found is None or entry.state not in found.comes_from:
        raise NotThereError(
            "当前状态下没有这一环节，可能已由他人办理。", "There is no such step now."
        )
    if why := policy.may_take(actor, entry, found.by, approves=found.approves):
        raise ForbiddenError(why, "You may not take this step.")
    fields = [named.register.field(field) for field in (*found.requires, *found.asks)]
    values: dict[str, Any] = entry.values | entry.private
    problems, reasons, version = {}, [], entry.version
    if request.method == "POST":
        raw = raw_of(fields, request.POST)
        values, version = values | raw, version_of(request)
        try:
            actions.take_step(actor, pk, version, key, raw, clock.now())
        except InvalidError as error:
            problems = error.problems
        except ClosedError as error:
            reasons = [reason.zh for reason in error.reasons]
        except ChangedMeanwhileError as error:
            reasons, version = [error.message.zh], entry.version
        else:
            return redirect("record", pk=pk)
    return render(
        request,
        "registers/form.html",
        {
            "named": named,
            "entry": entry,
            "title": f"{found.label}：{entry.title}",
            "step": found,
            "inputs": inputs(fields, values, problems, found.requires),
            "problems": problems,
            "reasons": reasons,
            "version": version,
            "parties": parties(),
        },
        status=422 if problems or reasons else 200,
    )
