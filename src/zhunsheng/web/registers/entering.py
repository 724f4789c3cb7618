"""Pages on which one entry is made, changed or taken a step further."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Gate, Step
from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.registers import actions, afterwards, spreading
from zhunsheng.web.registers.errors import ForbiddenError, NotThereError
from zhunsheng.web.registers.forms import Form, handle
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of, entry_of, unit_of, version_of
from zhunsheng.web.registers.posted import Posted
from zhunsheng.web.shell import acting_for


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, name: str) -> HttpResponse:
    """Enter something new."""
    named, actor = catalogue().register(name), actor_of(request)
    units = list(policy.units_to_enter_for(actor, named.register.entered_by))
    if not units:
        raise ForbiddenError("您没有填报的单位。", "There is no unit you may enter for.")

    spreads, made = spreading.spreads(named, units), list[Entry]()

    def save(sent: Posted, request: HttpRequest) -> Entry:
        unit, at = unit_of(units, request.POST.get("unit", "")), clock.now()
        also = request.POST.get(spreading.ALSO, "") if spreads else ""
        each = spreading.units_named(also, unit, units, at)
        made[:] = spreading.create_for_each(actor, name, each, sent.raw, at)
        return made[0]

    form = Form(
        actor=actor,
        named=named,
        unit=acting_for(request, units) or units[0],
        units=tuple(units),
        fields=named.register.entry_fields,
        title=_("新增%(register)s") % {"register": named.register.label},
        name=f"new/{name}",
        save=save,
        told=lambda entry: afterwards.entered(entry, named, others=len(made) - 1),
        spreads=spreads,
    )
    return handle(request, form)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an entry."""
    actor = actor_of(request)
    entry, named = entry_of(actor, pk)
    if not policy.may_change(actor, entry):
        raise ForbiddenError(
            "不能修改：您没有填报它的角色，或者本件已经终结。",
            "You may not change this entry: you have no role that enters it, or it is closed.",
        )

    def save(sent: Posted, request: HttpRequest) -> Entry:
        raw = _without_taken_over(sent.raw, request)
        return actions.change(actor, pk, version_of(request), raw, clock.now())

    fields, values = _seen(actor, entry, named.register.entry_fields)
    form = Form(
        actor=actor,
        named=named,
        unit=entry.unit,
        entry=entry,
        fields=fields,
        values=values,
        title=_("修改%(register)s %(number)s")
        % {"register": named.register.label, "number": entry.number},
        name=f"edit/{pk}",
        save=save,
        told=lambda entry: afterwards.changed(entry, named),
    )
    return handle(request, form)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Take a step, after its form."""
    actor = actor_of(request)
    entry, named = entry_of(actor, pk)
    found = named.register.procedure.step(key) if named.register.procedure else None
    if found is None:
        raise NotThereError("没有这一环节。", "There is no such step.")
    if entry.state not in found.comes_from:
        done = _("现在已经不能办理“%(step)s”，可能已由他人办理；本件目前的情况如下。")
        messages.warning(request, done % {"step": found.label})
        return redirect("record", pk=pk)
    if why := policy.may_take(actor, entry, found.by, approves=found.approves):
        raise ForbiddenError(why.zh, why.en)
    return handle(request, _step_form(actor, entry, named, found))


def _step_form(actor: Actor, entry: Entry, named: NamedRegister, found: Step) -> Form:
    asked = tuple(named.register.field(key) for key in (*found.requires, *found.asks))
    fields, values = _seen(actor, entry, asked)
    skippable = tuple(gate for gate in found.gates if gate.skippable)

    def save(sent: Posted, request: HttpRequest) -> Entry:
        raw = _without_taken_over(sent.raw, request)
        version = version_of(request)
        skips = _skips(skippable, request)
        return actions.take_step(actor, entry.pk, version, found.key, raw, clock.now(), skips=skips)

    return Form(
        actor=actor,
        named=named,
        unit=entry.unit,
        entry=entry,
        step=found,
        fields=fields,
        values=values,
        required=found.requires,
        skippable=skippable,
        title=f"{found.label}：{entry.title}",
        name=f"step/{entry.pk}/{found.key}",
        save=save,
        told=lambda entry: afterwards.stepped(entry, named, found),
    )


def _skips(gates: tuple[Gate, ...], request: HttpRequest) -> dict[str, str]:
    return {gate.key: request.POST.get(f"skip.{gate.key}", "") for gate in gates}


def _without_taken_over(raw: dict[str, Any], request: HttpRequest) -> dict[str, Any]:
    """Leave out the fields in which somebody takes over what somebody else saved meanwhile."""
    return {key: value for key, value in raw.items() if f"take.{key}" not in request.POST}


def _seen(
    actor: Actor, entry: Entry, fields: tuple[Field, ...]
) -> tuple[tuple[Field, ...], dict[str, Any]]:
    """Get the fields of a form and what stands in them: personal ones inside the unit only."""
    if policy.may_see_personal(actor, entry):
        return fields, entry.values | entry.private
    return tuple(field for field in fields if not field.personal), dict(entry.values)
