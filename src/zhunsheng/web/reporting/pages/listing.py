"""The first page of reports: which there are, how far each is, and where a new one is begun."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from zhunsheng.engine.messages import Message
from zhunsheng.web import clock, policy
from zhunsheng.web.language import said
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of, unit_of
from zhunsheng.web.reporting import keys, shown, starting, who_may

_MOST = 100


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Show the reports somebody may open, the latest year first."""
    actor = actor_of(request)
    reports = list(who_may.reports_for(actor)[:_MOST])
    counted = _counted(request, reports)
    context = {
        "reports": [
            (
                one,
                shown.state_label(one),
                counted[one.pk][keys.ACCEPTED],
                _counts_of(counted[one.pk]),
            )
            for one in reports
        ],
        "drafts_here": who_may.units_that_report(actor).exists(),
    }
    return render(request, "reporting/index.html", context)


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Begin the report of a government for a year."""
    actor, today = actor_of(request), clock.now().date()
    units = list(who_may.units_that_report(actor).order_by("pk"))
    if not units:
        raise ForbiddenError(
            "报告由本级政府的统筹员起草。", "The coordinator of the government drafts its report."
        )
    problems: dict[str, Message] = {}
    # Reports are written in the first months of the year after.
    year = today.year - 1
    if request.method == "POST":
        unit = unit_of(units, request.POST.get("unit", ""))
        text = request.POST.get("year", "").strip()
        year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else 0
        try:
            report = starting.start(actor, unit, year, clock.now())
        except InvalidError as error:
            problems = error.problems
        else:
            messages.success(request, _("已起草。能用数字写出的语句已经列入，请核对采用。"))
            return redirect("report", pk=report.pk)
    context: dict[str, Any] = {
        "units": units,
        "year": year or today.year - 1,
        "problems": [said(one) for one in problems.values()],
    }
    return render(request, "reporting/start.html", context, status=422 if problems else 200)


def _counted(request: HttpRequest, reports: Sequence[Entry]) -> dict[int, Counter[str]]:
    """Get how many paragraphs of each report are in which state, as far as somebody may see them."""
    found: dict[int, Counter[str]] = defaultdict(Counter)
    rows = (
        policy.entries_for(actor_of(request))
        .filter(
            register=keys.PARAGRAPH,
            links__field="report",
            links__target__in=[one.pk for one in reports],
        )
        .order_by()
        .values_list("links__target", "state")
        .annotate(many=Count("pk"))
    )
    for report, state, many in rows:
        found[report][state] += many
    return found


def _counts_of(counted: Counter[str]) -> int:
    return sum(counted.values()) - counted[keys.LEFT_OUT]
