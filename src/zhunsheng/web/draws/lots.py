"""Lots as people read them: which subject, which officers, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.draws.actions import values_of
from zhunsheng.web.draws.models import Draw
from zhunsheng.web.registers.models import Entry


@dataclass(frozen=True, slots=True)
class Lot:
    """
    A subject that was drawn, with its officers.

    `entry` is what was entered for it, `state` where that stands; `has_changed` tells that somebody put
    other officers there than those drawn. `replaced` says why a reserve took its place.
    """

    subject: str
    label: str
    stratum: str
    place: int
    is_reserve: bool
    officers: tuple[str, ...]
    number: str
    entry: Entry | None
    state: str
    has_changed: bool
    replaced: str


def lots_of(actor: Actor, draw: Draw) -> list[Lot]:
    """Get the lots of a draw in the order drawn; entries as far as somebody may see them."""
    named, terms = draw.named, draw.terms
    entries = {
        entry.number: entry
        for entry in policy.entries_for(actor)
        .filter(
            register=named.result.name,
            government=draw.plan.government_id,
            number__in=list(draw.entries.values()),
        )
        .defer("private")
    }
    procedure = named.result.register.procedure
    subjects = {one["id"]: one["label"] for one in terms["subjects"]}
    officers = {one["id"]: one["label"] for one in terms["officers"]}
    strata = {one["key"]: one["label"] for one in terms["strata"]}
    replaced = {one["out"]: one["why"] for one in draw.replaced}
    found = []
    for one in draw.result:
        number = draw.entries.get(one["subject"], "")
        entry = entries.get(number)
        due = values_of(draw, one, subjects[one["subject"]]) if entry else {}
        found.append(
            Lot(
                subject=one["subject"],
                label=subjects[one["subject"]],
                stratum=strata[one["stratum"]],
                place=one["place"],
                is_reserve=one["reserve"],
                officers=tuple(officers[officer] for officer in one["officers"]),
                number=number,
                entry=entry,
                state=procedure.state(entry.state).label if entry and procedure else "",
                has_changed=entry is not None
                and any(entry.values.get(key) != due[key] for key in named.draw.fills),
                replaced=replaced.get(one["subject"], ""),
            )
        )
    return found
