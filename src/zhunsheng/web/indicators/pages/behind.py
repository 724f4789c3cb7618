"""
The entries behind a figure, or those of its base: as many as the figure says, shown as far as may be.

A figure may be seen where its entries may not; then the page says how many there are.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import NamedIndicator, catalogue
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.indicators import results
from zhunsheng.web.indicators.pages import definitions, words
from zhunsheng.web.indicators.pages.as_of import as_they_were, asked_then, reading_of
from zhunsheng.web.indicators.pages.choices import chooser, name_of
from zhunsheng.web.indicators.pages.listing import with_period
from zhunsheng.web.lists.listed import title_of
from zhunsheng.web.lists.tones import tone_of
from zhunsheng.web.registers.models import Entry

PAGE = 50
_FARTHEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """An entry behind a figure, as the page shows it."""

    entry: Entry
    title: str
    tone: str
    state: str
    day: str
    is_counted: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the entries that somebody may see; `hidden` count too, but are not for this reader."""

    entries: list[Entry]
    number: int
    visible: int
    all: int

    @property
    def hidden(self) -> int:
        """How many count that the reader may not see."""
        return self.all - self.visible

    @property
    def all_said(self) -> str:
        """How many there are, as people write it."""
        return f"{self.all:,}"

    @property
    def hidden_said(self) -> str:
        """How many are hidden, as people write it."""
        return f"{self.hidden:,}"

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.visible // PAGE))


@require_GET
@with_period
def entries(request: HttpRequest, name: str) -> HttpResponse:
    """Show the entries behind a figure, page by page."""
    named, asked = catalogue().indicator(name), asked_then(request)
    part: Literal["counted", "base"] = "base" if request.GET.get("part") == "base" else "counted"
    with reading_of(asked, named.register.name) as (now, asked):
        figure = results.figures([name], [asked.period], asked.place)[name, asked.period.key]
        part = part if figure.is_ratio else "counted"
        counted = results.entries_behind(name, asked.period, asked.place, "counted")
        keys = counted
        if part == "base":
            keys = results.entries_behind(name, asked.period, asked.place, "base")
    page = page_of(asked.actor, keys, _number(request.GET.get("page", "")))
    if asked.moment is not None:
        shown = as_they_were(page.entries, named.register, asked.moment, now.organization)
        page = replace(page, entries=shown)
    context = {
        "named": named,
        "asked": asked,
        "place": name_of(asked.place),
        "part": part,
        "figure": figure,
        "said": words.with_measure(figure, named),
        "base": words.base_of(figure),
        "note": words.counted_note(named),
        "page": page,
        "rows": _rows(page.entries, named, frozenset(counted), asked.today),
        "day_label": definitions.day_label(named),
        "chooser": chooser(asked),
        "keeps": {"part": part if part == "base" else ""},
        "other_part": urlencode({"part": "counted" if part == "base" else "base"}),
        "as_of": words.as_of(now.position),
        "dates": True,
    }
    return render(request, "indicators/entries.html", context)


def page_of(actor: Actor, keys: Sequence[int], number: int) -> Page:
    """Get a page of some entries, latest first, as far as somebody may see them."""
    found = among(policy.entries_for(actor), keys)
    visible = found.order_by().count() if keys else 0
    number = min(max(1, number), max(1, -(-visible // PAGE)))
    start = (number - 1) * PAGE
    shown = found.defer("private").order_by("-happened", "-pk")[start : start + PAGE]
    return Page(list(shown) if visible else [], number, visible, len(keys))


def among(found: QuerySet[Entry], keys: Sequence[int]) -> QuerySet[Entry]:
    """
    Narrow entries to those with some keys, however many there are.

    The keys go to the database as one value: a value for each would be more than it takes.
    """
    if connection.vendor == "postgresql":
        return found.filter(
            pk__in=RawSQL("SELECT unnest(%s::bigint[])", [list(keys)])
        )  # no words of anybody in it
    return found.filter(
        pk__in=RawSQL("SELECT value FROM json_each(%s)", [json.dumps(list(keys))])
    )  # the same


def _rows(
    found: Sequence[Entry],
    named: NamedIndicator,
    counted: frozenset[int],
    today: date,
) -> list[Row]:
    procedure = named.register.register.procedure
    states = {state.key: state.label for state in procedure.states} if procedure else {}
    return [
        Row(
            entry,
            title_of(entry),
            tone_of(entry, today),
            states.get(entry.state, ""),
            definitions.day_of(named, entry),
            entry.pk in counted,
        )
        for entry in found
    ]


def _number(text: str) -> int:
    return min(int(text), _FARTHEST) if text.isascii() and text.isdigit() and len(text) < 8 else 1
