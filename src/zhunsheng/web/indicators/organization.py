"""
Governments and units as figures need them: who is below whom, and under which unit an entry is shown.

What a unit entered stays with it, as everywhere. A figure of a period asks which units are there on its
last day: what belongs to a unit that was merged by then is shown under the unit that took over; a unit
that ended without a successor, or begins later, is shown as long as it has something, and is asked of by
no coverage. So the units' figures always add up to the government's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from zhunsheng.web.organizations.models import Government, Unit
from zhunsheng.web.organizations.units import goes_on

# A chain of successors longer than this is a circle that somebody made aside.
_LONGEST = 50
_MOST_STANDINGS = 200


@dataclass(frozen=True, slots=True)
class Place:
    """
    Whose figures are asked for: a government's, one of its units', or with all governments below it.

    A unit stands for what is shown under it, those merged into it included.
    """

    government: Government
    unit: Unit | None = None
    below: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """
    The units of some governments on a day, by their keys.

    `there` are those that are there; `shown_under` says of each other one under which it is shown.
    """

    there: Mapping[str, Unit]
    shown_under: Mapping[str, str]

    def under(self, key: str) -> list[str]:
        """Get the keys of all that is shown under a unit, its own first."""
        return [key, *(one for one, heir in self.shown_under.items() if heir == key != one)]


class Organization:
    """All governments and units of the site at one time."""

    def __init__(self, governments: Iterable[Government], units: Iterable[Unit]) -> None:
        self.governments = {one.pk: one for one in governments}
        self._units = {one.pk: one for one in units}
        for unit in self._units.values():
            unit.government = self.governments[unit.government_id]
        self.units = {self.key_of(unit): unit for unit in self._units.values()}
        self._standings: dict[tuple[str, date, bool], Standing] = {}

    @property
    def codes(self) -> dict[tuple[str, int], str]:
        """What entries in typed tables carry of each: should it change, the tables are outdated."""
        return {
            **{("government", pk): one.path for pk, one in self.governments.items()},
            **{("unit", one.pk): key for key, one in self.units.items()},
        }

    def agrees_with(self, later: Organization) -> bool:
        """Whether everything that is here has the same codes at another time."""
        codes = later.codes
        return all(codes.get(key) == code for key, code in self.codes.items())

    def key_of(self, unit: Unit) -> str:
        """Get how typed tables call a unit: the codes of its government and its own."""
        return f"{self.governments[unit.government_id].code}/{unit.code}"

    def children(self, government: Government) -> list[Government]:
        """Get the governments directly below one, in the order of their codes."""
        return [one for one in self.governments.values() if one.parent_id == government.pk]

    def standing(self, government: Government, day: date, *, below: bool) -> Standing:
        """Get the units of a government on a day; with `below`, those of all governments under it too."""
        path = self.governments[government.pk].path
        asked = (path, day, below)
        if asked not in self._standings:
            if len(self._standings) >= _MOST_STANDINGS:
                self._standings.clear()
            self._standings[asked] = self._standing(path, day, below=below)
        return self._standings[asked]

    def _standing(self, path: str, day: date, *, below: bool) -> Standing:
        there: dict[str, Unit] = {}
        shown: dict[str, str] = {}
        for key, unit in self.units.items():
            own = self.governments[unit.government_id].path
            if own != path and not (below and own.startswith(path)):
                continue
            if goes_on(unit, day):
                there[key] = unit
            else:
                shown[key] = self._heir(unit, day)
        return Standing(there, shown)

    def _heir(self, unit: Unit, day: date) -> str:
        """Get the key of the unit that took over by a day; its own where nobody has."""
        heir = unit
        for _ in range(_LONGEST):
            if heir.until is None or day <= heir.until or heir.successor_id is None:
                break
            heir = self._units[heir.successor_id]
        return self.key_of(heir if goes_on(heir, day) else unit)


def as_it_is() -> Organization:
    """Get the organization as the database has it now."""
    return Organization(
        Government.objects.order_by("code"),
        Unit.objects.order_by("government__code", "code"),
    )
