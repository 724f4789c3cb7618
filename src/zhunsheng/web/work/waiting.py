"""
Which entries wait for somebody: their next step is open, and they may take it.

Most of it the database answers, however many entries there are: which steps lead on from which states
is declared, and so is whose hand a step forbids. Only where a gate must look into an entry's values are
entries read, and of those no more than some hundreds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.db.models import F, Q, QuerySet

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.registers.cases import next_steps
from zhunsheng.engine.registers.procedures import Step
from zhunsheng.web import policy
from zhunsheng.web.organizations.roles import GOVERNMENT_WIDE
from zhunsheng.web.policy import IN_UNIT, Actor
from zhunsheng.web.registers.models import Entry

MOST_LOOKED_INTO = 300


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for somebody; with `at_least`, there may be more than were counted."""

    entries: list[Entry]
    count: int
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where somebody may act in some roles: one unit, or all units of a government."""

    where: Q
    roles: frozenset[str]


def waiting_for(actor: Actor, shown: int) -> Waiting:
    """Get what waits for somebody, the first last days first."""
    places = list(_places(actor))
    surely = _any(_condition(place, actor, gated=False) for place in places)
    doubtful = _any(_condition(place, actor, gated=True) for place in places)
    found: list[Entry] = []
    count, at_least = 0, False
    if surely is not None:
        certain = _open().filter(surely)
        count = certain.count()
        found = list(_in_order(certain)[:shown]) if count else []
    if doubtful is not None:
        asked = _open().filter(doubtful)
        if surely is not None:
            asked = asked.exclude(surely)
        looked_into = list(_in_order(asked)[: MOST_LOOKED_INTO + 1])
        at_least = len(looked_into) > MOST_LOOKED_INTO
        through = [one for one in looked_into[:MOST_LOOKED_INTO] if _is_open(one, actor)]
        count += len(through)
        found = sorted(chain(found, through), key=_order)[:shown]
    return Waiting(found, count, at_least)


def _places(actor: Actor) -> Iterator[_Place]:
    """Get where somebody may act: as `policy.roles_in` has it, read the other way round."""
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
        yield _Place(Q(government=government_of[unit], unit=unit), frozenset(roles))
    for government, roles in governments.items():
        yield _Place(Q(government=government), frozenset(roles))


def _condition(place: _Place, actor: Actor, *, gated: bool) -> Q | None:
    """Get which entries of a place wait surely, or (gated) perhaps, for one of its roles."""
    mine = Q(entered_by=actor.user) | Q(changed_by=actor.user)
    parts = []
    for named in catalogue().registers():
        states = _states(named, place.roles, gated=gated)
        approved = states & _approved(named, place.roles)
        here = Q(register=named.name)
        if states - approved:
            parts.append(here & Q(state__in=sorted(states - approved)))
        if approved:
            parts.append(here & Q(state__in=sorted(approved)) & ~mine)
    found = _any(parts)
    return place.where & found if found is not None else None


def _states(named: NamedRegister, roles: frozenset[str], *, gated: bool) -> set[str]:
    """Get the states from which a step of some roles leads on, with or without a gate before it."""
    return {
        state
        for step in _steps(named)
        if set(step.by) & roles and bool(step.gates) == gated
        for state in step.comes_from
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


def _any(conditions: Iterable[Q | None]) -> Q | None:
    found: Q | None = None
    for condition in conditions:
        if condition is not None:
            found = condition if found is None else found | condition
    return found


def _open() -> QuerySet[Entry]:
    # The places were made from the actor's own roles: what they name, the actor may see.
    return Entry.unscoped.filter(done=False).select_related("unit")


def _in_order(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    # Databases differ on where nulls stand; those without a last day come last.
    return entries.order_by(F("due").asc(nulls_last=True), "pk")


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
    return any(found.is_open for found in next_steps(named.register, entry.state, values, roles))
