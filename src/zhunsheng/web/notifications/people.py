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


class Acting:
    """The people who act for units, inside them or for their governments; each unit is read once."""

    def __init__(self) -> None:
        self._held: dict[int, list[Assignment]] = {}

    def on(self, unit: Unit, roles: Collection[str], day: date) -> dict[User, set[str]]:
        """Get those who act for a unit in one of some roles on a day."""
        if unit.pk not in self._held:
            inside = Q(unit=unit, role__in=IN_UNIT)
            above = Q(unit__government=unit.government_id, role__in=GOVERNMENT_WIDE)
            self._held[unit.pk] = list(_ever(inside | above))
        found: dict[User, set[str]] = {}
        for one in self._held[unit.pk]:
            if one.role in roles and one.holds_on(day):
                found.setdefault(one.user, set()).add(one.role)
        return found


def with_role(role: str, today: date) -> list[User]:
    """Get everybody who has a role, such as the audit administrators."""
    return list({one.user.pk: one.user for one in _in_force(today).filter(role=role)}.values())


def _in_force(today: date) -> QuerySet[Assignment]:
    begun = Q(since=None) | Q(since__lte=today)
    going_on = Q(until=None) | Q(until__gte=today)
    return _ever(begun, going_on)


def _ever(*of: Q) -> QuerySet[Assignment]:
    """Get assignments of people who can log in, in the order they were made."""
    found = Assignment.objects.filter(*of, user__is_active=True)
    return found.select_related("user").order_by("pk")
