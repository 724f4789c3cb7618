"""
What units are called and who goes on for them, on a day.

It reads; what changes units is in `actions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Prefetch

from zhunsheng.web.organizations.models import Government, Membership, Unit, UnitGroup

# A chain of successors longer than this is a circle that somebody made aside.
_LONGEST = 50


def name_on(named: Unit | Government, day: date) -> str:
    """Get what a unit or a government was called on a day."""
    for past in named.past_names:
        if day <= date.fromisoformat(past["until"]):
            return str(past["name"])
    return named.name


def goes_on(unit: Unit, day: date) -> bool:
    """Whether a unit is there on a day."""
    return (unit.since is None or unit.since <= day) and (unit.until is None or day <= unit.until)


def successor_on(unit: Unit, day: date) -> Unit:
    """Get the unit that goes on for another on a day: itself, its successor, or the successor's."""
    for _ in range(_LONGEST):
        if unit.until is None or day <= unit.until or unit.successor is None:
            return unit
        unit = unit.successor
    return unit


def merged_into(units: Iterable[int], day: date) -> Iterator[tuple[int, Unit]]:
    """Get the units that were merged into some, and those merged into them, each with its heir."""
    heirs = {unit: unit for unit in units}
    seen = set(heirs)
    while heirs:
        found = Unit.objects.filter(successor__in=heirs, until__lt=day).select_related("government")
        further = {}
        for unit in found:
            if unit.pk not in seen and unit.successor_id is not None:
                seen.add(unit.pk)
                further[unit.pk] = heirs[unit.successor_id]
                yield further[unit.pk], unit
        heirs = further


def units_on(government: Government, day: date) -> list[Unit]:
    """Get the units of a government that are there on a day, in the order of their codes."""
    return [unit for unit in government.units.order_by("code") if goes_on(unit, day)]


def unit_named(name: str, government: Government, on: date) -> Unit | None:
    """
    Get the unit of a government that somebody means by a name on a day.

    The name of the day goes before an alias, and both before a past name or a unit that is over, for
    which its successor stands. None where nothing fits, or several units would.
    """
    wanted = name.strip()
    units = list(government.units.select_related("successor"))
    living = [unit for unit in units if goes_on(unit, on)]
    past = [unit for unit in units if unit.since is None or unit.since <= on]
    for meant in (
        [unit for unit in living if name_on(unit, on) == wanted],
        [unit for unit in living if wanted in unit.aliases],
        [successor_on(unit, on) for unit in past if wanted in _ever(unit)],
    ):
        found = {unit.pk: unit for unit in meant if goes_on(unit, on)}
        if len(found) == 1:
            return found.popitem()[1]
        if found:
            return None
    return None


def names_of(unit: Unit) -> list[dict[str, str | None]]:
    """Get all names of a unit with their days, oldest first, the present one last."""
    since = unit.since.isoformat() if unit.since else None
    if unit.past_names:
        since = date.fromordinal(
            date.fromisoformat(unit.past_names[-1]["until"]).toordinal() + 1
        ).isoformat()
    until = unit.until.isoformat() if unit.until else None
    return [*unit.past_names, {"name": unit.name, "since": since, "until": until}]


def group_named(name: str, government: Government) -> UnitGroup | None:
    """Get the group of units of a government with a name."""
    return government.groups.filter(name=name.strip()).first()


def members_on(group: UnitGroup, day: date) -> list[Unit]:
    """
    Get the units of a group on a day, in the order of their codes.

    For a unit that was merged its successor stands, once; a unit that ended without one is left out.
    """
    memberships = Membership.objects.filter(group=group).prefetch_related(
        Prefetch("unit", Unit.objects.select_related("successor"))
    )
    found: dict[int, Unit] = {}
    for membership in memberships:
        if (membership.since or date.min) <= day <= (membership.until or date.max):
            unit = successor_on(membership.unit, day)
            if goes_on(unit, day):
                found.setdefault(unit.pk, unit)
    return sorted(found.values(), key=lambda unit: unit.code)


def _ever(unit: Unit) -> set[str]:
    return {unit.name, *unit.aliases, *(str(past["name"]) for past in unit.past_names)}
