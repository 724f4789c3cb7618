"""
The chart of a register: how many entries are in each state, in the colours of lateness, table beside it.

Every bar and every figure leads to the list of just those entries.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.lists import tones
from zhunsheng.web.lists.stored import Said
from zhunsheng.web.registers.errors import NotThereError
from zhunsheng.web.registers.pages import actor_of

WIDTH, LABEL, BAR, STEP = 720, 150, 20, 32


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: entries of one tone."""

    tone: str
    label: str
    count: int
    x: float
    width: float
    query: str

    @property
    def said(self) -> str:
        """The figure as people write it."""
        return f"{self.count:,}"


@dataclass(frozen=True, slots=True)
class Bar:
    """The bar of a state."""

    label: str
    count: int
    y: int
    parts: tuple[Part, ...]
    query: str

    @property
    def said(self) -> str:
        """The figure as people write it."""
        return f"{self.count:,}"

    @property
    def end(self) -> float:
        """Where the last part ends, and the figure begins."""
        return max([LABEL, *(part.x + part.width for part in self.parts)]) + 8


@require_GET
def chart(request: HttpRequest, name: str) -> HttpResponse:
    """Show how many entries of a register are in each state."""
    named, actor = catalogue().register(name), actor_of(request)
    if named.register.procedure is None:
        raise NotThereError("这个台账没有办理状态。", "This register has no states.")
    bars = bars_of(named, counts(actor, name, clock.now().date()))
    context: dict[str, Any] = {
        "named": named,
        "bars": bars,
        "total": f"{sum(bar.count for bar in bars):,}",
        "tones": tones.labels(),
        "width": WIDTH,
        "label_end": LABEL - 8,
        "height": len(bars) * STEP,
        "bar": BAR,
    }
    return render(request, "registers/chart.html", context)


def counts(actor: Actor, register: str, today: date) -> dict[tuple[str, str], int]:
    """Get how many entries there are by state and tone: one query, on one index."""
    whens = (When(where, then=Value(tone)) for tone, where in tones.conditions(today).items())
    tone = Case(*whens, output_field=CharField())
    found = policy.entries_for(actor).filter(register=Said(register))
    rows = found.order_by().values("state").annotate(tone=tone).values_list("state", "tone")
    return {(state, tone): count for state, tone, count in rows.annotate(count=Count("pk"))}


def bars_of(named: NamedRegister, counted: dict[tuple[str, str], int]) -> list[Bar]:
    """Get the bars of a register's states; the longest fills the picture."""
    procedure = named.register.procedure
    states = procedure.states if procedure else ()
    totals = {s.key: sum(counted.get((s.key, tone), 0) for tone in tones.labels()) for s in states}
    scale = (WIDTH - LABEL - 60) / max([1, *totals.values()])
    return [
        _bar(state.key, state.label, place * STEP, counted, scale)
        for place, state in enumerate(states)
    ]


def _bar(state: str, label: str, y: int, counted: dict[tuple[str, str], int], scale: float) -> Bar:
    parts, x = [], float(LABEL)
    for tone, words in tones.labels().items():
        count = counted.get((state, tone), 0)
        width = round(count * scale, 1)
        query = urlencode({"state": state, "tone": tone})
        parts.append(Part(tone, words, count, round(x, 1), width, query))
        x += width
    total = sum(part.count for part in parts)
    return Bar(label, total, y, tuple(parts), urlencode({"state": state}))
