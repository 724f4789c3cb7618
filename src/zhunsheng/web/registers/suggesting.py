"""What may be meant: entries for what is typed into a reference, and lists to pick names from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.values import WrongValueError, parsed
from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Assignment, Government, Unit
from zhunsheng.web.registers import linking
from zhunsheng.web.registers.inputs import Match
from zhunsheng.web.registers.pages import actor_of
from zhunsheng.web.registers.units import units_of

_MOST = 500
_LONGEST = 100


@require_GET
def suggest(request: HttpRequest, name: str) -> JsonResponse:
    """Get the entries of a register that typed words may mean, as far as they may be seen."""
    named, actor = catalogue().register(name), actor_of(request)
    words = request.GET.get("q", "").strip()[:_LONGEST]
    asked = request.GET.get("for", "")
    known = Government.objects.filter(code=asked).first() if asked.isalnum() else None
    government = known or Government(code="")
    states = {one.key: one.label for one in _states(named)}
    entries = policy.entries_to_refer_to(actor)
    found = linking.suggested(entries, name, words, government) if words else []
    matches = [
        {
            "number": linking.short_reference(entry, government),
            "title": entry.title,
            "more": " ".join((str(entry.unit), states.get(entry.state, ""))).strip(),
        }
        for entry in found
    ]
    return JsonResponse({"matches": matches})


def lists_for(
    named: NamedRegister, fields: Collection[Field], unit: Unit
) -> dict[str, list[tuple[str, str]]]:
    """Get the lists that inputs offer, by kind of field: what is written, and what is said beside."""
    kinds = {field.kind for field in fields}
    kinds |= {column.kind for field in fields for column in field.columns}
    today = clock.now().date()
    found: dict[str, list[tuple[str, str]]] = {}
    if "unit" in kinds:
        units = units_of(unit.government, today)[:_MOST]
        found["unit"] = [(one.name, "、".join(one.aliases)) for one in units]
    if "region" in kinds:
        below = Government.objects.filter(path__startswith=unit.government.path)[:_MOST]
        found["region"] = [(one.code, one.name) for one in below]
    if "person" in kinds:
        held = Assignment.objects.filter(unit=unit).select_related("user")[:_MOST]
        found["person"] = sorted({(str(one.user), "") for one in held})
    if "instrument" in kinds:
        sources = [version.source for one in named.domain.clocks for version in one.versions]
        sources += [one.source for one in named.domain.rules]
        found["instrument"] = sorted({(str(one.instrument), "") for one in sources})
    return found


def meanings(
    actor: Actor, fields: Collection[Field], values: Mapping[str, Any], government: Government
) -> dict[str, Match]:
    """Get what the references that stand in a form mean, by place, as far as it may be seen."""
    places = list(linking.places(fields, values, "reference"))
    asked = {place.path: _stored(place.field, str(place.value)) for place in places}
    wanted = {reference for reference in asked.values() if reference}
    if not wanted:
        return {}
    found = linking.targets(policy.entries_to_refer_to(actor), wanted, government)
    return {
        path: Match(linking.short_reference(found[reference], government), found[reference].title)
        for path, reference in asked.items()
        if reference in found
    }


def suiting(
    actor: Actor, fields: Collection[Field], government: Government, on: date
) -> dict[str, str]:
    """
    Get what a new form names, by field: of the entries a reference may mean, the nearest that suits.

    Of two that are equally near, the newer one. One query for each reference that looks for one.
    """
    found: dict[str, str] = {}
    for field in (one for one in fields if one.suits is not None):
        entries = policy.entries_to_refer_to(actor).filter(register=field.refers_to)
        newest = entries.defer("private").order_by("-happened", "-pk")[:_MOST]
        ranked = [
            (near, entry)
            for entry in newest
            if field.suits is not None
            and (near := field.suits(entry.values, government.code, on.isoformat())) is not None
        ]
        if ranked:
            nearest = max(ranked, key=lambda pair: pair[0])[1]
            found[field.key] = linking.reference_to(nearest, government)
    return found


def matches(
    actor: Actor,
    fields: Collection[Field],
    values: Mapping[str, Any],
    problems: Mapping[str, Message],
    government: Government,
) -> dict[str, list[Match]]:
    """Get, for each reference that was refused, the entries that may have been meant."""
    found: dict[str, list[Match]] = {}
    for place in linking.places(fields, values, "reference"):
        words = str(place.value).strip()[:_LONGEST]
        if place.path not in problems or not words:
            continue
        entries = policy.entries_to_refer_to(actor)
        register = place.field.refers_to
        near = linking.suggested(entries, register, words, government)
        near = near or linking.suggested(entries, register, words[-3:], government)
        found[place.path] = [
            Match(linking.short_reference(one, government), one.title) for one in near
        ]
    return found


def _stored(field: Field, said: str) -> str:
    try:
        return str(parsed(field, said) or "")
    except WrongValueError:
        return ""


def _states(named: NamedRegister) -> tuple[Any, ...]:
    return named.register.procedure.states if named.register.procedure else ()
