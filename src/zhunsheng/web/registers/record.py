"""The page of one entry: state, facts, clocks, what may be done and why the rest may not, history."""

from __future__ import annotations

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.explanation import explain
from zhunsheng.engine.registers.cases import next_steps, outlook
from zhunsheng.rendering.deadline_page import deadline_page
from zhunsheng.rendering.law_words import state_in_words
from zhunsheng.rendering.standalone import hash_of, resource
from zhunsheng.web import clock, policy
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.errors import NotThereError
from zhunsheng.web.registers.lateness import BY_ITSELF
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of, entry_of

_STYLE_OF_DERIVATION = f"'{hash_of(resource('deadline.css'))}'"


@require_GET
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an entry: state, facts, clocks, what may be done and why the rest may not, history."""
    actor = actor_of(request)
    entry, named = entry_of(actor, pk)
    register = named.register
    sees_personal = policy.may_see_personal(actor, entry)
    values = entry.values | (entry.private if sees_personal else {})
    roles = policy.roles_in(actor, entry.unit)
    found = outlook(
        register, named.domain.clocks_by_key(), entry.values, clock.now().date(), calendar_of()
    )
    steps = [
        (step, policy.may_take(actor, entry, step.step.by, approves=step.step.approves))
        for step in next_steps(register, entry.state, entry.values | entry.private, roles)
    ]
    procedure = register.procedure
    return render(
        request,
        "registers/record.html",
        {
            "entry": entry,
            "named": named,
            "state": procedure.state(entry.state) if procedure else None,
            "states": procedure.states if procedure else (),
            "facts": [
                (field, values.get(field.key), field.personal and not sees_personal)
                for field in register.fields
                if field.kind != "attachments"
                and (field.key in values or (field.personal and not sees_personal))
            ],
            "files": [
                (field, values.get(field.key) or [])
                for field in register.fields
                if field.kind == "attachments"
            ],
            "may_attach": policy.may_attach(actor, entry),
            "clocks": [(status, state_in_words(status).zh) for status in found.statuses],
            "steps": steps,
            "history": _history(entry),
            "may_change": policy.may_change(actor, entry),
            "may_erase": policy.may_erase(actor, entry) and bool(entry.private),
        },
    )


def _history(entry: Entry) -> list[tuple[StoredLine, str, str]]:
    """Get what was done to an entry, newest first, with who did it."""
    lines = list(StoredLine.objects.filter(about=entry.about).order_by("-number")[:100])
    keys = {line.who.partition("/")[2] for line in lines}
    people = {str(user.pk): str(user) for user in User.objects.filter(pk__in=keys)}
    register = catalogue().register(entry.register).register
    told = []
    for line in lines:
        words = {
            "entry.create": "新增",
            "entry.change": "修改",
            "entry.erase": "抹去个人信息",
            "entry.attach": "添加附件",
            "entry.late": "超过期限" if line.says.get("entry", {}).get("late") else "不再逾期",
        }
        said = words.get(line.did, line.did)
        step = register.procedure.step(line.says.get("step", "")) if register.procedure else None
        if step is not None:
            said = step.label
        who = "系统" if line.who == BY_ITSELF else line.who
        told.append((line, said, people.get(line.who.partition("/")[2], who)))
    return told


@require_POST
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Erase the personal data of an entry."""
    actions.erase(actor_of(request), pk, request.POST.get("reason", ""), clock.now())
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
