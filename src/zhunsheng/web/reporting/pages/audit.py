"""The page of a report's audit: what does not hold, errors first, and why it may stand all the same."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zhunsheng.engine.messages import Message
from zhunsheng.engine.reporting.auditing_model import Doubt
from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.language import said
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of, version_of
from zhunsheng.web.reporting import auditing
from zhunsheng.web.reporting.auditing import EXPLAINED, Audited
from zhunsheng.web.reporting.held import held_of

_TONES = {"error": "overdue", "warning": "soon", "note": "not_started"}
_MOST_WORDS = 2_000
_MOST_QUOTES = 8


@require_GET
def audit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the audit of a report finds now."""
    actor = actor_of(request)
    held = held_of(actor, pk, clock.now().date())
    return _page(request, actor, auditing.audited(held))


@require_POST
def run(request: HttpRequest, pk: int) -> HttpResponse:
    """Audit a report and keep what is found."""
    before = set(auditing.kept_of(held_of(actor_of(request), pk, clock.now().date()).entry))
    found = auditing.keep(actor_of(request), pk, clock.now())
    told = {
        "new": len(found.kept.keys() - before),
        "gone": len(before - found.kept.keys()),
        "errors": found.errors_unexplained,
    }
    messages.success(
        request,
        _("已审核：新列出%(new)s处，已消除%(gone)s处，还有%(errors)s处错误没有说明。") % told,
    )
    return redirect("report_audit", pk=pk)


@require_POST
def explain(request: HttpRequest, pk: int, doubt: int) -> HttpResponse:
    """Keep why something that was found may stand."""
    actor, now = actor_of(request), clock.now()
    words = request.POST.get("explanation", "").strip()[:_MOST_WORDS]
    try:
        auditing.explain(actor, pk, doubt, version_of(request), words, now)
    except InvalidError as error:
        found = auditing.audited(held_of(actor, pk, now.date()))
        return _page(request, actor, found, {doubt: (words, error.problems)})
    messages.success(request, _("已保存说明。文字或者数字再有改动时，需要重新说明。"))
    return redirect(f"{reverse('report_audit', args=[pk])}#d-{doubt}")


def _page(
    request: HttpRequest,
    actor: Actor,
    found: Audited,
    refused: dict[int, tuple[str, dict[str, Message]]] | None = None,
) -> HttpResponse:
    asked = request.GET.get("show", "")
    rows = [_row(actor, found, one, refused or {}) for one in found.doubts]
    shown = [row for row in rows if not asked or row["group"] == asked]
    entry = found.held.entry
    context = {
        "held": found.held,
        "report": entry,
        "rows": shown,
        "all": len(rows),
        "groups": [
            (key, label, sum(row["group"] == key for row in rows))
            for key, label in (
                ("error", _("错误")),
                ("warning", _("存疑")),
                ("note", _("提示")),
                ("explained", _("已说明")),
            )
        ],
        "asked": asked,
        "errors": found.errors_unexplained,
        "new": len(found.new),
        "gone": len(found.gone),
        "without": found.without,
        "may_keep": auditing.may_keep(actor, entry) and not found.held.is_frozen,
        "figures": len(found.reading.figures),
        "bound": len(found.report.figures),
    }
    return render(request, "reporting/audit.html", context, status=422 if refused else 200)


def _row(
    actor: Actor,
    found: Audited,
    one: Doubt,
    refused: dict[int, tuple[str, dict[str, Message]]],
) -> dict[str, Any]:
    entry = found.kept.get(one.key)
    explained = entry is not None and entry.state == EXPLAINED
    words, problems = refused.get(entry.pk, ("", {})) if entry is not None else ("", {})
    paragraph = _paragraphs(found).get(one.source)
    others = [place.quote for place in one.places[1:] if place.quote != one.quote][:_MOST_QUOTES]
    return {
        "doubt": one,
        "entry": entry,
        "tone": _TONES[one.severity],
        "group": "explained" if explained else one.severity,
        "explained": explained,
        "explanation": entry.values.get("explanation") if entry is not None else "",
        "may_explain": entry is not None and not explained and _may_explain(actor, entry),
        "words": words,
        "problem": next(iter(problems.values()), None),
        "paragraph": paragraph,
        "others": others,
        # What the doubt itself quotes need not stand below it again.
        "shows_quote": bool(others)
        or (bool(one.quote) and one.quote not in said(one.says) and one.kind != "theme"),
    }


def _paragraphs(found: Audited) -> dict[str, Entry]:
    """Get the paragraphs by what a block says it comes from: a statement, or their number."""
    return {str(one.values.get("statement") or one.number): one for one in found.held.paragraphs}


def _may_explain(actor: Actor, entry: Entry) -> bool:
    step = auditing.step("explain")
    return policy.may_take(actor, entry, step.by, approves=step.approves) is None
