"""The page on which two versions of a report stand side by side."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhunsheng.web.reporting import versions
from zhunsheng.web.reporting.held import HeldReport
from zhunsheng.web.reporting.pages.finishing import whole


@require_GET
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the paragraphs of a report as of two days, with what differs."""
    held = whole(request, pk)
    problems: list[str] = []
    began = localtime(held.entry.entered_at).date()
    first = _day(request.GET.get("first", ""), max(began, held.today - timedelta(days=1)), problems)
    second = _day(request.GET.get("second", ""), held.today, problems)
    if first > second:
        first, second = second, first
    found = [] if problems else versions.differences(held, first, second)
    context = {
        "held": held,
        "report": held.entry,
        "first": first,
        "second": second,
        "problems": problems,
        "differing": [one for one in found if one.kind != "same"],
        "same": sum(one.kind == "same" for one in found),
        "days": list(_days(held)),
    }
    return render(request, "reporting/versions.html", context, status=400 if problems else 200)


def _days(held: HeldReport) -> list[date]:
    return sorted({localtime(one.changed_at).date() for one in held.paragraphs}, reverse=True)[:12]


def _day(text: str, otherwise: date, problems: list[str]) -> date:
    if not text.strip():
        return otherwise
    try:
        return date.fromisoformat(text.strip()[:20])
    except ValueError:
        problems.append(_("“%s”不是日期。请写成2026-03-02这样。") % text.strip()[:20])
        return otherwise
