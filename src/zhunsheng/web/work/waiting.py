"""
Which entries wait for somebody: their next step is open, and they may take it.

Most of it the database answers, however many entries there are: which steps lead on from which states
is declared, and so is whose hand a step forbids. Only where a gate must look into an entry's values are
entries read, and of those no more than two hundred.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import chain
from operator import or_

from django.db.models import Count, Q, QuerySet

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.registers.cases import next_steps
from zhunsheng.engine.registers.procedures import Step
from zhunsheng.web import policy
from zhunsheng.web.actors import IN_UNIT, Actor
from zhunsheng.web.organizations.roles import GOVERNMENT_WIDE
from zhunsheng.web.registers.models import Entry

MOST_LOOKED_INTO = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for somebody; with `at_least`, there may be more than were counted."""

    entries: list[Entry]
    count: int
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """
    Where somebody may act in some roles: one unit, or all units of a government.

    `present` counts the open entries of all such places by register and state.
    """

    where: Q
    roles: frozenset[str]
    present: Mapping[tuple[str, str], int]


def waiting_for(actor: Actor, shown: int) -> Waiting:
    """Get what waits for somebody, the first last days first."""
    places = list(_places(actor))
    surely, doubtful = (
        reduce(_either, (_condition(place, actor, gated=gated) for place in places), None)
        for gated in (False, True)
    )
    found: list[Entry] = []
    count, at_least = 0, False
    if surely is not None:
        count = _count(places, surely, actor)
        found = _first(_open().filter(surely), shown) if count else []
    if doubtful is not None:
        asked = _open().filter(doubtful)
        if surely is not None:
            asked = asked.exclude(surely)
        looked_into = _first(asked, MOST_LOOKED_INTO + 1)
        at_least = len(looked_into) > MOST_LOOKED_INTO
        through = [one for one in looked_into[:MOST_LOOKED_INTO] if _is_open(one, actor)]
        count += len(through)
        found = sorted(chain(found, through), key=_order)[:shown]
    return Waiting(found, count, at_least)


def _where(actor: Actor) -> Iterator[tuple[Q, frozenset[str]]]:
    """Get where somebody may act in which roles: as `policy.roles_in` has it, read the other way round."""
    units: dict[int, set[str]] = {}
    governments: dict[int, set[str]] = {}
    government_of: dict[int, int] = {}
    for grant in actor.grants:
        if grant.role in IN_UNIT:
            units.setdefault(grant.unit, set()).add(grant.role)
            government_of[grant.unit] = grant.government
        if grant.role in GOVERNMENT_WIDE:
            governments.setdefault(grant.government, set()).add(grant.role)
    for unit, roles in units.items():
        # The government is named too: the index begins with it.
        yield Q(government=government_of[unit], unit=unit), frozenset(roles)
    for government, roles in governments.items():
        yield Q(government=government), frozenset(roles)


def _places(actor: Actor) -> Iterator[_Place]:
    """Get where somebody may act, with what is open there; the index alone counts that."""
    found = list(_where(actor))
    if not found:
        return
    here = _open().filter(reduce(or_, (where for where, _ in found))).order_by()
    counted = here.values_list("register", "state").annotate(entries=Count("pk"))
    present = {(register, state): entries for register, state, entries in counted}
    for where, roles in found:
        yield _Place(where, roles, present)


def _pairs(place: _Place, *, gated: bool) -> Iterator[tuple[str, set[str], set[str]]]:
    """
    Get the registers with the states in which one of a place's roles is due: freely, and approving.

    Those of which nothing is there are left out: a question must not grow with the catalogue.
    """
    present: dict[str, set[str]] = {}
    for register, state in place.present:
        present.setdefault(register, set()).add(state)
    for named in catalogue().registers():
        states = _states(named, place.roles, gated=gated) & present.get(named.name, set())
        if states:
            approved = states & _approved(named, place.roles)
            yield named.name, states - approved, approved


def _condition(place: _Place, actor: Actor, *, gated: bool) -> Q | None:
    """Get which entries of a place wait surely, or (gated) perhaps, for one of its roles."""
    found = None
    for register, free, approved in _pairs(place, gated=gated):
        here = Q(state__in=sorted(free)) | Q(state__in=sorted(approved)) & ~_by(actor)
        found = _either(found, Q(register=register) & here)
    return place.where & found if found is not None else None


def _by(actor: Actor) -> Q:
    return Q(entered_by=actor.user) | Q(changed_by=actor.user)


def _count(places: Sequence[_Place], surely: Q, actor: Actor) -> int:
    """
    Get how many entries surely wait.

    In one place they are counted by register and state, and only those of somebody's own hand are
    taken away; where places overlap, each entry is looked at.
    """
    if len(places) != 1:
        return _open().filter(surely).count()
    here = _open().filter(places[0].where).order_by()
    approving = Q(pk__in=())
    total = 0
    for register, free, approved in _pairs(places[0], gated=False):
        total += sum(places[0].present.get((register, state), 0) for state in free | approved)
        if approved:
            approving |= Q(register=register, state__in=sorted(approved))
    if approving:
        total -= here.filter(_by(actor)).filter(approving).count()
    return total


def _states(named: NamedRegister, roles: frozenset[str], *, gated: bool) -> set[str]:
    """Get the states from which a step of some roles leads to another, with or without a gate."""
    return {
        state
        for step in _steps(named)
        if set(step.by) & roles and bool(step.gates) == gated
        for state in step.comes_from
        if state != step.leads_to
    }


def _approved(named: NamedRegister, roles: frozenset[str]) -> set[str]:
    """
    Get the states in which some roles approve.

    What else they may do there, such as sending it back, is part of that: it is not for whoever
    prepared what is approved.
    """
    return {
        state
        for step in _steps(named)
        if step.approves and set(step.by) & roles
        for state in step.comes_from
    }


def _steps(named: NamedRegister) -> tuple[Step, ...]:
    procedure = named.register.procedure
    return procedure.steps if procedure else ()


def _either(one: Q | None, other: Q | None) -> Q | None:
    if one is None or other is None:
        return one if other is None else other
    return one | other


def _open() -> QuerySet[Entry]:
    # The places were made from the actor's own roles: what they name, the actor may see.
    return Entry.unscoped.filter(done=False).select_related("unit")


def _first(entries: QuerySet[Entry], most: int) -> list[Entry]:
    """Get the entries whose last days come first, those without one last; each part by its index."""
    found = list(entries.filter(due__isnull=False).order_by("due", "pk")[:most])
    if len(found) < most:
        found += entries.filter(due=None).order_by("pk")[: most - len(found)]
    return found


def _order(entry: Entry) -> tuple[date, int]:
    return entry.due or date.max, entry.pk


def _is_open(entry: Entry, actor: Actor) -> bool:
    """Whether a step of somebody's is open, its gates asked."""
    roles = policy.roles_in(actor, entry.unit)
    named = catalogue().register(entry.register)
    mine = actor.user.pk in {entry.entered_by_id, entry.changed_by_id}
    if mine and entry.state in _approved(named, roles):
        return False
    values = entry.values | entry.private
    found = next_steps(named.register, entry.state, values, roles)
    return any(one.is_open and one.step.leads_to != entry.state for one in found)
