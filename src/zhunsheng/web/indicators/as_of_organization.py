"""
Governments and units as they were at a past moment, by what the ledger says of them.

What was there before the ledger first spoke of it is taken as its first line found it; what it never spoke
of, on a site whose organization was not written down, as it is now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from zhunsheng.web.indicators.organization import Organization
from zhunsheng.web.ledger import past
from zhunsheng.web.ledger.past import Moment
from zhunsheng.web.organizations.models import Government, Unit

_ADDED = ".add"
_SAID = ("about", "says")


def organization_then(moment: Moment) -> Organization:
    """Get all governments and units as they were at a moment, in the order of their codes."""
    governments = sorted(_governments(moment), key=lambda one: one.code)
    codes = {one.pk: one.code for one in governments}
    units = [one for one in _units(moment) if one.government_id in codes]
    units.sort(key=lambda one: (codes[one.government_id], one.code))
    return Organization(governments, units)


def within(whole: Organization, path: str) -> Organization:
    """Get what of an organization is a government or lies below it, by the government's path."""
    governments = [one for one in whole.governments.values() if one.path.startswith(path)]
    keys = {one.pk for one in governments}
    return Organization(
        governments, [unit for unit in whole.units.values() if unit.government_id in keys]
    )


def _governments(moment: Moment) -> Iterator[Government]:
    now = {one.pk: one for one in Government.objects.all()}
    for key, row in _rows("government", now, moment):
        yield Government(
            pk=key,
            code=row["code"],
            name=row["name"],
            level=row["level"],
            parent_id=row["parent"],
            path=row["path"],
            past_names=row["past_names"],
        )
        now.pop(key, None)
    yield from now.values()


def _units(moment: Moment) -> Iterator[Unit]:
    now = {one.pk: one for one in Unit.objects.all()}
    for key, row in _rows("unit", now, moment):
        yield Unit(
            pk=key,
            government_id=row["government"],
            code=row["code"],
            name=row["name"],
            aliases=row["aliases"],
            past_names=row["past_names"],
            since=_day(row["since"]),
            until=_day(row["until"]),
            successor_id=row["successor"],
        )
        now.pop(key, None)
    yield from now.values()


def _rows(
    kind: str, now: dict[int, Any], moment: Moment
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """
    Get what lines say of the things of a kind that were there.

    What was added later is taken out of those that are there now.
    """
    lasts = dict(past.rows(past.last_lines(kind, moment), *_SAID))
    firsts = past.first_lines(kind)
    for about, first in firsts.items():
        key = int(about.partition("/")[2])
        if about in lasts:
            yield key, lasts[about]["row"]
        elif first.did.endswith(_ADDED):
            now.pop(key, None)
        else:
            yield key, first.says["row"]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
