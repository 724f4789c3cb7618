"""
The one policy: every "may", for pages, exports and commands alike.

It knows roles, units and governments; it changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from zhunsheng.web.organizations.models import Assignment, Government, Unit, User
from zhunsheng.web.organizations.roles import DOWNWARD, GOVERNMENT_WIDE
from zhunsheng.web.registers.models import Entry

IN_UNIT = frozenset({"reporter", "approver"})


@dataclass(frozen=True, slots=True)
class Grant:
    """A role somebody has today, and where."""

    role: str
    unit: int
    government: int
    path: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts, with the roles they have today."""

    user: User
    grants: tuple[Grant, ...]

    def has(self, *roles: str) -> bool:
        """Whether somebody has one of some roles anywhere."""
        return any(grant.role in roles for grant in self.grants)


def actor_of(user: User, today: date) -> Actor:
    """Get somebody with the roles that are in force today."""
    begun = Q(since=None) | Q(since__lte=today)
    going_on = Q(until=None) | Q(until__gte=today)
    found = Assignment.objects.filter(begun, going_on, user=user).select_related("unit__government")
    return Actor(
        user,
        tuple(
            Grant(
                assignment.role,
                assignment.unit_id,
                assignment.unit.government_id,
                assignment.unit.government.path,
            )
            for assignment in found
        ),
    )


def entries_for(actor: Actor) -> QuerySet[Entry]:
    """Get the entries somebody may see: of their units, their government, the governments below."""
    governments = {
        grant.government for grant in actor.grants if grant.role in GOVERNMENT_WIDE - DOWNWARD
    }
    below = Q(pk__in=())
    for path in {grant.path for grant in actor.grants if grant.role in DOWNWARD}:
        below |= Q(path__startswith=path)
    if below:
        governments |= set(Government.objects.filter(below).values_list("pk", flat=True))
    units = {
        grant.unit
        for grant in actor.grants
        if grant.role in IN_UNIT and grant.government not in governments
    }
    # Plain lists of keys, and no "or" where one list will do: so the indexes are used.
    seen = Q(government__in=governments)
    if units:
        seen = seen | Q(unit__in=units) if governments else Q(unit__in=units)
    return Entry.unscoped.filter(seen).select_related("unit", "government")


def roles_in(actor: Actor, unit: Unit) -> frozenset[str]:
    """Get the roles somebody may act in for a unit: in the unit, or for its whole government."""
    return frozenset(
        grant.role
        for grant in actor.grants
        if (grant.role in IN_UNIT and grant.unit == unit.pk)
        or (grant.role in GOVERNMENT_WIDE and grant.government == unit.government_id)
    )


def units_to_enter_for(actor: Actor) -> QuerySet[Unit]:
    """Get the units for which somebody may enter."""
    units = [grant.unit for grant in actor.grants if grant.role == "reporter"]
    return Unit.objects.filter(pk__in=units).select_related("government")


def may_enter(actor: Actor, unit: Unit) -> bool:
    """Whether somebody may enter for a unit."""
    return "reporter" in roles_in(actor, unit)


def may_change(actor: Actor, entry: Entry) -> bool:
    """Whether somebody may change an entry: the unit's reporters, until it is closed."""
    return may_enter(actor, entry.unit) and not entry.done


def may_attach(actor: Actor, entry: Entry) -> bool:
    """Whether somebody may add a file to an entry: those of the unit, until it is closed."""
    return bool(roles_in(actor, entry.unit) & IN_UNIT) and not entry.done


def may_see_personal(actor: Actor, entry: Entry) -> bool:
    """Whether somebody may see the personal data of an entry: inside the unit that owns it only."""
    return bool(roles_in(actor, entry.unit) & IN_UNIT)


def may_erase(actor: Actor, entry: Entry) -> bool:
    """Whether somebody may erase the personal data of an entry."""
    return "approver" in roles_in(actor, entry.unit)


def may_take(actor: Actor, entry: Entry, by: Iterable[str], *, approves: bool) -> str:
    """Get why somebody may not take a step, in Chinese; empty where they may."""
    if not roles_in(actor, entry.unit) & set(by):
        return "您在该单位没有办理这一环节的角色。"
    if approves and actor.user.pk in {entry.entered_by_id, entry.changed_by_id}:
        return "填报的人不能审批同一件，请由其他审核员办理。"
    return ""


def may_verify(actor: Actor) -> bool:
    """Whether somebody may look into the ledger."""
    return actor.has("audit_administrator", "inspector", "coordinator")


def units_in_sight(actor: Actor) -> QuerySet[Unit]:
    """Get the units of the governments somebody has a role in, and of those below for who looks down."""
    seen = Q(government__in={grant.government for grant in actor.grants})
    for path in {grant.path for grant in actor.grants if grant.role in DOWNWARD}:
        seen |= Q(government__path__startswith=path)
    return Unit.objects.filter(seen).select_related("government")
