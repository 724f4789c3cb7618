"""
Figures of indicators from a lake: of all of it, of each government, or of each unit.

It adds up what units have, the way the site does: what belongs to a unit that was merged by the end of the
period is shown under the unit that took over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zhunsheng.engine.contents import NamedIndicator
from zhunsheng.engine.indicators.computing import compute
from zhunsheng.engine.indicators.declarations import Coverage
from zhunsheng.engine.indicators.figures import NOTHING, Cell, Figure, figure
from zhunsheng.engine.indicators.lake import Lake, LakeUnits
from zhunsheng.engine.indicators.periods import Period

DAY = "happened"


@dataclass(frozen=True, slots=True)
class LakeFigure:
    """A figure of an indicator in a period; `place` is a unit, a government, or nothing for all."""

    named: NamedIndicator
    period: Period
    place: str
    figure: Figure


def lake_figures(
    lake: Lake, indicators: Sequence[NamedIndicator], periods: Sequence[Period], by: str = ""
) -> tuple[list[LakeFigure], list[str]]:
    """
    Get figures of a lake, by `unit`, by `government` or of all, in the order they were asked for.

    Also gives the names of coverages that have none, because the lake lists no units.
    """
    units = lake.units()
    without = [one.name for one in indicators if isinstance(one.indicator, Coverage) and not units]
    asked = [named for named in indicators if named.name not in without]
    by_register: dict[str, list[NamedIndicator]] = defaultdict(list)
    for named in asked:
        by_register[named.register.name].append(named)
    cells: dict[tuple[str, str], Mapping[str, Cell]] = {}
    for register, of_register in by_register.items():
        found = compute(lake.table(register), DAY, [one.indicator for one in of_register], periods)
        for named in of_register:
            for period in periods:
                cells[named.name, period.key] = found[named.indicator.key, period.key]
    return [
        one
        for named in asked
        for period in periods
        for one in _of(named, period, cells[named.name, period.key], units, by)
    ], without


def _of(
    named: NamedIndicator, period: Period, cells: Mapping[str, Cell], units: LakeUnits, by: str
) -> Iterable[LakeFigure]:
    """Get the figures of an indicator in a period, each of the units of one place."""
    shown = _under_heirs(cells, period, units)
    there = units.there(period.end)
    counted = there if isinstance(named.indicator, Coverage) else sorted({*there, *shown})
    places: dict[str, list[str]] = defaultdict(list)
    for unit in counted:
        place = {"unit": unit, "government": unit.partition("/")[0]}.get(by, "")
        places[place].append(unit)
    if not by and not places:
        places[""] = []
    for place in sorted(places):
        yield LakeFigure(named, period, place, figure(named.indicator, shown, places[place]))


def _under_heirs(cells: Mapping[str, Cell], period: Period, units: LakeUnits) -> dict[str, Cell]:
    shown: dict[str, Cell] = {}
    for unit, cell in cells.items():
        heir = units.shown_under(unit, period.end)
        shown[heir] = shown.get(heir, NOTHING) + cell
    return shown
