"""The page on which a report is made final: what must hold, what to do about it; then its files."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.web import clock, policy
from zhunsheng.web.language import said
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError, NotThereError
from zhunsheng.web.registers.pages import actor_of, version_of
from zhunsheng.web.reporting import auditing, finalising, keys, progress, shown
from zhunsheng.web.reporting.composing import composing_of
from zhunsheng.web.reporting.held import HeldReport, held_of
from zhunsheng.web.reporting.pages.files import FILES


@require_http_methods(["GET", "POST"])
def final(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what keeps a report from being final and make it final; of a final one, show its files."""
    held = whole(request, pk)
    told: list[str] = []
    if request.method == "POST":
        told = _finalise(request, held)
        if not told:
            messages.success(request, _("已定稿：数字和正文的摘要写入账本。"))
            return redirect("report_final", pk=pk)
        # The audit was kept all the same, and the gates count what it found.
        held = whole(request, pk)
    gates = [] if held.is_frozen else progress.gates(composing_of(held, tables=False))
    context = {
        "held": held,
        "report": held.entry,
        "state": shown.state_label(held.entry),
        "gates": gates,
        "step": _step(held),
        "why_not": _why_not(held),
        "day": request.POST.get("as_of") or finalising.last_day(held).isoformat(),
        "files": FILES if held.is_frozen else (),
        "disagrees": held.is_frozen and not _agrees(held),
        "told": told,
    }
    return render(request, "reporting/final.html", context, status=422 if told else 200)


def whole(request: HttpRequest, pk: int) -> HeldReport:
    """Get a report that somebody reads as a whole. Raises NotThereError."""
    held = held_of(actor_of(request), pk, clock.now().date())
    if not held.whole:
        raise NotThereError(
            "报告印发以后才能通读全文。", "The whole report can be read once it is issued."
        )
    return held


def _agrees(held: HeldReport) -> bool:
    """Whether the files of a final report are there and are those that stand in the ledger."""
    try:
        return finalising.finished(held).agrees
    except InvalidError:
        return False


def _finalise(request: HttpRequest, held: HeldReport) -> list[str]:
    text = request.POST.get("as_of", "").strip()[:20]
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return [_("“%s”不是日期。请写成2026-03-02这样。") % text]
    version = version_of(request)
    try:
        finalising.check_day(day, clock.now())
        if version == held.entry.version:
            # What the audit finds is counted by the register, and so is one number more of its version.
            auditing.keep(held.actor, held.entry.pk, clock.now())
            held = held_of(held.actor, held.entry.pk, held.today)
            version = held.entry.version
        finalising.finalise(held.actor, held, version, day, clock.now())
    except InvalidError as error:
        return [said(one) for one in error.problems.values()]
    except (ForbiddenError, NotThereError):
        raise
    except RefusedError as error:
        return [said(error.message)]
    return []


def _step(held: HeldReport) -> bool:
    """Whether the report is where the step to its end begins, and the reader may take it."""
    procedure = catalogue().register(keys.REPORT).register.procedure
    step = procedure.step(keys.FINALISE) if procedure else None
    if step is None or held.entry.state not in step.comes_from:
        return False
    return policy.may_take(held.actor, held.entry, step.by, approves=step.approves) is None


def _why_not(held: HeldReport) -> str:
    """Get why the report cannot be made final in its state, in words."""
    procedure = catalogue().register(keys.REPORT).register.procedure
    step = procedure.step(keys.FINALISE) if procedure else None
    if procedure is None or step is None or held.is_frozen:
        return ""
    if held.entry.state not in step.comes_from:
        states = "、".join(procedure.state(one).label for one in step.comes_from)
        return _("报告现在是“%(now)s”，到“%(then)s”才能定稿。请在“办理”里走到那一步。") % {
            "now": shown.state_label(held.entry),
            "then": states,
        }
    why = policy.may_take(held.actor, held.entry, step.by, approves=step.approves)
    return said(why) if why else ""
