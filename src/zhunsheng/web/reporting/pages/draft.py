"""The page of a report as it will read: chapters, paragraphs with their state and figures, and what is owed."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.views.decorators.http import require_GET

from zhunsheng.web import clock, policy
from zhunsheng.web.ledger import past
from zhunsheng.web.registers.pages import actor_of
from zhunsheng.web.reporting import annex, figures, progress, shown, who_may
from zhunsheng.web.reporting.composing import Composing, composing_of, text_of
from zhunsheng.web.reporting.figures import Basis
from zhunsheng.web.reporting.held import HeldReport, held_of

_MOST_DAYS = 3


@require_GET
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a report as it will read."""
    held = held_of(actor_of(request), pk, clock.now().date())
    made = composing_of(held, tables=False)
    compares = held.is_frozen or "changes" in request.GET
    found = shown.chapters(made, earlier(made) if compares else {})
    may_draft = who_may.may_draft(held.actor, held.entry)
    context = {
        "held": held,
        "report": held.entry,
        "state": shown.state_label(held.entry),
        "chapters": found,
        "progress": progress.progress_of(held),
        "empty": progress.empty_parts(held) if held.whole else [],
        "tables": [(one.name, one.table.label) for one in annex.named_tables()],
        "shortcomings": [(one, policy.may_change(held.actor, one)) for one in held.shortcomings],
        "may_draft": may_draft and not held.is_frozen,
        "drafts": may_draft,
        "compares": compares,
        "changed": shown.changes(found),
        "period": made.basis.period,
    }
    return render(request, "reporting/report.html", context)


def earlier(made: Composing) -> dict[int, Composing]:
    """
    Get the figures to compare a report's with, by paragraph.

    Of a final report those of today; of a draft those at the end of the day on which a paragraph was
    accepted, of the latest days only: each is read from the ledger once.
    """
    held = made.held
    names = figures.names_in(text_of(one) for one in held.accepted)
    if held.is_frozen:
        now = _with(held, names, Basis(held.place, held.year, held.today))
        return dict.fromkeys((one.pk for one in held.accepted), now)
    days: dict[date, list[int]] = {}
    for one in held.accepted:
        day = localtime(one.changed_at).date()
        if day < held.today:
            days.setdefault(day, []).append(one.pk)
    found: dict[int, Composing] = {}
    for day in sorted(days, reverse=True)[:_MOST_DAYS]:
        basis = Basis(held.place, held.year, day, past.end_of(day))
        then = _with(held, names, basis)
        found |= dict.fromkeys(days[day], then)
    return found


def _with(held: HeldReport, names: list[str], basis: Basis) -> Composing:
    return Composing(held=held, basis=basis, known=figures.known(names, basis))
