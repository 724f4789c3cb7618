"""
Units by the names people write: their own government's by name or other name, any by the full name.

It knows names and days; what a unit may do is the policy's affair.
"""

from __future__ import annotations

import difflib
from datetime import date

from django.db.models import Q, QuerySet

from zhunsheng.engine.messages import Message
from zhunsheng.web.organizations.models import Government, Unit

_NEAR = 5


def units_of(government: Government, on: date) -> QuerySet[Unit]:
    """Get the units a government has on a day."""
    return Unit.objects.filter(_there(on), government=government)


def unit_named(name: str, government: Government, on: date) -> Unit | None:
    """Get the unit somebody in a government means on a day; None where nobody is called so."""
    said = _plain(name)
    for unit in units_of(government, on):
        if said in {_plain(known) for known in (unit.name, *unit.aliases)}:
            return unit
    elsewhere = list(Unit.objects.filter(_there(on), name=name.strip())[:2])
    return elsewhere[0] if len(elsewhere) == 1 else None


class Names:
    """The proper names of units for what a government calls them, each looked up as seldom as may be."""

    def __init__(self, government: Government) -> None:
        self._government = government
        self._standing: dict[str, Unit] = {}
        self._on_day: dict[tuple[str, date], str | None] = {}
        # What was said of those that mean nobody: a sheet repeats its mistakes.
        self.complaints: dict[tuple[str, date], Message] = {}

    def proper(self, said: str, on: date) -> str | None:
        """Get the proper name of a unit on a day; None where there is none of that name."""
        standing = self._standing.get(said)
        if standing is not None and (standing.since is None or standing.since <= on):
            return standing.name
        if (said, on) not in self._on_day:
            unit = unit_named(said, self._government, on)
            if unit is not None and unit.until is None:
                self._standing[said] = unit
            self._on_day[said, on] = None if unit is None else unit.name
        return self._on_day[said, on]


def successor_of(name: str, government: Government) -> Unit | None:
    """Get the unit that goes on where one of that name was merged or renamed; None where none was."""
    gone = Unit.objects.filter(government=government, name=name.strip(), successor__isnull=False)
    found = gone.select_related("successor").first()
    return found.successor if found is not None else None


def near_names(name: str, government: Government, on: date) -> list[str]:
    """Get the names of a government's units that are most like a name."""
    known = {
        _plain(called): unit.name
        for unit in units_of(government, on)
        for called in (unit.name, *unit.aliases)
    }
    said = _plain(name)
    near = difflib.get_close_matches(said, known, n=_NEAR, cutoff=0.4)
    near += [called for called in known if said and (said in called or called in said)]
    return list(dict.fromkeys(known[called] for called in near))[:_NEAR]


def _there(on: date) -> Q:
    return Q(until=None) | Q(until__gte=on)


def _plain(name: str) -> str:
    return "".join(name.split())
