"""Reports side by side: the table, and the same as a workbook."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zhunsheng.web.registers.pages import actor_of, download
from zhunsheng.web.reporting import existing_beside, who_may


@require_GET
def beside(request: HttpRequest) -> HttpResponse:
    """Show the figures of several reports beside each other."""
    actor = actor_of(request)
    reports = existing_beside.reports_kept(actor)
    shown = existing_beside.shown_of(reports, request.GET.getlist("report"))
    keys = {one.key for one in shown}
    context = {
        "reports": [(one, one.key in keys) for one in reports],
        "table": existing_beside.side_by_side(actor, shown),
        "most": existing_beside.MOST_SHOWN,
        "asked": request.GET.urlencode(),
        "reads_in": who_may.units_that_report(actor).exists(),
    }
    return render(request, "reporting/side_by_side.html", context)


@require_GET
def workbook(request: HttpRequest) -> HttpResponse:
    """Send the same table as a workbook."""
    actor = actor_of(request)
    reports = existing_beside.reports_kept(actor)
    shown = existing_beside.shown_of(reports, request.GET.getlist("report"))
    table = existing_beside.side_by_side(actor, shown)
    return download(existing_beside.workbook(table), "reports-side-by-side.xlsx")
