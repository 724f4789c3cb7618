"""The list of indicators by domain: this period's figure, last year's, the change, and how it went."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import DomainContents, NamedIndicator, catalogue
from zhunsheng.engine.indicators.periods import PeriodError
from zhunsheng.web import clock, language
from zhunsheng.web.indicators import results
from zhunsheng.web.indicators.pages import trends, words
from zhunsheng.web.indicators.pages.asking import Asked, asked_of, place_of
from zhunsheng.web.indicators.pages.choices import chooser, mended, name_of
from zhunsheng.web.indicators.pages.trends import Figures
from zhunsheng.web.indicators.pages.words import Change
from zhunsheng.web.registers.as_of_asking import PastDayError
from zhunsheng.web.registers.pages import actor_of

SPARKED = 12
MOST = 120
"""So many are shown at once; words find the others."""
_LONGEST = 60
View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator with what the list says of it; `heard_as` are the words by which it was found."""

    named: NamedIndicator
    said: str
    base: str
    before: str
    change: Change | None
    spark: SafeString
    heard_as: str


@dataclass(frozen=True, slots=True)
class Group:
    """Indicators that stand together in a domain."""

    label: str
    rows: Sequence[Row]


def with_period(view: View) -> View:
    """Let a page answer a period or a day that cannot be read with its form, and what is wrong with it."""

    @wraps(view)
    def answered(request: HttpRequest, *given: Any, **named: Any) -> HttpResponse:
        try:
            return view(request, *given, **named)
        except (PeriodError, PastDayError) as error:
            actor = actor_of(request)
            problem = language.said(error.message)
            says = {"day_problem" if isinstance(error, PastDayError) else "problem": problem}
            place, today = place_of(request, actor), clock.now().date()
            # Only some pages can be had of a past day.
            dates = "day_problem" in says
            context = {"chooser": mended(actor, request.GET, place, today, **says), "dates": dates}
            return render(request, "indicators/no_period.html", context, status=400)

    return answered


@require_GET
@with_period
def index(request: HttpRequest) -> HttpResponse:
    """Show all indicators by domain, or those that some words find, for a period and a place."""
    asked = asked_of(request)
    sought = request.GET.get("q", "").strip()[:_LONGEST]
    all_found = list(_sought(sought)) if sought else [(named, "") for named in ordinary()]
    found = all_found[:MOST]
    months = trends.months_before(asked.period.end, SPARKED)
    names = [named.name for named, _ in found]
    with results.reading({named.register.name for named, _ in found}) as now:
        figures = results.figures(names, [asked.period, asked.before, *months], asked.place)
        position = now.position
    rows = [_row(named, heard, asked, figures, months) for named, heard in found]
    context = {
        "chooser": chooser(asked),
        "asked": asked,
        "place": name_of(asked.place),
        "sought": sought,
        "domains": list(_by_domain(rows)),
        "count": len(all_found),
        "most": MOST if len(all_found) > MOST else 0,
        "tables": catalogue().statistics(),
        "as_of": words.as_of(position),
        "sparked": SPARKED,
    }
    return render(request, "indicators/index.html", context)


def ordinary() -> Iterator[NamedIndicator]:
    """Get all indicators but the cells of official tables: those are read in their table, or sought."""
    cells = {name for named in catalogue().statistics() for name in named.indicators.values()}
    return (named for named in catalogue().indicators() if named.name not in cells)


def _sought(text: str) -> Iterator[tuple[NamedIndicator, str]]:
    """Get the indicators that all of some words speak of, by name or as plans and reports say it."""
    wanted = text.lower().split()
    for named in catalogue().indicators():
        indicator = named.indicator
        label = f"{indicator.label} {indicator.group} {named.domain.label} {named.name}".lower()
        if all(word in label for word in wanted):
            yield named, ""
            continue
        for said in indicator.said_as:
            if all(word in f"{label} {said.lower()}" for word in wanted):
                yield named, said
                break


def _row(
    named: NamedIndicator,
    heard: str,
    asked: Asked,
    figures: Figures,
    months: Sequence[Any],
) -> Row:
    now = figures.get((named.name, asked.period.key))
    before = figures.get((named.name, asked.before.key))
    return Row(
        named,
        words.with_measure(now, named),
        words.base_of(now),
        words.with_measure(before, named),
        words.change(now, before, named),
        trends.spark_of(named, figures, months),
        heard,
    )


def _by_domain(rows: Sequence[Row]) -> Iterator[tuple[DomainContents, list[Group]]]:
    """Get rows by domain, and within it by the groups that stand together."""
    for domain in catalogue().domains.values():
        groups: dict[str, list[Row]] = {}
        for row in rows:
            if row.named.domain.key == domain.key:
                groups.setdefault(row.named.indicator.group, []).append(row)
        if groups:
            yield domain, [Group(label, own) for label, own in groups.items()]
