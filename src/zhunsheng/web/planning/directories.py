"""A government's units and groups, and the words of all indicators, as a reader of plans must know them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import lru_cache

from zhunsheng.engine.catalogue import Catalogue, catalogue
from zhunsheng.engine.indicators.declarations import Complete, Coverage, Distinct, Share
from zhunsheng.engine.planning.directory import Directory, KnownGroup, KnownUnit
from zhunsheng.engine.reading.indicator_words import IndicatorWords
from zhunsheng.web.organizations.models import Government, Membership, Unit
from zhunsheng.web.organizations.units import goes_on, successor_on


def directory_of(government: Government, day: date) -> Directory:
    """
    Get the units and groups of a government on a day, in four queries.

    The names of a unit that was merged are past names of the one that goes on for it.
    """
    units = list(government.units.select_related("successor__successor").order_by("code"))
    living = {unit.pk: unit for unit in units if goes_on(unit, day)}
    past: dict[int, list[str]] = defaultdict(list)
    for unit in units:
        heir = successor_on(unit, day)
        past[heir.pk] += [str(one["name"]) for one in unit.past_names]
        if heir.pk != unit.pk:
            past[heir.pk] += [unit.name, *unit.aliases]
    above = Government.objects.filter(code__in=government.path.strip("/").split("/")[:-1])
    return Directory(
        place=government.name,
        above=tuple(one.name for one in sorted(above, key=lambda one: -len(one.path))),
        units=tuple(
            KnownUnit(
                key=str(unit.pk),
                name=unit.name,
                aliases=tuple(unit.aliases),
                past_names=tuple(dict.fromkeys(past[unit.pk])),
            )
            for unit in living.values()
        ),
        groups=_groups(government, living, day),
    )


def _groups(government: Government, living: dict[int, Unit], day: date) -> tuple[KnownGroup, ...]:
    members: dict[int, list[str]] = defaultdict(list)
    held = Membership.objects.filter(group__government=government)
    for one in held.select_related("unit__successor").order_by("unit__code"):
        if (one.since or date.min) <= day <= (one.until or date.max):
            unit = successor_on(one.unit, day)
            if unit.pk in living and str(unit.pk) not in members[one.group_id]:
                members[one.group_id].append(str(unit.pk))
    return tuple(
        KnownGroup(key=str(group.pk), name=group.name, members=tuple(members[group.pk]))
        for group in government.groups.order_by("name")
    )


def indicator_words() -> tuple[IndicatorWords, ...]:
    """Get the words of all indicators that plans have words for."""
    return _words(catalogue())


@lru_cache(maxsize=2)
def _words(declared: Catalogue) -> tuple[IndicatorWords, ...]:
    return tuple(
        IndicatorWords(
            key=named.name,
            label=named.indicator.label,
            said_as=named.indicator.said_as,
            is_share=isinstance(named.indicator, Share | Coverage | Complete)
            and not isinstance(named.indicator, Distinct),
            measure=named.indicator.measure,
        )
        for named in declared.indicators()
        if named.indicator.said_as
    )
