"""The page of one entry: state, facts, clocks, what may be done and why the rest may not, history."""

from __future__ import annotations

from typing import Any

from csp.decorators import csp_update
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.law.explanation import explain
from zhunsheng.engine.registers.cases import outlook
from zhunsheng.rendering.deadline_page import deadline_page
from zhunsheng.rendering.standalone import hash_of, resource
from zhunsheng.web import clock, language, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.registers import actions, afterwards, undoing
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.commenting import people_who_see
from zhunsheng.web.registers.errors import ChangedMeanwhileError, NotThereError
from zhunsheng.web.registers.facts import facts_of
from zhunsheng.web.registers.following import around, onward
from zhunsheng.web.registers.hints import hints_for
from zhunsheng.web.registers.history import happenings, past_of, stages
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.outlooks import steps_ahead, timings
from zhunsheng.web.registers.pages import actor_of, entry_of, version_of
from zhunsheng.web.registers.story import story_of

_STYLE_OF_DERIVATION = f"'{hash_of(resource('deadline.css'))}'"


@require_GET
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an entry: state, facts, clocks, what may be done and why the rest may not, history."""
    actor = actor_of(request)
    entry, named = entry_of(actor, pk)
    return render(request, "registers/record.html", page_of(actor, entry, named))


def page_of(actor: Actor, entry: Entry, named: NamedRegister) -> dict[str, Any]:
    """Get what the page of an entry shows to somebody."""
    register, now = named.register, clock.now()
    sees_personal = policy.may_see_personal(actor, entry)
    values = entry.values | (entry.private if sees_personal else {})
    past = past_of(entry, named, with_personal=sees_personal)
    beside = around(entry, policy.entries_for(actor).defer("values", "private"))
    facts = facts_of(register, values, beside.targets, sees_personal=sees_personal)
    history = happenings(past)
    last = past.lines[-1] if past.lines else None
    done = undoing.last_done(past.lines)
    return {
        "entry": entry,
        "named": named,
        "state": register.procedure.state(entry.state) if register.procedure else None,
        "stages": stages(past),
        "facts": [fact for fact in facts if fact.field.kind != "attachments"],
        "files": [
            (field, values.get(field.key) or [])
            for field in register.fields
            if field.kind == "attachments" and (sees_personal or not field.personal)
        ],
        "is_drawn_for": any(one.plan.name == named.name for one in catalogue().draws()),
        "may_attach": policy.may_attach(actor, entry),
        "timings": timings(entry, named, now.date()),
        "hints": hints_for(actor, entry, named),
        "ahead": steps_ahead(actor, entry, named, now.date()),
        "may_undo": done is not None and not undoing.why_not(actor, entry, named, done, now),
        "undoes": next((one.said for one in history if done and one.number == done.number), ""),
        "history": history,
        "documents": [one for one in history if one.document],
        "last_line": last,
        "story": story_of(beside, now.date()),
        "onward": onward(named.name, actor),
        "onward_number": entry.number
        if {grant.government for grant in actor.grants} == {entry.government_id}
        else f"{entry.government.code}:{entry.number}",
        "comments": entry.comments.select_related("author").prefetch_related("mentions"),
        "people": people_who_see(entry, now.date()),
        "may_change": policy.may_change(actor, entry),
        "may_erase": policy.may_erase(actor, entry) and bool(entry.private),
    }


@require_POST
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Erase the personal data of an entry."""
    actions.erase(actor_of(request), pk, request.POST.get("reason", ""), clock.now())
    return redirect("record", pk=pk)


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back the last step of an entry."""
    actor = actor_of(request)
    try:
        entry = actions.withdraw(actor, pk, version_of(request), clock.now())
    except ChangedMeanwhileError as error:
        messages.warning(request, language.said(error.message))
    else:
        messages.success(request, afterwards.taken_back(entry, entry_of(actor, pk)[1]))
    return redirect("record", pk=pk)


@require_GET
@csp_update({"style-src": _STYLE_OF_DERIVATION})  # type: ignore[arg-type]  # it passes arguments on
def derivation(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Show day by day how the last day of one of an entry's clocks follows."""
    entry, named = entry_of(actor_of(request), pk)
    clocks = named.domain.clocks_by_key()
    found = outlook(named.register, clocks, entry.values, clock.now().date(), calendar_of())
    for status in found.statuses:
        if status.run.clock.key == key and status.deadline is not None:
            return HttpResponse(deadline_page(explain(status.deadline, calendar_of())))
    raise NotThereError("这条记录没有这个时限。", "This entry has no such clock.")
