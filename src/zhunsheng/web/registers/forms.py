"""
The form of an entry: shown, filled, kept as a draft, sent, refused with everything kept, or saved.

Entering, changing and taking a step differ in what they ask and which action they call; all else of a
form is here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.cases import checked
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Gate, Step
from zhunsheng.web import clock
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers import drafts, linking, uploads
from zhunsheng.web.registers.conflicts import Conflict, conflict
from zhunsheng.web.registers.errors import ChangedMeanwhileError, ClosedError, InvalidError
from zhunsheng.web.registers.inputs import Held, Notes, inputs
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import entry_of
from zhunsheng.web.registers.posted import REDRAWS, Posted, posted, raw_of, sent_again
from zhunsheng.web.registers.suggesting import lists_for, matches, meanings, suiting

MOST_IN_REFERENCE = 100


@dataclass(frozen=True, kw_only=True)
class Form:
    """
    What one form asks of whom, what stands in it at first, and how it is saved.

    `name` tells it from the user's other forms. `units` are those one may enter for. `save` calls the
    action and gets the entry; `told` says afterwards what happened.
    """

    actor: Actor
    named: NamedRegister
    unit: Unit
    fields: tuple[Field, ...]
    title: str
    name: str
    save: Callable[[Posted, HttpRequest], Entry]
    told: Callable[[Entry], str]
    values: Mapping[str, Any] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    entry: Entry | None = None
    step: Step | None = None
    skippable: tuple[Gate, ...] = ()
    # Whether the same may be entered for further units, named beside the first.
    spreads: bool = False


@dataclass(kw_only=True)
class _Shown:
    """What a form shows this time."""

    values: dict[str, Any]
    version: str
    problems: dict[str, Message] = field(default_factory=dict)
    warnings: dict[str, Message] = field(default_factory=dict)
    reasons: list[Message] = field(default_factory=list)
    conflict: Conflict | None = None
    is_draft: bool = False
    status: int = 200


def handle(request: HttpRequest, form: Form) -> HttpResponse:
    """Show a form, or do with what was sent what its button says."""
    if request.method != "POST":
        return _render(request, form, _at_first(request, form))
    user = form.actor.user
    if "drop_draft" in request.POST:
        drafts.discard(user, form.name)
        return redirect(request.path)
    sent = posted(form.fields, request, user)
    if "keep_draft" in request.POST:
        return _keep_draft(request, form, sent)
    shown = _Shown(values={**form.values, **sent.raw}, version=request.POST.get("version", ""))
    entry = (
        None if _only_redrawn(request, form, shown.values) else _saved(request, form, sent, shown)
    )
    if entry is None:
        return _render(request, form, shown)
    drafts.discard(user, form.name)
    messages.success(request, form.told(entry))
    return redirect("record", pk=entry.pk)


def _saved(request: HttpRequest, form: Form, sent: Posted, shown: _Shown) -> Entry | None:
    """
    Save what was sent, if nothing stands against it; what does is put into what is shown.

    Where something is to be confirmed first, the action is tried all the same and rolled back, so that
    everything that is wrong is said at once.
    """
    shown.warnings = _unconfirmed(request, form, sent.raw)
    shown.problems = dict(sent.problems)
    try:
        with transaction.atomic():
            entry = form.save(sent, request)
            if not shown.problems and not shown.warnings:
                return entry
            transaction.set_rollback(True)
    except InvalidError as error:
        shown.problems = error.problems | sent.problems
    except ClosedError as error:
        shown.reasons, shown.status = error.reasons, 422
    except ChangedMeanwhileError:
        if form.entry is None:
            raise
        now, _named = entry_of(form.actor, form.entry.pk)
        shown.conflict = conflict(now, form.actor.user, form.fields, sent.raw, shown.version)
        shown.values |= shown.conflict.values
        shown.version, shown.status = str(now.version), 409
    if shown.problems:
        shown.status = 422
    return None


def _at_first(request: HttpRequest, form: Form) -> _Shown:
    """Get what a form shows when it is opened: the draft where it is asked for, else what is stored."""
    version = str(form.entry.version) if form.entry else ""
    shown = _Shown(values=dict(form.values), version=version)
    if form.entry is None:
        shown.values |= suiting(form.actor, form.fields, form.unit.government, clock.now().date())
    for one in form.fields:
        if one.kind == "reference" and one.key in request.GET:
            shown.values[one.key] = request.GET[one.key][:MOST_IN_REFERENCE]
    if "draft" in request.GET:
        kept = drafts.kept(form.actor.user, form.name, clock.now())
        if kept is not None:
            sent = sent_again(kept.posted)
            shown.values |= raw_of(form.fields, sent)
            shown.version, shown.is_draft = sent.get("version", version), True
    return shown


def _keep_draft(request: HttpRequest, form: Form, sent: Posted) -> HttpResponse:
    now = clock.now()
    drafts.keep(form.actor.user, form.name, form.entry, sent.pairs, now)
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"says": _("草稿已保存 %(time)s") % {"time": f"{now:%H:%M}"}})
    messages.success(request, _("已存为草稿，30日内可以回来接着填。"))
    return redirect(f"{request.path}?draft=1")


def _only_redrawn(request: HttpRequest, form: Form, values: dict[str, Any]) -> bool:
    """Do what a button asks that changes the form and saves nothing; tell whether there was one."""
    tables = {one.key for one in form.fields if one.kind == "rows"}
    sent = request.POST
    key, _dot, index = sent.get("drop_row", "").rpartition(".")
    place, _equals, number = sent.get("pick", "").partition("=")
    if (added := sent.get("add_row")) in tables:
        values[str(added)] = [*(values.get(str(added)) or []), {}]
    elif key in tables:
        values[key] = [row for at, row in enumerate(values.get(key) or []) if str(at) != index]
    elif place:
        # The places of the references that stand in the form; a made-up one is none of them.
        for one in linking.places(form.fields, values, "reference"):
            if one.path == place:
                one.holder[one.field.key] = number[:MOST_IN_REFERENCE]
    return any(button in sent for button in REDRAWS)


def _unconfirmed(request: HttpRequest, form: Form, raw: Mapping[str, Any]) -> dict[str, Message]:
    """Get the unlikely values that were not there before and have not been confirmed as they are."""
    found = checked(form.named.register, raw, partly=True)
    confirmed = set(request.POST.getlist("confirmed"))
    return {
        key: warning
        for key, warning in found.warnings.items()
        if found.values[key] != form.values.get(key) and _confirmed_as(key, raw) not in confirmed
    }


def _confirmed_as(key: str, raw: Mapping[str, Any]) -> str:
    return f"{key}={raw.get(key)}"


def _held(form: Form, values: Mapping[str, Any]) -> dict[str, list[Held]]:
    """Get the files that stand in a form, each with the word that claims it."""
    user, found = form.actor.user, dict[str, list[Held]]()
    for one in (one for one in form.fields if one.kind == "attachments"):
        for file in values.get(one.key) or []:
            opened = uploads.file_of(user, file) if isinstance(file, str) else file
            if opened is not None:
                word = file if isinstance(file, str) else uploads.signed(user, file)
                held = Held(word, opened["name"], opened["size"])
                found.setdefault(one.key, []).append(held)
    return found


def _render(request: HttpRequest, form: Form, shown: _Shown) -> HttpResponse:
    actor, unit = form.actor, form.unit
    chosen = next((one for one in form.units if str(one.pk) == request.POST.get("unit")), unit)
    government = chosen.government
    one_government = len({one.government_id for one in form.units}) < 2
    draft = None if request.method == "POST" or shown.is_draft else drafts.kept(
        actor.user, form.name, clock.now()
    )  # fmt: skip
    notes = Notes(
        problems=shown.problems,
        warnings=shown.warnings,
        held=_held(form, shown.values),
        matches=matches(actor, form.fields, shown.values, shown.problems, government),
        means=meanings(actor, form.fields, shown.values, government),
        meanwhile=shown.conflict.beside if shown.conflict else {},
    )
    return render(
        request,
        "registers/form.html",
        {
            "form": form,
            "named": form.named,
            "entry": form.entry,
            "step": form.step,
            "title": form.title,
            "inputs": inputs(form.fields, shown.values, notes, form.required),
            "problems": shown.problems,
            "warnings": shown.warnings,
            "confirmed": [_confirmed_as(key, shown.values) for key in shown.warnings],
            "reasons": shown.reasons,
            "conflict": shown.conflict,
            "version": shown.version,
            "draft": draft,
            "is_draft": shown.is_draft,
            "units": form.units,
            "also": request.POST.get("also", ""),
            "unit": chosen,
            "lists": lists_for(form.named, form.fields, chosen),
            "referring": government.code if one_government else "-",
            "skips": [(gate, request.POST.get(f"skip.{gate.key}", "")) for gate in form.skippable],
        },
        status=shown.status,
    )
