"""Pages for paper: an entry as a sheet, a paper that a step produced, and the proof to keep with it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_GET

from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger.exporting import proof_of
from zhunsheng.web.registers.facts import facts_of
from zhunsheng.web.registers.following import around
from zhunsheng.web.registers.history import Past, happenings, past_of
from zhunsheng.web.registers.outlooks import timings
from zhunsheng.web.registers.pages import actor_of, entry_of
from zhunsheng.web.registers.papers import paper_of
from zhunsheng.web.registers.story import story_of


@require_GET
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an entry in the layout of an official document, to be printed."""
    actor = actor_of(request)
    entry, named = entry_of(actor, pk)
    sees_personal = policy.may_see_personal(actor, entry)
    past = past_of(entry, named, with_personal=sees_personal)
    today = clock.now().date()
    beside = around(entry, policy.entries_for(actor).defer("values", "private"))
    values = entry.values | (entry.private if sees_personal else {})
    procedure = named.register.procedure
    return render(
        request,
        "registers/sheet.html",
        {
            "entry": entry,
            "named": named,
            "state": procedure.state(entry.state) if procedure else None,
            "facts": facts_of(named.register, values, beside.targets, sees_personal=sees_personal),
            "timings": timings(entry, named, today),
            "happenings": happenings(past)[::-1],
            "story": story_of(beside, today),
            **_colophon(actor, past),
        },
    )


@require_GET
def document(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show a paper that a step produced, to be printed."""
    actor = actor_of(request)
    entry, named = entry_of(actor, pk)
    sees_personal = policy.may_see_personal(actor, entry)
    past = past_of(entry, named, with_personal=sees_personal)
    context = {
        "entry": entry,
        "named": named,
        "paper": paper_of(past, number, sees_personal=sees_personal),
        **_colophon(actor, past),
    }
    # It is sent to people outside: it reads the same whoever prints it.
    with translation.override(settings.LANGUAGE_CODE):
        return render(request, "registers/paper.html", context)


@require_GET
def proof(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """Get the lines of an entry and of its comments with their proofs, without personal values."""
    entry, _named = entry_of(actor_of(request), pk)
    abouts = [entry.about, *(one.about for one in entry.comments.all())]
    response = StreamingHttpResponse(
        proof_of(abouts, clock.now()), content_type="application/x-ndjson; charset=utf-8"
    )
    name = f"{entry.register}-{entry.number}-proof.jsonl"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _colophon(actor: Actor, past: Past) -> dict[str, Any]:
    """Get what stands at the end of a printed page: by whom, when, and where in the ledger."""
    return {"printed_by": actor.user, "printed_at": clock.now(), "last_line": past.lines[-1:]}
