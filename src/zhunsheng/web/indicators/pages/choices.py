"""What a page of figures offers to choose from: periods, and places near the one that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext as _

from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.indicators.pages.asking import Asked, key_of
from zhunsheng.web.indicators.results import Place
from zhunsheng.web.organizations.units import goes_on

_YEARS = 5
MOST_PLACES = 300


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be chosen."""

    key: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Options under a heading."""

    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Chooser:
    """The form above figures: what it offers, what was typed, and what is wrong with that."""

    periods: list[Group]
    places: list[Group]
    typed: str = ""
    problem: str = ""
    day: str = ""
    day_problem: str = ""


def chooser(asked: Asked) -> Chooser:
    """Get the form for what is shown."""
    day = asked.moment.day.isoformat() if asked.moment else ""
    return Chooser(list(_periods(asked.period, asked.today)), list(_places(asked)), day=day)


def mended(
    actor: Actor,
    query: QueryDict,
    place: Place,
    today: date,
    *,
    problem: str = "",
    day_problem: str = "",
) -> Chooser:
    """Get the form for a period, or a past day, that could not be read, with what was typed."""
    usual = Asked(actor, periods.to_date(today), place, today)
    typed = (query.get("other") or query.get("period") or "")[:40] if problem else ""
    day = query.get("as_of", "")[:20]
    return replace(chooser(usual), typed=typed, problem=problem, day=day, day_problem=day_problem)


def _periods(chosen: Period, today: date) -> Iterator[Group]:
    this, last = today.year, today.year - 1
    offered = {
        _("截至今天"): [periods.to_date(today)],
        _("年"): [periods.year(number) for number in range(this, this - _YEARS, -1)],
        _("季度"): [
            periods.quarter(number, which) for number in (this, last) for which in (4, 3, 2, 1)
        ],
        _("月"): [month for number in (this, last) for month in reversed(periods.months(number))],
    }
    known = {period.key for group in offered.values() for period in group}
    if chosen.key not in known:
        yield Group(_("现在看的"), (Option(chosen.key, chosen.label, chosen=True),))
    for label, group in offered.items():
        begun = [period for period in group if period.start <= today]
        yield Group(
            label, tuple(Option(one.key, one.label, one.key == chosen.key) for one in begun)
        )


def _places(asked: Asked) -> Iterator[Group]:
    """Get the own government, those above and directly below it, and its units, as far as may be seen."""
    place = asked.place
    here = place.government
    codes = here.path.strip("/").split("/")
    near = Q(code__in=codes) | Q(parent=here)
    seen = list(
        policy.governments_counted_for(asked.actor).filter(near).order_by("path")[:MOST_PLACES]
    )
    chosen = key_of(place)
    offered = [Place(government) for government in seen if len(government.path) <= len(here.path)]
    if any(government.parent_id == here.pk for government in seen):
        offered.append(Place(here, below=True))
    yield _group(_("政府"), offered, chosen)
    units = [
        unit
        for unit in here.units.order_by("code")
        if goes_on(unit, asked.today) or unit == place.unit
    ]
    yield _group(_("单位"), [Place(here, unit) for unit in units[:MOST_PLACES]], chosen)
    below = [Place(government) for government in seen if government.parent_id == here.pk]
    if below:
        yield _group(_("下级政府"), below, chosen)


def _group(label: str, places: list[Place], chosen: str) -> Group:
    return Group(
        label, tuple(Option(key_of(one), name_of(one), key_of(one) == chosen) for one in places)
    )


def name_of(place: Place) -> str:
    """Get what people call a place."""
    if place.unit is not None:
        return str(place.unit)
    if place.below:
        return _("%s（含下级）") % place.government
    return str(place.government)
