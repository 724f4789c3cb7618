"""One indicator: its figure, how it went, who has how much, what stands out, and what it counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.web.indicators.charts import as_svg
from zhunsheng.web.indicators.charts.shapes import Picture
from zhunsheng.web.indicators.pages import definitions, notes, units_chart, words
from zhunsheng.web.indicators.pages.choices import chooser, name_of
from zhunsheng.web.indicators.pages.listing import with_period
from zhunsheng.web.indicators.pages.notes import Remark
from zhunsheng.web.indicators.pages.ranking import Ranked
from zhunsheng.web.indicators.pages.told import Told, entries_address, page_address, told_of

DOWNLOADS = (("xlsx", "Excel"), ("csv", "CSV"), ("png", gettext_lazy("图片")))


@dataclass(frozen=True, slots=True)
class Charts:
    """A chart for a wide page and for a narrow one."""

    wide: SafeString
    narrow: SafeString


@dataclass(frozen=True, slots=True)
class Ranking:
    """A ranking as the page shows it: its chart where there is anything to draw, and its rows."""

    key: str
    chart: Charts | None
    rows: Sequence[tuple[Ranked, str, str]]


@require_GET
@with_period
def indicator(request: HttpRequest, name: str) -> HttpResponse:
    """Show one indicator."""
    told = told_of(request, name)
    asked, named = told.asked, told.named
    context: dict[str, Any] = {
        "told": told,
        "named": named,
        "asked": asked,
        "place": name_of(asked.place),
        "chooser": chooser(asked),
        "downloads": DOWNLOADS,
        "said": words.with_measure(told.now, named),
        "base": words.base_of(told.now),
        "before": words.with_base(told.before, named),
        "change": words.change(told.now, told.before, named),
        "counted_address": entries_address(named, asked, asked.period),
        "base_address": entries_address(named, asked, asked.period, None, {"part": "base"}),
        "trend": _charts("trend", told.trend_picture),
        "trend_rows": _trend_rows(told),
        "units": _ranking("units", told, told.units, told.units_picture),
        "governments": _ranking("governments", told, told.governments, told.governments_picture),
        "has_base": words.has_base(named),
        "ends": units_chart.ENDS,
        "most_bars": 2 * units_chart.ENDS,
        "small": words.SMALL_BASE,
        "remarks": _remarks(told),
        "says": definitions.in_words(named),
        "versions": definitions.versions(named),
        "as_of": words.as_of(told.position),
        "dates": True,
    }
    return render(request, "indicators/indicator.html", context)


def _charts(name: str, drawn: Callable[..., Picture]) -> Charts:
    return Charts(
        as_svg.chart(drawn(), f"{name}-wide", "wide"),
        as_svg.chart(drawn(narrow=True), f"{name}-narrow", "narrow"),
    )


def _ranking(
    key: str, told: Told, rows: Sequence[Ranked], drawn: Callable[..., Picture]
) -> Ranking | None:
    if not rows:
        return None
    chart = _charts(key, drawn) if any(row.rank for row in rows) else None
    named, asked = told.named, told.asked
    addressed = [
        (
            row,
            page_address(named, asked, row.place),
            entries_address(named, asked, asked.period, row.place),
        )
        for row in rows
    ]
    return Ranking(key, chart, addressed)


def _trend_rows(told: Told) -> list[dict[str, Any]]:
    named = told.named
    return [
        {
            "label": step.label,
            "runs": not told.trend.is_over(step.now) and now is not None,
            "now": words.with_base(now, named),
            "now_address": _leads(told, step.now, now),
            "before": words.with_base(before, named),
            "before_address": _leads(told, step.before, before),
            "change": change,
        }
        for step, now, before, change in told.trend.rows
    ]


def _leads(told: Told, period: Period, figure: Figure | None) -> str:
    """Get where the figure of a step leads; nowhere without one."""
    if figure is None or figure.value is None:
        return ""
    return entries_address(told.named, told.asked, period)


def _remarks(told: Told) -> list[tuple[Remark, str]]:
    found = notes.against_the_past(told.trend, told.asked.place)
    found += notes.against_peers(told.units, told.asked.period, told.named)
    return [(one, entries_address(told.named, told.asked, one.period, one.place)) for one in found]
