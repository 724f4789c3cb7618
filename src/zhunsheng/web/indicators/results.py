"""
Figures of the site: of governments and units, for periods, down to the entries behind them.

They are always up to date with the ledger. Who may see them is for `policy` to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.contents import NamedIndicator
from zhunsheng.engine.indicators.declarations import Coverage
from zhunsheng.engine.indicators.figures import NOTHING, Cell, Figure, figure, summed
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.web.indicators.cells import cells_of, rows_behind
from zhunsheng.web.indicators.held import Reading, reading
from zhunsheng.web.indicators.organization import Place, Standing
from zhunsheng.web.organizations.models import Government, Unit

if TYPE_CHECKING:
    from zhunsheng.engine.indicators.computing import Part

__all__ = [
    "GovernmentFigure",
    "Place",
    "UnitFigure",
    "by_government",
    "by_unit",
    "entries_behind",
    "figures",
    "figures_of",
    "figures_of_units",
    "position",
    "reading",
]


@dataclass(frozen=True, slots=True)
class UnitFigure:
    """What a unit has, those included that it took over."""

    unit: Unit
    figure: Figure


@dataclass(frozen=True, slots=True)
class GovernmentFigure:
    """What a government has with all below it."""

    government: Government
    figure: Figure


def figures(
    names: Sequence[str], periods: Sequence[Period], place: Place
) -> dict[tuple[str, str], Figure]:
    """
    Get the figures of some indicators for some periods, by the indicator's name and the period's key.

    Raises UnknownNameError.
    """
    return figures_of([catalogue().indicator(name) for name in names], periods, place)


def figures_of(
    indicators: Sequence[NamedIndicator], periods: Sequence[Period], place: Place
) -> dict[tuple[str, str], Figure]:
    """
    Get the figures of some indicators, which need not be in the catalogue, as `figures` does.

    So an earlier definition is computed: as an indicator of its own, under a name of its own.
    """
    found: dict[tuple[str, str], Figure] = {}
    groups = _by_register(indicators)
    with reading(groups) as now:
        standings = [_standing(now, place, period) for period in periods]
        for group in groups.values():
            cells = cells_of(now, group, periods, _path(now, place), below=place.below)
            for named in group:
                for period, standing in zip(periods, standings, strict=True):
                    own = cells[named.indicator.key, period.key]
                    found[named.name, period.key] = _figure(now, named, own, standing, place)
    return {
        (one.name, when.key): found[one.name, when.key] for one in indicators for when in periods
    }


def by_unit(name: str, period: Period, place: Place) -> list[UnitFigure]:
    """
    Get what each unit of a place has for an indicator, in the order of their codes.

    Every unit that is there at the end of the period is among them, with or without entries; one that is
    not, and that nobody took over, is where it has something. Raises UnknownNameError.
    """
    found = figures_of_units([name], period, place)
    return [UnitFigure(unit, own[name]) for unit, own in found if name in own]


def figures_of_units(
    names: Sequence[str], period: Period, place: Place
) -> list[tuple[Unit, dict[str, Figure]]]:
    """
    Get what each unit of a place has for several indicators, by their names, as `by_unit` does for one.

    A unit has no figure of an indicator that does not ask for it. Raises UnknownNameError.
    """
    found: dict[str, dict[str, Figure]] = defaultdict(dict)
    groups = _by_register([catalogue().indicator(name) for name in names])
    with reading(groups) as now:
        standing = _standing(now, place, period)
        for group in groups.values():
            all_cells = cells_of(now, group, [period], _path(now, place), below=place.below)
            for named in group:
                own = all_cells[named.indicator.key, period.key]
                cells = _shown(now, own, standing, place)
                for key in _asked(now, named, cells, standing, place):
                    found[key][named.name] = figure(named.indicator, cells, [key])
        return [(unit, found[key]) for key, unit in now.organization.units.items() if key in found]


def by_government(name: str, period: Period, government: Government) -> list[GovernmentFigure]:
    """Get what each government directly below one has, with all below it. Raises UnknownNameError."""
    named = catalogue().indicator(name)
    with reading([named.register.name]) as now:
        whole = Place(government, below=True)
        cells = cells_of(now, [named], [period], _path(now, whole), below=True)
        own = cells[named.indicator.key, period.key]
        found = []
        for child in now.organization.children(government):
            place = Place(child, below=True)
            standing = _standing(now, place, period)
            known = standing.there.keys() | standing.shown_under.keys()
            of_child = {key: cell for key, cell in own.items() if key in known}
            found.append(GovernmentFigure(child, _figure(now, named, of_child, standing, place)))
        return found


def entries_behind(name: str, period: Period, place: Place, part: Part = "counted") -> list[int]:
    """
    Get the keys of the entries behind a figure: those that are counted, or the base.

    They are found by the predicates the figure is computed by. Which of them somebody may see is for
    `policy.entries_for` to say. Raises UnknownNameError.
    """
    named = catalogue().indicator(name)
    with reading([named.register.name]) as now:
        path = _path(now, place)
        rows = rows_behind(now, named, period, path, part, below=place.below)
        if place.unit is not None:
            key = now.organization.key_of(place.unit)
            rows = rows.filter(rows.unit.isin(_standing(now, place, period).under(key)))
        keys = rows.select("entry").to_pyarrow().column("entry").to_pylist()
        return sorted(keys)


def position() -> int:
    """
    Get the number of the ledger's line up to which figures are; -1 where there is no line.

    What is asked for later is never older. Within `reading()` it is exactly that of the figures.
    """
    with reading() as now:
        return now.position


def _by_register(indicators: Iterable[NamedIndicator]) -> dict[str, list[NamedIndicator]]:
    groups: dict[str, list[NamedIndicator]] = defaultdict(list)
    for named in {one.name: one for one in indicators}.values():
        groups[named.register.name].append(named)
    return groups


def _path(now: Reading, place: Place) -> str:
    """Get the path of a place's government as the tables have it."""
    known = now.organization.governments.get(place.government.pk)
    return known.path if known else place.government.path


def _standing(now: Reading, place: Place, period: Period) -> Standing:
    return now.organization.standing(place.government, period.end, below=place.below)


def _figure(
    now: Reading,
    named: NamedIndicator,
    cells: Mapping[str, Cell],
    standing: Standing,
    place: Place,
) -> Figure:
    shown = _shown(now, cells, standing, place)
    return figure(named.indicator, shown, _asked(now, named, shown, standing, place))


def _shown(
    now: Reading, cells: Mapping[str, Cell], standing: Standing, place: Place
) -> Mapping[str, Cell]:
    """Get cells with those of units that were taken over added to those of who took over."""
    if place.unit is not None:
        key = now.organization.key_of(place.unit)
        return {key: summed(cells[one] for one in standing.under(key) if one in cells)}
    if not standing.shown_under.keys() & cells.keys():
        return cells
    found: dict[str, Cell] = {}
    for key, cell in cells.items():
        under = standing.shown_under.get(key, key)
        found[under] = found.get(under, NOTHING) + cell
    return found


def _asked(
    now: Reading,
    named: NamedIndicator,
    cells: Mapping[str, Cell],
    standing: Standing,
    place: Place,
) -> Collection[str]:
    """Get the keys of the units that are asked for: those that are there, and others with something."""
    if place.unit is not None:
        return [now.organization.key_of(place.unit)]
    if isinstance(named.indicator, Coverage):
        return standing.there.keys()
    return standing.there.keys() | cells.keys()
