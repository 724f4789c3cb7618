"""How a figure went over the months or quarters of a year and of the year before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedIndicator
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.web.indicators.charts import as_svg
from zhunsheng.web.indicators.charts.shapes import Picture
from zhunsheng.web.indicators.charts.sparks import spark
from zhunsheng.web.indicators.charts.trend import Point, Series, trend
from zhunsheng.web.indicators.pages import words
from zhunsheng.web.indicators.pages.words import Change
from zhunsheng.web.language import listed

Figures = Mapping[tuple[str, str], Figure]


@dataclass(frozen=True, slots=True)
class Step:
    """A month or a quarter: of the year that is shown, and the same of the year before."""

    label: str
    now: Period
    before: Period


@dataclass(frozen=True, slots=True)
class Trend:
    """
    The steps of a year with their figures; a step that has not begun has none.

    `by` is month or quarter.
    """

    named: NamedIndicator
    year: int
    by: str
    steps: tuple[Step, ...]
    found: Figures
    today: date

    def figure(self, period: Period) -> Figure | None:
        """Get the figure of a step; None before it has begun."""
        return self.found.get((self.named.name, period.key)) if period.start <= self.today else None

    @property
    def rows(self) -> list[tuple[Step, Figure | None, Figure | None, Change | None]]:
        """
        The table behind the chart: each step with this year's figure, last year's and the change.

        A step that still runs is compared with nothing: the year before it was a whole one.
        """
        told = []
        for step in self.steps:
            now, before = self.figure(step.now), self.figure(step.before)
            change = words.change(now, before, self.named) if self.is_over(step.now) else None
            told.append((step, now, before, change))
        return told

    def is_over(self, period: Period) -> bool:
        """Whether a step has ended, so that nothing is added to it but what comes late."""
        return self.whole_ends(period) < self.today

    @staticmethod
    def whole_ends(period: Period) -> date:
        """Get the last day of a step, also where it was cut at today."""
        return periods.parsed(period.key).end

    @property
    def is_empty(self) -> bool:
        """Whether there is no figure at all to draw."""
        return all(
            figure is None or figure.value is None
            for _step, *both, _change in self.rows
            for figure in both
        )


def steps_of(year: int, by: str, today: date) -> tuple[Step, ...]:
    """Get the months or the quarters of a year; the one that still runs as far as it has come."""
    if by == "quarter":
        return tuple(
            Step(
                _("%s季度") % which,
                periods.so_far(periods.quarter(year, which), today),
                periods.quarter(year - 1, which),
            )
            for which in (1, 2, 3, 4)
        )
    return tuple(
        Step(
            _("%s月") % which,
            periods.so_far(periods.month(year, which), today),
            periods.month(year - 1, which),
        )
        for which in range(1, 13)
    )


def begun(steps: Sequence[Step], today: date) -> list[Period]:
    """Get the periods of some steps that have begun: nothing is computed for the days to come."""
    both = [period for step in steps for period in (step.before, step.now)]
    return [period for period in both if period.start <= today]


def picture_of(told: Trend, leads: Mapping[str, str], *, narrow: bool = False) -> Picture:
    """Get the chart of a trend; `leads` has the address of each period's entries."""
    named = told.named
    is_ratio = words.is_ratio(named)
    series = [
        Series(
            _("%s年") % year,
            tuple(
                _point(told, step.now if year == told.year else step.before, leads)
                for step in told.steps
            ),
        )
        for year in (told.year, told.year - 1)
    ]
    says = _("%(label)s：%(year)s年和上年的走势，数字见下表") % {
        "label": named.indicator.label,
        "year": told.year,
    }
    return trend(
        says,
        [step.label for step in told.steps],
        series,
        _percent if is_ratio else _plain,
        of_one=is_ratio,
        narrow=narrow,
    )


def spark_of(named: NamedIndicator, found: Figures, months: Sequence[Period]) -> SafeString:
    """Get the small picture of some months; nothing where no month has a figure."""
    figures = [found.get((named.name, month.key)) for month in months]
    values = [_float(figure, named) for figure in figures]
    if all(value is None for value in values):
        return SafeString("")
    told = listed([words.said(figure, named) for figure in figures])
    says = _("近%(count)s个月：%(figures)s") % {"count": len(months), "figures": told}
    return as_svg.image(spark(says, values, of_one=words.is_ratio(named)))


def months_before(today: date, count: int) -> list[Period]:
    """Get the months up to that of a day, oldest first."""
    number = today.year * 12 + today.month - 1
    months = [periods.month(n // 12, n % 12 + 1) for n in range(number - count + 1, number + 1)]
    return [periods.so_far(one, today) for one in months]


def _point(told: Trend, period: Period, leads: Mapping[str, str]) -> Point:
    figure = told.figure(period)
    says = f"{period.label} {words.with_measure(figure, told.named)}"
    if base := words.base_of(figure):
        says = _("%(says)s（%(base)s）") % {"says": says, "base": base}
    return Point(_float(figure, told.named), says, leads.get(period.key, ""))


def _float(figure: Figure | None, named: NamedIndicator) -> float | None:
    value = words.exact(figure, named)
    return None if value is None else float(value)


def _percent(value: float) -> str:
    return f"{value * 100:.0f}%"


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
