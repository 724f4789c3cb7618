"""
One step for many entries: chosen in a list, checked row by row, then taken through the one door.

Nothing is decided here: each entry goes through `actions.take_step` with the version that was shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.messages import Message
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Step
from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.lists.listed import title_of
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.batch import together
from zhunsheng.web.registers.errors import ClosedError, InvalidError, NotThereError
from zhunsheng.web.registers.inputs import inputs
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of
from zhunsheng.web.registers.posted import raw_of
from zhunsheng.web.registers.suggesting import lists_for

MOST = 100


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became, or would become, of one entry: refused for some reasons, or not."""

    entry: Entry
    title: str
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """A step somebody may take for so many of the chosen entries."""

    step: Step
    count: int


@require_http_methods(["GET", "POST"])
def steps(request: HttpRequest, name: str) -> HttpResponse:
    """Choose a step for the chosen entries, fill its form once, see what it would do, and take it."""
    named, actor = catalogue().register(name), actor_of(request)
    asked = request.POST if request.method == "POST" else request.GET
    entries = _chosen(actor, name, asked.getlist("pk"))
    context: dict[str, Any] = {
        "named": named,
        "entries": entries,
        "titles": {entry.pk: title_of(entry) for entry in entries},
        "states": {s.key: s.label for s in _procedure(named).states},
        "offered": offered(named, actor, entries),
        "most": MOST,
    }
    step = _procedure(named).step(asked.get("step", ""))
    if step is not None:
        fields = asked_for(named, step, entries)
        raw = {
            key: value for key, value in raw_of(fields, asked).items() if value not in ("", None)
        }
        context |= {"step": step, "lists": lists_for(named, fields, entries[0].unit)}
        context["inputs"] = inputs(fields, raw, required=step.requires)
        if request.method == "POST":
            keeps, whole = asked.get("do") == "take", asked.get("whole") == "1"
            outcomes = take(
                actor, step.key, _versions(entries, asked), raw, whole=whole, keeps=keeps
            )
            context |= told(outcomes, keeps=keeps, whole=whole)
    return render(request, "registers/steps.html", context)


def offered(named: NamedRegister, actor: Actor, entries: Sequence[Entry]) -> list[Offered]:
    """Get the steps that are ahead of some entries and that somebody may take, with how many of them."""
    found: Counter[str] = Counter()
    for entry in entries:
        for step in _procedure(named).steps_from(entry.state):
            if not policy.may_take(actor, entry, step.by, approves=step.approves):
                found[step.key] += 1
    return [Offered(s, found[s.key]) for s in _procedure(named).steps if s.key in found]


def asked_for(named: NamedRegister, step: Step, entries: Sequence[Entry]) -> list[Field]:
    """Get the fields of a step that some of the entries still lack; what all have is not asked again."""
    return [
        named.register.field(key)
        for key in (*step.requires, *step.asks)
        if any(key not in entry.values and key not in entry.private for entry in entries)
    ]


def take(
    actor: Actor,
    step: str,
    versions: Sequence[tuple[Entry, int]],
    raw: Mapping[str, Any],
    *,
    whole: bool,
    keeps: bool,
) -> list[Outcome]:
    """
    Take a step for some entries, each as it was in a version; get what became of each.

    With `whole` one refusal stops all. Without `keeps` everything is tried and nothing stays.
    """
    at, outcomes = clock.now(), []
    with together(alone=True) as batch:
        for entry, version in versions:
            reasons: tuple[Message, ...] = ()
            try:
                actions.take_step(actor, entry.pk, version, step, raw, at)
            except RefusedError as error:
                reasons = _reasons(error)
            outcomes.append(Outcome(entry, title_of(entry), reasons))
        refused = any(outcome.reasons for outcome in outcomes)
        if not keeps or (whole and refused):
            batch.drop()
    return outcomes


def told(outcomes: Sequence[Outcome], *, keeps: bool, whole: bool) -> dict[str, Any]:
    """Get what the page says of what was done, or would be."""
    refused = [outcome for outcome in outcomes if outcome.reasons]
    fine = [outcome for outcome in outcomes if not outcome.reasons]
    return {
        "outcomes": [*refused, *fine],
        "refused": len(refused),
        "fine": len(fine),
        "taken": keeps and not (whole and refused),
        "stopped": keeps and whole and bool(refused),
    }


def _reasons(error: RefusedError) -> tuple[Message, ...]:
    if isinstance(error, ClosedError):
        return tuple(error.reasons)
    if isinstance(error, InvalidError):
        return tuple(error.problems.values())
    return (error.message,)


def _chosen(actor: Actor, register: str, asked: Sequence[str]) -> list[Entry]:
    """Get the chosen entries; a value may hold several keys, so a button can name a whole page."""
    typed = [key for value in asked for key in value.split(",")]
    keys = [int(key) for key in typed if key.isascii() and key.isdigit() and len(key) < 18]
    found = policy.entries_for(actor).filter(register=register, pk__in=keys[:MOST])
    by_key = {entry.pk: entry for entry in found}
    entries = [by_key[key] for key in dict.fromkeys(keys) if key in by_key]
    if not entries:
        raise NotThereError(
            "没有选择记录。请返回台账，勾选要办理的记录。",
            "No entries were chosen. Go back to the register and tick some.",
        )
    return entries


def _versions(entries: Sequence[Entry], asked: Mapping[str, Any]) -> list[tuple[Entry, int]]:
    """Get the entries with the versions that the form was made from."""
    found = []
    for entry in entries:
        text = str(asked.get(f"version.{entry.pk}", ""))
        known = text.isascii() and text.isdigit() and len(text) < 10
        found.append((entry, int(text) if known else -1))
    return found


def _procedure(named: NamedRegister) -> Any:
    if named.register.procedure is None:
        raise NotThereError(_("这个台账没有办理流程。"), "This register has no procedure.")
    return named.register.procedure
