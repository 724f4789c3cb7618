"""
Who acts: somebody with the roles they have on a day, their own and those they stand in for.

It says what somebody is; what they may is the policy's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from zhunsheng.web.organizations.models import Assignment, Unit, User
from zhunsheng.web.organizations.units import merged_into

IN_UNIT = frozenset({"reporter", "approver"})


@dataclass(frozen=True, slots=True)
class Grant:
    """A role somebody has today, and where."""

    role: str
    unit: int
    government: int
    path: str
    # The unit is over: what is there may be finished, nothing new begins.
    ended: bool = False
    # Whose role it is, where somebody only stands in.
    stands_in_for: int | None = None


@dataclass(frozen=True, slots=True)
class StandIn:
    """That somebody entered for another in a unit, for a time."""

    user: int
    unit: int
    since: date | None
    until: date | None

    def entered(self, user: int, unit: int, day: date) -> bool:
        """Whether what a person wrote for a unit on a day was written for the absent one."""
        within = (self.since or date.min) <= day <= (self.until or date.max)
        return (self.user, self.unit) == (user, unit) and within


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts, with the roles they have today."""

    user: User
    grants: tuple[Grant, ...]
    # Who ever entered in the name of this one, or of those this one stands in for today.
    stand_ins: tuple[StandIn, ...] = ()

    def has(self, *roles: str) -> bool:
        """Whether somebody has one of some roles anywhere."""
        return any(grant.role in roles for grant in self.grants)


def actor_of(user: User, today: date) -> Actor:
    """
    Get somebody with the roles that are in force today, those of the absent ones included.

    A role in a unit reaches what was merged into it.
    """
    begun = Q(since=None) | Q(since__lte=today)
    going_on = Q(until=None) | Q(until__gte=today)
    own = Assignment.objects.filter(begun, going_on, user=user)
    absent = own.exclude(stands_in_for=None).values("stands_in_for")
    for_them = Q(role="reporter") & (Q(stands_in_for=user) | Q(stands_in_for__in=absent))
    found = (
        Assignment.objects.filter(Q(user=user) | for_them)
        .annotate(has_past=Exists(Unit.objects.filter(successor=OuterRef("unit"))))
        .select_related("unit__government")
    )
    heirs = {one.unit_id for one in found if one.has_past and one.role in IN_UNIT}
    merged = list(merged_into(heirs, today)) if heirs else []
    grants, stand_ins = [], []
    for one in found:
        past = [unit for heir, unit in merged if heir == one.unit_id and one.role in IN_UNIT]
        units = [one.unit, *past]
        if one.user_id != user.pk:
            stand_ins += [StandIn(one.user_id, unit.pk, one.since, one.until) for unit in units]
        elif one.holds_on(today):
            grants += [_grant(one, unit, today) for unit in units]
    return Actor(user, tuple(grants), tuple(stand_ins))


def _grant(assignment: Assignment, unit: Unit, today: date) -> Grant:
    return Grant(
        assignment.role,
        unit.pk,
        unit.government_id,
        unit.government.path,
        ended=unit.until is not None and unit.until < today,
        stands_in_for=assignment.stands_in_for_id,
    )
