"""
What belongs to a plan as it was at the end of a past day, read from the ledger's lines.

It knows how entries name each other by number; who may see what is decided as for the present.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.web import clock
from zhunsheng.web.indicators import as_of, results
from zhunsheng.web.indicators.as_of_organization import organization_then
from zhunsheng.web.indicators.organization import Place
from zhunsheng.web.ledger import past
from zhunsheng.web.ledger.past import Moment
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers.as_of import entries_then, entry_then
from zhunsheng.web.registers.models import Entry


def moment_of(day: date) -> Moment | None:
    """Get where the ledger stood at the end of a day that is over; None for today and later."""
    return past.end_of(day) if day < clock.now().date() else None


def plan_then(plan: Entry, moment: Moment) -> Entry | None:
    """Get a plan as it was; None where it was not there yet."""
    found = entry_then(plan.register, plan.pk, moment)
    if found is None:
        return None
    entry = found.as_entry()
    entry.government, entry.unit = plan.government, plan.unit
    return entry


def units_then(moment: Moment) -> dict[int, Unit]:
    """Get all units by their keys, with the names they had."""
    return {unit.pk: unit for unit in organization_then(moment).units.values()}


def linked_then(
    visible: QuerySet[Entry],
    register: str,
    field: str,
    parents: Mapping[str, int],
    moment: Moment,
    government: int,
) -> list[dict[str, Any]]:
    """
    Get the entries of a register that named some others by a field, with which one as `to`.

    `visible` are the entries that may be seen today, `parents` the others' keys by their numbers.
    """
    seen = set(
        visible.filter(register=register, government=government).values_list("pk", flat=True)
    )
    found = []
    named = catalogue().register(register)
    for one in entries_then(named, moment, governments=[government], with_days=False):
        sealed = one.sealed
        to = parents.get(str(sealed["values"].get(field) or "").rpartition("/")[2])
        if to is None or one.key not in seen:
            continue
        row = {key: sealed[key] for key in ("number", "title", "state", "values")}
        row |= {"pk": one.key, "unit_id": sealed["unit"], "happened": one.happened, "to": to}
        found.append(row)
    return sorted(found, key=lambda row: int(row["pk"]))


def figures_then(
    names: Sequence[str], spans: Sequence[Period], place: Place, moment: Moment
) -> dict[tuple[str, str], Figure]:
    """Get figures as they were, by the indicator and the period that was asked for."""
    found = as_of.figures_as_of(names, spans, place, moment)
    cut = {span.key: periods.so_far(span, moment.day).key for span in spans}
    return {(name, key): found[name, cut[key]] for name in names for key in cut}


def figures_of_units_then(
    names: Sequence[str], period: Period, place: Place, moment: Moment
) -> dict[int, dict[str, Figure]]:
    """Get what each unit of a place had, by the unit's key and the indicator's name."""
    with as_of.reading_then(moment, place.government) as then:
        there = as_of.place_then(then.organization, place)
        listed = results.figures_of_units(names, periods.so_far(period, moment.day), there)
    return {unit.pk: own for unit, own in listed}
