"""A figure beside those of its peers: a unit's beside other units, a government's beside its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zhunsheng.engine.catalogue import NamedIndicator
from zhunsheng.web import policy
from zhunsheng.web.indicators import results
from zhunsheng.web.indicators.pages import words
from zhunsheng.web.indicators.pages.asking import Asked
from zhunsheng.web.indicators.pages.ranking import Ranked, Standing, middle, ranked
from zhunsheng.web.indicators.results import Place


@dataclass(frozen=True, slots=True)
class Peers:
    """The median of peers, how many of them have a figure, and the rank among them."""

    median: str
    count: int
    rank: int | None


def peers_of(asked: Asked, named: NamedIndicator, units: Sequence[Ranked]) -> Peers | None:
    """
    Get what peers have; None where there are none whose figures may be seen.

    The peers of a unit are the units of its government; those of a government the others under the same
    one, for those who may see its figures.
    """
    rows = list(units) if asked.place.unit is not None else _governments(asked, named)
    counted = [row.figure for row in rows if row.figure.value is not None]
    if len(counted) < 2:
        return None
    value = words.value_said(middle(counted, named), named)
    own = next((row.rank for row in rows if row.is_own), None)
    return Peers(value, len(counted), own)


def _governments(asked: Asked, named: NamedIndicator) -> list[Ranked]:
    place = asked.place
    above = place.government.parent
    if above is None or not policy.may_see_figures(asked.actor, Place(above)):
        return []
    standings = [
        Standing(Place(one.government, below=place.below), str(one.government), one.figure)
        for one in results.by_government(named.name, asked.period, above)
    ]
    return ranked(standings, named, place)
