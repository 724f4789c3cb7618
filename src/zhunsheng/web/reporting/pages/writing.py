"""Pages on which a paragraph is written: its text, what can be inserted, and how it reads before it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhunsheng.engine.catalogue import NamedIndicator, catalogue
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.engine.reporting.printing import printed
from zhunsheng.engine.reporting.templates import MOST_CHARACTERS
from zhunsheng.web import clock
from zhunsheng.web.language import said
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of, version_of
from zhunsheng.web.reporting import changing, composing, figures, keys, shown, who_may
from zhunsheng.web.reporting.composing import Composing, basis_of
from zhunsheng.web.reporting.held import HeldReport, held_of, label_of, parts_of, title_of

_SHOWN = 60
_LONGEST_SEARCH = 40


@dataclass(frozen=True, slots=True)
class Place:
    """A place that can be put into a text: how it is written, what it is, and what it comes to now."""

    written: str
    label: str
    now: str
    last: str


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, pk: int, one: int) -> HttpResponse:
    """Write a paragraph, or look at how a text would read."""
    held = held_of(actor_of(request), pk, clock.now().date())
    entry = changing.paragraph_of(held, one)
    if "write" not in shown.may(held, entry):
        raise ForbiddenError(
            "这一段现在不由您写：报告已经定稿，或者您在这个单位没有填报的角色。",
            "The paragraph is not yours to write now: the report is final, or you do not report for its unit.",
        )
    text, told = composing.text_of(entry), ""
    if request.method == "POST":
        text = request.POST.get("text", "")[: 2 * MOST_CHARACTERS]
        if "keep" in request.POST:

            def keep() -> Entry:
                version = version_of(request)
                return changing.write(held.actor, held, entry, version, text, clock.now())

            if (told := _refused(keep)) == "":
                messages.success(request, _("已保存，等统筹员采用。"))
                return redirect(f"{reverse('report', args=[pk])}#p{one}")
    return _page(request, held, entry, text, told)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a paragraph: written by the coordinator, or asked of a unit."""
    held = held_of(actor_of(request), pk, clock.now().date())
    if not who_may.may_draft(held.actor, held.entry):
        raise ForbiddenError(
            "增加段落和要求单位写，由统筹员办理。",
            "The coordinator adds paragraphs and asks for them.",
        )
    changing.refuse_frozen(held)
    units = list(Unit.objects.filter(government=held.entry.government, until=None).order_by("code"))
    told = ""
    if request.method == "POST":

        def keep() -> Entry:
            chapter = request.POST.get("chapter", "")
            if "ask" not in request.POST:
                return changing.add(
                    held.actor, held, chapter, request.POST.get("text", ""), clock.now()
                )
            chosen = next((one for one in units if str(one.pk) == request.POST.get("unit")), None)
            unit = chosen or held.entry.unit
            asked = request.POST.get("request", "")
            return changing.ask(held.actor, held, unit, chapter, asked, clock.now())

        if (told := _refused(keep)) == "":
            messages.success(
                request,
                _("已请单位写，单位在“我的工作”里能看到。")
                if "ask" in request.POST
                else _("已增加一段，请核对采用。"),
            )
            return redirect("report", pk=pk)
    context = {
        "held": held,
        "report": held.entry,
        "units": units,
        "parts": [
            (part.key, title_of(part, held.year))
            for _chapter, parts in parts_of(held.genre)
            for part in parts
        ],
        "chosen": request.POST.get("chapter") or request.GET.get("chapter", ""),
        "sent": request.POST,
        "told": told,
    }
    return render(request, "reporting/add.html", context, status=422 if told else 200)


def _refused(keep: Callable[[], Any]) -> str:
    """Keep something, and get what is wrong with it, if anything is."""
    try:
        keep()
    except InvalidError as error:
        return " ".join(said(one) for one in error.problems.values())
    except ForbiddenError:
        raise
    except RefusedError as error:
        return said(error.message)
    return ""


def _page(
    request: HttpRequest, held: HeldReport, entry: Entry, text: str, told: str
) -> HttpResponse:
    words = request.POST.get("find", request.GET.get("find", "")).strip()[:_LONGEST_SEARCH]
    chosen = _offered(entry, text, words)
    basis = basis_of(held)
    own = figures.names_in([text, composing.text_of(entry)])
    known = figures.known([*own, *(one.name for one in chosen)], basis)
    made = Composing(held=held, basis=basis, known=known)
    draft = Entry(pk=entry.pk, register=keys.PARAGRAPH, values={**entry.values, "text": text})
    read = made.said(draft)
    places = []
    for named in chosen:
        one = known[named.name]
        now = printed(one.named, one.now) or "—"
        last = (printed(one.named, one.now, one.last, "last") if one.last else None) or "—"
        places.append(Place(f"{{{named.name}}}", named.indicator.label, now, last))
    context = {
        "held": held,
        "report": held.entry,
        "entry": entry,
        "chapter": label_of(held.genre, str(entry.values.get("chapter")), held.year),
        "text": text,
        "told": told or read.problem,
        "pieces": shown.pieces(read, basis) if text.strip() and not read.problem else [],
        "missing": shown.missing(read.written, known),
        "places": places,
        "find": words,
        "most": MOST_CHARACTERS,
    }
    failed = request.method == "POST" and bool(context["told"])
    return render(request, "reporting/write.html", context, status=422 if failed else 200)


def _offered(entry: Entry, text: str, words: str) -> list[NamedIndicator]:
    """Get the indicators to put in: those searched for, else those of the domains the text speaks of."""
    declared = catalogue().indicators()
    if words:
        found = [
            one
            for one in declared
            if all(
                part in f"{one.domain.label}{one.indicator.label}{one.name}"
                for part in words.split()
            )
        ]
        return found[:_SHOWN]
    names = figures.names_in([text, composing.text_of(entry)])
    domains = {name.partition(".")[0] for name in names}
    used = [one for one in declared if one.name in set(names)]
    others = [one for one in declared if one.domain.key in domains and one not in used]
    return [*used, *others][:_SHOWN]
