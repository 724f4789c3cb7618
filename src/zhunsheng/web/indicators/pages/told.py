"""All figures of one indicator that its page and its files show, as of one position of the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedIndicator, catalogue
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.web.indicators import results
from zhunsheng.web.indicators.charts.shapes import Picture
from zhunsheng.web.indicators.pages import definitions, trends, units_chart
from zhunsheng.web.indicators.pages.as_of import asked_then, reading_of
from zhunsheng.web.indicators.pages.asking import Asked
from zhunsheng.web.indicators.pages.choices import name_of
from zhunsheng.web.indicators.pages.definitions import Effect
from zhunsheng.web.indicators.pages.peers import Peers, peers_of
from zhunsheng.web.indicators.pages.ranking import Ranked, Standing, ranked
from zhunsheng.web.indicators.pages.trends import Trend
from zhunsheng.web.indicators.results import Place

BY = ("month", "quarter")


@dataclass(frozen=True, slots=True)
class Told:
    """An indicator in a period and a place."""

    asked: Asked
    named: NamedIndicator
    now: Figure
    before: Figure
    trend: Trend
    units: Sequence[Ranked]
    governments: Sequence[Ranked]
    peers: Peers | None
    effects: Sequence[Effect]
    position: int

    @property
    def title(self) -> str:
        """What, whose and when."""
        label = self.named.indicator.label
        return f"{label} · {name_of(self.asked.place)} · {self.asked.period.label}"

    def trend_picture(self, *, narrow: bool = False) -> Picture:
        """Get the chart of how it went, each point leading to its entries."""
        steps = [period for step in self.trend.steps for period in (step.now, step.before)]
        leads = {period.key: entries_address(self.named, self.asked, period) for period in steps}
        return trends.picture_of(self.trend, leads, narrow=narrow)

    def units_picture(self, *, narrow: bool = False) -> Picture:
        """Get the chart of the units, each bar leading to the page of its unit."""
        says = _("%s：各单位的比较，数字见下表") % self.named.indicator.label
        whole = None if self.asked.place.unit else self.now
        return self._bars(says, self.units, whole, narrow=narrow)

    def governments_picture(self, *, narrow: bool = False) -> Picture:
        """Get the chart of the governments below, each bar leading to the page of its government."""
        says = _("%s：下级政府的比较，数字见下表") % self.named.indicator.label
        return self._bars(says, self.governments, None, narrow=narrow)

    def _bars(
        self, says: str, rows: Sequence[Ranked], whole: Figure | None, *, narrow: bool
    ) -> Picture:
        leads = [page_address(self.named, self.asked, row.place) for row in rows]
        return units_chart.picture_of(says, rows, self.named, leads, whole, narrow=narrow)


def told_of(request: HttpRequest, name: str) -> Told:
    """Get all figures of an indicator for what a request asks; it may raise what `asked_then` does."""
    named, asked = catalogue().indicator(name), asked_then(request)
    by = request.GET.get("by", "")
    if by not in BY:
        by = "quarter" if "Q" in asked.period.key else "month"
    year = asked.period.start.year
    steps = trends.steps_of(year, by, asked.today)
    with reading_of(asked, named.register.name) as (now, asked):
        place = asked.place
        # Apart from the steps: a month may be among them whole, and here as far as it has come.
        found = results.figures([name], [asked.period, asked.before], place)
        further = results.figures([name], trends.begun(steps, asked.today), place)
        units = [] if place.below else _units(named, asked)
        return Told(
            asked,
            named,
            found[name, asked.period.key],
            found[name, asked.before.key],
            Trend(named, year, by, steps, further, asked.today),
            units,
            _governments(named, asked) if place.unit is None else [],
            peers_of(asked, named, units),
            _effects(named, asked),
            now.position,
        )


def page_address(named: NamedIndicator, asked: Asked, place: Place) -> str:
    """Get the address of an indicator's page for another place in the same period."""
    return f"{reverse('indicator', args=[named.name])}?{asked.query_at(place)}"


def entries_address(
    named: NamedIndicator,
    asked: Asked,
    period: Period,
    place: Place | None = None,
    further: Mapping[str, str] | None = None,
) -> str:
    """Get the address of the entries behind a figure."""
    query = asked.query_of(period, place or asked.place, **(further or {}))
    return f"{reverse('indicator_entries', args=[named.name])}?{query}"


def _units(named: NamedIndicator, asked: Asked) -> list[Ranked]:
    here = Place(asked.place.government)
    before = {one.unit.pk: one.figure for one in results.by_unit(named.name, asked.before, here)}
    standings = [
        Standing(
            Place(here.government, one.unit),
            str(one.unit),
            one.figure,
            before.get(one.unit.pk),
        )
        for one in results.by_unit(named.name, asked.period, here)
    ]
    return ranked(standings, named, asked.place)


def _governments(named: NamedIndicator, asked: Asked) -> list[Ranked]:
    """Get the governments directly below, each with all below it."""
    here = asked.place.government
    before = {
        one.government.pk: one.figure
        for one in results.by_government(named.name, asked.before, here)
    }
    standings = [
        Standing(
            Place(one.government, below=True),
            str(one.government),
            one.figure,
            before.get(one.government.pk),
        )
        for one in results.by_government(named.name, asked.period, here)
    ]
    return ranked(standings, named)


def _effects(named: NamedIndicator, asked: Asked) -> list[Effect]:
    """Get what the last change of the definition does to this period and to the years around it."""
    told = definitions.last_two(named)
    if told is None:
        return []
    old, new = told
    periods = definitions.periods_around(named, asked.period, asked.today)
    found = results.figures_of([old, new], periods, asked.place)
    return [
        definitions.effect(named, period, found[old.name, period.key], found[new.name, period.key])
        for period in periods
    ]
