"""
The page of an entry as it was at the end of a past day: out of the ledger, for who may see the entry now.

It says which line it is taken from, whether that line is what was hashed, and whether the entry's row still is
what the ledger says of it. Personal values are not shown: lines hold commitments of them only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.web import clock, language
from zhunsheng.web.ledger import past
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.ledger.past import Moment
from zhunsheng.web.registers.as_of import EntryThen, entry_then
from zhunsheng.web.registers.as_of_asking import LONGEST, PastDayError, moment_asked
from zhunsheng.web.registers.as_of_days import calendar_then
from zhunsheng.web.registers.facts import facts_of
from zhunsheng.web.registers.history import happenings, past_of, stages
from zhunsheng.web.registers.keeping import seal_of
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.outlooks import timings
from zhunsheng.web.registers.pages import actor_of, entry_of


@dataclass(frozen=True, slots=True)
class Source:
    """Where the past was taken from: the line, whether it holds, and whether the row now agrees with its own."""

    number: int
    digest: str
    is_intact: bool
    row_agrees: bool


@require_GET
def record_then(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an entry as it was at the end of the day that `as_of` names, or ask for the day."""
    entry, named = entry_of(actor_of(request), pk)
    typed = request.GET.get("as_of", "")[:LONGEST]
    context: dict[str, Any] = {"entry": entry, "named": named, "day": typed}
    try:
        moment = moment_asked(typed, clock.now().date())
    except PastDayError as error:
        context["problem"] = language.said(error.message)
        return render(request, "registers/record_then.html", context, status=400)
    if moment is not None:
        context |= {"moment": moment, "day": moment.day.isoformat()}
        found = entry_then(entry.register, entry.pk, moment)
        context |= _shown(entry, named, found, moment) if found else {"is_not_there": True}
    return render(request, "registers/record_then.html", context)


def _shown(now: Entry, named: NamedRegister, found: EntryThen, moment: Moment) -> dict[str, Any]:
    register, entry = named.register, found.as_entry()
    told = past_of(entry, named, with_personal=False, until=moment.position)
    facts = facts_of(register, entry.values, {}, sees_personal=False)
    return {
        "then": entry,
        "unit": _called("unit", entry.unit_id, moment) or now.unit.name,
        "government": _called("government", entry.government_id, moment) or now.government.name,
        "stages": stages(told),
        "facts": [fact for fact in facts if fact.field.kind != "attachments"],
        "files": [(fact.field, fact.files) for fact in facts if fact.files],
        "timings": timings(entry, named, moment.day, calendar_then(moment)),
        "history": happenings(told),
        "source": _source(now, found),
    }


def _source(now: Entry, found: EntryThen) -> Source:
    line = StoredLine.objects.get(number=found.line)
    last = StoredLine.objects.filter(about=now.about).order_by("-number")[0]
    return Source(
        line.number, line.digest, past.is_intact(line), last.says.get("entry") == seal_of(now)
    )


def _called(kind: str, key: int, moment: Moment) -> str:
    """Get what a unit or a government was called, by the ledger; nothing where it does not say."""
    line = past.last_line(f"{kind}/{key}", moment)
    return str(line.says["row"]["name"]) if line is not None else ""
