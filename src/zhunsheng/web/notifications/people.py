"""Who has which role today, for many units in one query."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from zhunsheng.web.actors import IN_UNIT
from zhunsheng.web.organizations.models import Assignment, Unit, User
from zhunsheng.web.organizations.roles import GOVERNMENT_WIDE


class InUnits:
    """The people with a role inside some units on a day."""

    def __init__(self, units: Collection[int], today: date) -> None:
        self._people: dict[int, list[tuple[str, User]]] = {}
        for one in _in_force(today).filter(unit__in=units, role__in=IN_UNIT):
            self._people.setdefault(one.unit_id, []).append((one.role, one.user))

    def having(self, unit: int, roles: Collection[str]) -> list[User]:
        """Get those who have one of some roles in a unit, each once."""
        found = {user.pk: user for role, user in self._people.get(unit, ()) if role in roles}
        return list(found.values())


def acting_for(unit: Unit, roles: Collection[str], today: date) -> dict[User, set[str]]:
    """Get those who act for a unit in one of some roles: inside it, or for its government."""
    inside = Q(unit=unit, role__in=IN_UNIT & set(roles))
    above = Q(unit__government=unit.government_id, role__in=GOVERNMENT_WIDE & set(roles))
    found: dict[User, set[str]] = {}
    for one in _in_force(today).filter(inside | above):
        found.setdefault(one.user, set()).add(one.role)
    return found


def with_role(role: str, today: date) -> list[User]:
    """Get everybody who has a role, such as the audit administrators."""
    return list({one.user.pk: one.user for one in _in_force(today).filter(role=role)}.values())


def _in_force(today: date) -> QuerySet[Assignment]:
    begun = Q(since=None) | Q(since__lte=today)
    going_on = Q(until=None) | Q(until__gte=today)
    return (
        Assignment.objects.filter(begun, going_on, user__is_active=True)
        .select_related("user")
        .order_by("pk")
    )
