"""A report to be read through: a figure leads to what it is, out of what, for which period, and its entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from zhunsheng.engine.reporting.model import BoundFigure, Span
from zhunsheng.web import policy
from zhunsheng.web.indicators import results
from zhunsheng.web.indicators.pages.asking import key_of
from zhunsheng.web.reporting import keys, shown
from zhunsheng.web.reporting.composing import Composing, composing_of
from zhunsheng.web.reporting.pages.finishing import whole


@dataclass(frozen=True, slots=True)
class Fact:
    """What a figure of the report is: as printed, its indicator, its parts, where its entries are."""

    figure: BoundFigure
    address: str
    entries: str

    @property
    def of(self) -> str:
        """The numerator and the denominator, or how many were counted."""
        one = self.figure
        return f"{one.counted:,}/{one.base:,}" if one.base != one.counted else f"{one.counted:,}"


@require_GET
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a report as it reads: of a draft what is accepted and written, of a final one what was frozen."""
    held = whole(request, pk)
    made = composing_of(held)
    report = made.report() if held.is_frozen else made.report(keys.ACCEPTED, keys.WRITTEN)
    sees_entries = policy.may_see_figures(held.actor, held.place)
    facts = [_fact(made, one, sees_entries=sees_entries) for one in report.figures.values()]
    context = {
        "held": held,
        "report": held.entry,
        "composed": report,
        "blocks": [
            (block, _runs(block.spans), [[_runs(cell) for cell in row] for row in block.rows])
            for block in report.blocks
        ],
        "facts": facts,
        "position": held.figures_at.position if held.figures_at else results.position(),
        "period": made.basis.period,
        "state": shown.state_label(held.entry),
    }
    return render(request, "reporting/read.html", context)


def _runs(spans: Sequence[Span]) -> list[Span]:
    return list(spans)


def _fact(made: Composing, figure: BoundFigure, *, sees_entries: bool) -> Fact:
    basis = made.basis
    query = {"period": basis.period.key, "place": key_of(basis.place)}
    if basis.moment is not None:
        query["as_of"] = basis.moment.day.isoformat()
    entries = f"{reverse('indicator_entries', args=[figure.indicator])}?{urlencode(query)}"
    return Fact(figure, shown.address(figure, basis), entries if sees_entries else "")
