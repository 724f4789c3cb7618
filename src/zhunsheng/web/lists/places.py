"""The governments and units that a list can be filtered by: those whose entries its reader may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.http import QueryDict

from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Government, Unit

# More than a selection can hold: then the government is chosen first.
MOST_UNITS = 200
_MOST_KEYS = 50


@dataclass(frozen=True, slots=True)
class Places:
    """Governments and units by key, as addresses name them."""

    governments: Mapping[str, Government]
    units: Mapping[str, Unit]

    @property
    def several_governments(self) -> bool:
        """Whether there is anything to choose among governments."""
        return len(self.governments) > 1


def places_for(actor: Actor, asked: QueryDict) -> Places:
    """Get what to choose from; with very many units, those of the chosen government."""
    seen = policy.units_seen_by(actor)
    units = list(seen[: MOST_UNITS + 1])
    if len(units) <= MOST_UNITS:
        governments = {str(unit.government_id): unit.government for unit in units}
        return Places(governments, {str(unit.pk): unit for unit in units})
    all_of_them = Government.objects.filter(pk__in=seen.order_by().values("government"))
    picked = Q(government__in=_keys(asked, "government")) | Q(pk__in=_keys(asked, "unit"))
    some = seen.filter(picked)[:MOST_UNITS]
    return Places(
        {str(government.pk): government for government in all_of_them},
        {str(unit.pk): unit for unit in some},
    )


def _keys(asked: QueryDict, name: str) -> list[int]:
    typed = asked.getlist(name)[:_MOST_KEYS]
    return [int(one) for one in typed if one.isascii() and one.isdigit() and len(one) < 10]
