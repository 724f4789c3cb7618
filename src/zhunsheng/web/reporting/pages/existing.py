"""The pages on which an existing report is uploaded, looked over and kept."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zhunsheng.engine.messages import Message
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.web import clock
from zhunsheng.web.actors import Actor
from zhunsheng.web.indicators.organization import Place
from zhunsheng.web.language import said
from zhunsheng.web.registers import files
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.pages import actor_of, unit_of
from zhunsheng.web.reporting import existing, existing_beside, existing_documents, figures, who_may
from zhunsheng.web.reporting import existing_understanding as understanding
from zhunsheng.web.reporting.existing import Reviewed
from zhunsheng.web.reporting.existing_understanding import Understood
from zhunsheng.web.reporting.figures import Basis
from zhunsheng.web.shell import acting_for

_FACTS = ("region", "year", "title")
_WORDS = 200


@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """Show the reports that were read in, and take another, by upload or as pasted text."""
    actor = actor_of(request)
    units = list(who_may.units_that_report(actor))
    problem = ""
    if request.method == "POST" and units:
        unit = unit_of(units, request.POST.get("unit", ""))
        try:
            digest = existing.begin(actor, unit, _kept(request), clock.now())
        except (files.FileError, InvalidError) as error:
            problem = said(error.message)
        else:
            return redirect("existing_report", digest=digest)
    kept = existing_beside.reports_kept(actor)
    context: dict[str, Any] = {
        "units": units,
        "unit": (acting_for(request, units) or units[0]) if units else None,
        "problem": problem,
        "posted": request.POST,
        "most": files.MAX_BYTES // (1024 * 1024),
        "kept": kept,
        "begun": existing.begun(actor, clock.now()) if units else [],
    }
    return render(request, "reporting/existing.html", context, status=422 if problem else 200)


def _kept(request: HttpRequest) -> dict[str, Any]:
    uploaded = request.FILES.get("file")
    if isinstance(uploaded, UploadedFile):
        content = uploaded.read(files.MAX_BYTES + 1)
        return existing_documents.keep_upload(uploaded.name or "", content)
    return existing_documents.keep_text(request.POST.get("text", ""))


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, digest: str) -> HttpResponse:
    """Show what the figures of a report were understood to be; keep what is put right, or enter them."""
    actor, now = actor_of(request), clock.now()
    held = existing.reviewed(actor, digest, now)
    problems: dict[str, Message] = {}
    if request.method == "POST":
        problems = _keep(request, actor, held)
        if "keep_draft" in request.POST:
            return JsonResponse({"says": _("已存为草稿。")})
        held = existing.reviewed(actor, digest, now)
        if not problems and "confirm" in request.POST:
            try:
                made = existing.confirm(actor, digest, now)
            except InvalidError as error:
                problems = error.problems
            else:
                messages.success(request, _("已收入%(count)s个数字。") % {"count": len(made)})
                return redirect("existing_beside")
        elif not problems:
            messages.success(request, _("已保存。"))
            return redirect("existing_report", digest=digest)
    status = 422 if problems else 200
    return render(
        request,
        "reporting/existing_review.html",
        _context(actor, held, problems, request),
        status=status,
    )


@require_POST
def discard(request: HttpRequest, digest: str) -> HttpResponse:
    """Look a report over no further."""
    actor = actor_of(request)
    existing.reviewed(actor, digest, clock.now())
    existing.discard(actor, digest)
    messages.success(request, _("已放弃，没有收入任何数字。"))
    return redirect("existing_reports")


def _keep(request: HttpRequest, actor: Actor, held: Reviewed) -> dict[str, Message]:
    """Keep what was put right, and get what could not be understood of it."""
    problems: dict[str, Message] = {}
    picks = dict(held.picks)
    for row in held.rows:
        key = f"pick.{row.number}"
        if words := request.POST.get(f"other.{row.number}", "").strip()[:_WORDS]:
            name = understanding.chosen(words)
            if name is None:
                problems[key] = Message(
                    f"没有“{words}”这个指标。请从列表里选。", f"There is no indicator “{words}”."
                )
            else:
                picks[row.number] = name
        elif key in request.POST:
            name = request.POST[key]
            if not name or understanding.named(name) is not None:
                picks[row.number] = name
    facts = {key: request.POST.get(key, getattr(held, key)).strip() for key in _FACTS}
    try:
        existing.keep(actor, held, facts, picks, clock.now())
    except RefusedError as error:
        problems["figures"] = error.message
    return problems


def _context(
    actor: Actor, held: Reviewed, problems: dict[str, Message], request: HttpRequest
) -> dict[str, Any]:
    known = _known(held)
    rows = [_row(held, row, known, problems) for row in held.rows]
    return {
        "held": held,
        "problems": problems,
        "others": existing.of_year(actor, held),
        "waits": len(existing.problems_of(held)),
        "choices": sorted(understanding.choices().values()),
        "matched": [row for row in rows if row["pick"]],
        "awaiting": [row for row in rows if not row["pick"] and row["row"].state == "awaiting"],
        "unknown": [row for row in rows if not row["pick"] and row["row"].state != "awaiting"],
        "differs": sum(bool(row["beside"] and row["beside"].differs) for row in rows),
        "cut": len(held.reading.figures) > len(held.rows),
        "posted": request.POST,
    }


def _row(
    held: Reviewed, row: Understood, known: dict[str, Any], problems: dict[str, Message]
) -> dict[str, Any]:
    pick = held.indicator_of(row)
    names = dict.fromkeys(name for name in (pick, row.indicator, *row.candidates) if name)
    return {
        "row": row,
        "pick": pick,
        "options": [(name, _label(name), name == pick) for name in names],
        "beside": understanding.beside(row.figure, known.get(pick)) if pick else None,
        "problem": problems.get(f"pick.{row.number}"),
        "changed": row.number in held.picks,
    }


def _label(name: str) -> str:
    found = understanding.named(name)
    return understanding.choices().get(name) or (found.indicator.label if found else name)


def _known(held: Reviewed) -> dict[str, Any]:
    """Get what the registers say for the year, of the government's own report."""
    if not held.is_own or not held.year.isdigit() or not 1990 <= int(held.year) <= 2100:
        return {}
    names = {held.indicator_of(row) for row in held.taken}
    basis = Basis(Place(held.unit.government), int(held.year), clock.now().date())
    return dict(figures.known(sorted(names), basis))
