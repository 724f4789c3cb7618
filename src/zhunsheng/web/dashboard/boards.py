"""
What is on a board: each card's figure, how it went, who stands worst, and what the whole has beside it.

Who looks after a government sees its figures and the units that stand worst; who works in a unit sees
the unit beside its government.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from zhunsheng.engine.catalogue import NamedIndicator
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.web.actors import Actor
from zhunsheng.web.indicators import results
from zhunsheng.web.indicators.pages import trends, words
from zhunsheng.web.indicators.pages.asking import Asked
from zhunsheng.web.indicators.pages.listing import SPARKED
from zhunsheng.web.indicators.pages.ranking import Ranked, Standing, ranked
from zhunsheng.web.indicators.pages.told import page_address
from zhunsheng.web.indicators.pages.words import Change
from zhunsheng.web.indicators.results import Place
from zhunsheng.web.organizations.models import Government
from zhunsheng.web.organizations.roles import DOWNWARD, GOVERNMENT_WIDE

WORST = 3
MOST_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Face:
    """A card as the board shows it; `whole` is what the government of a unit has."""

    named: NamedIndicator
    address: str
    said: str
    base: str
    change: Change | None
    spark: SafeString
    whole: str
    worst: Sequence[tuple[Ranked, str]]


@dataclass(frozen=True, slots=True)
class Below:
    """The governments below, with their figures for the first cards."""

    heads: Sequence[NamedIndicator]
    rows: Sequence[tuple[Government, Sequence[tuple[str, str, str]]]]


@dataclass(frozen=True, slots=True)
class Board:
    """A board as of one position of the ledger."""

    faces: Sequence[Face]
    below: Below | None
    position: int


def looks_after(actor: Actor, government: Government) -> bool:
    """Whether somebody looks after a whole government, rather than working in one of its units."""
    return any(
        grant.role in GOVERNMENT_WIDE and government.path.startswith(grant.path)
        for grant in actor.grants
    )


def board_of(chosen: Sequence[NamedIndicator], asked: Asked) -> Board:
    """Get a board for a period and a place: a government's, or a unit's beside its government."""
    months = trends.months_before(asked.period.end, SPARKED)
    names = [named.name for named in chosen]
    periods = [asked.period, asked.before, *months]
    with results.reading({named.register.name for named in chosen}) as now:
        found = results.figures(names, periods, asked.place)
        whole = found
        if asked.place.unit is not None:
            whole = results.figures(names, [asked.period], Place(asked.place.government))
        faces = [_face(named, asked, found, whole, months) for named in chosen]
        return Board(faces, _below(chosen[:MOST_COLUMNS], asked), now.position)


def _face(
    named: NamedIndicator,
    asked: Asked,
    found: dict[tuple[str, str], Figure],
    whole: dict[tuple[str, str], Figure],
    months: Sequence[Period],
) -> Face:
    now, before = found[named.name, asked.period.key], found[named.name, asked.before.key]
    in_unit = asked.place.unit is not None
    return Face(
        named,
        page_address(named, asked, asked.place),
        words.with_measure(now, named),
        words.base_of(now),
        words.change(now, before, named),
        trends.spark_of(named, found, months),
        words.with_base(whole[named.name, asked.period.key], named) if in_unit else "",
        [] if in_unit else list(_worst(named, asked)),
    )


def _worst(named: NamedIndicator, asked: Asked) -> Iterator[tuple[Ranked, str]]:
    """Get the units that stand worst: none where it is neither good nor bad, or all stand alike."""
    if named.indicator.better == "neither":
        return
    here = Place(asked.place.government)
    standings = [
        Standing(Place(here.government, one.unit), str(one.unit), one.figure)
        for one in results.by_unit(named.name, asked.period, here)
    ]
    rows = [row for row in ranked(standings, named) if row.rank and not row.is_small]
    behind = [row for row in rows if row.rank != 1]
    for row in reversed(behind[-WORST:]):
        yield row, page_address(named, asked, row.place)


def _below(heads: Sequence[NamedIndicator], asked: Asked) -> Below | None:
    """Get what the governments below have; None for a unit, for who does not look down, and without any."""
    here = asked.place.government
    looks_down = any(
        grant.role in DOWNWARD and here.path.startswith(grant.path) for grant in asked.actor.grants
    )
    if asked.place.unit is not None or not looks_down:
        return None
    rows: dict[int, tuple[Government, list[tuple[str, str, str]]]] = {}
    for named in heads:
        for one in results.by_government(named.name, asked.period, here):
            _government, cells = rows.setdefault(one.government.pk, (one.government, []))
            address = page_address(named, asked, Place(one.government, below=True))
            address = "" if one.figure.value is None else address
            cells.append((words.said(one.figure, named), words.base_of(one.figure), address))
    return Below(heads, list(rows.values())) if rows else None
