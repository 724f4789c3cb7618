"""Pages of figures that disagree: the list of a government and a period, and one with its answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zhunsheng.engine.catalogue import NamedIndicator, catalogue
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.engine.messages import Message
from zhunsheng.web import clock, policy
from zhunsheng.web.indicators import validating
from zhunsheng.web.indicators.models import ValidationRun, Violation
from zhunsheng.web.indicators.pages import words
from zhunsheng.web.indicators.pages.asking import Asked, key_of, period_of, place_of
from zhunsheng.web.indicators.pages.choices import chooser
from zhunsheng.web.indicators.pages.listing import with_period
from zhunsheng.web.indicators.results import Place
from zhunsheng.web.registers.errors import InvalidError, NotThereError
from zhunsheng.web.registers.pages import actor_of, version_of

PAGE = 50
_SIGNS = {"=": "＝", "<=": "≤", ">=": "≥", ">": "＞"}
_TONES = {"open": "overdue", "explained": "met_late", "fixed": "met"}


@dataclass(frozen=True, slots=True)
class Term:
    """A figure on one side: whether it is added or taken away, what it is, and where it leads."""

    taken: bool
    label: str
    said: str
    address: str


@dataclass(frozen=True, slots=True)
class SideSaid:
    """One side as people read it."""

    said: str
    terms: tuple[Term, ...]
    missing: str


@dataclass(frozen=True, slots=True)
class Row:
    """A violation as people read it."""

    found: Violation
    label: str
    sign: str
    left: SideSaid
    right: SideSaid
    tone: str

    @property
    def source(self) -> str:
        """What asks that the sides agree."""
        return str(self.found.stated["source"])


@require_GET
@with_period
def index(request: HttpRequest) -> HttpResponse:
    """Show what disagrees in the figures of a government, or of a unit, for a period."""
    asked = _asked(request)
    place = asked.place
    all_found = Violation.objects.filter(government=place.government, period=asked.period.key)
    if place.unit is not None:
        all_found = all_found.filter(unit=place.unit)
    state = request.GET.get("state", "")
    state = state if state in Violation.State.values else ""
    shown = all_found.filter(state=state) if state else all_found
    page = Paginator(_ordered(shown), PAGE).get_page(request.GET.get("page"))
    counts = dict(all_found.order_by().values_list("state").annotate(Count("pk")))
    runs = ValidationRun.objects.filter(government=place.government, period=asked.period.key)
    last = runs.select_related("by").first()
    return render(
        request,
        "validation/index.html",
        {
            "asked": asked,
            "place": place.unit or place.government,
            "chooser": chooser(asked),
            "rows": [_row(one) for one in page],
            "page": page,
            "state": state,
            "states": [(key, said, counts.get(key, 0)) for key, said in Violation.State.choices],
            "all": sum(counts.values()),
            "waiting": counts.get(Violation.State.OPEN, 0),
            "last": last,
            "as_of": words.as_of(last.position) if last else "",
            "has_rules": bool(catalogue().validation()),
            "may_run": policy.may_check_figures(asked.actor, place.government),
            "here": urlencode({"period": asked.period.key, "place": key_of(place)}),
        },
    )


@require_POST
def run(request: HttpRequest) -> HttpResponse:
    """Compare the figures of a government for a period now."""
    asked = _asked(request)
    government, period = asked.place.government, asked.period
    done = validating.run(asked.actor, government, period, clock.now())
    waiting = validating.open_violations(government, period).count()
    said = {"rules": done.rules, "waiting": waiting}
    if waiting:
        messages.warning(request, _("核对了%(rules)s条规则，%(waiting)s项待答复。") % said)
    else:
        messages.success(request, _("核对了%(rules)s条规则，没有待答复的。") % said)
    query = urlencode({"period": period.key, "place": key_of(asked.place)})
    return redirect(f"{reverse('validation')}?{query}")


@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one with both sides, what was said of it, and the form to explain it."""
    actor = actor_of(request)
    found = _found().filter(pk=pk).first()
    if found is None or not policy.may_see_figures(actor, Place(found.government, found.unit)):
        raise NotThereError("没有这一项。", "There is no such thing that you may see.")
    problems: Mapping[str, Message] = {}
    if request.method == "POST":
        try:
            said, version = request.POST.get("words", ""), version_of(request)
            validating.explain(actor, pk, version, said, clock.now())
        except InvalidError as error:
            problems = error.problems
        else:
            messages.success(request, _("已说明，记入账本。有关数字再有变动时，需要重新答复。"))
            return redirect("violation", pk)
    place = Place(found.government)
    query = urlencode({"period": found.period, "place": key_of(place)})
    return render(
        request,
        "validation/one.html",
        {
            "row": _row(found),
            "period": periods.parsed(found.period),
            "back": f"{reverse('validation')}?{query}",
            "as_of": words.as_of(found.position),
            "problems": problems,
            "words": request.POST.get("words", found.words),
            "may_explain": policy.may_explain(actor, found.government, found.unit),
        },
        status=422 if problems else 200,
    )


def _asked(request: HttpRequest) -> Asked:
    """Get which period and place an address asks for; this year without, as at night."""
    actor, today = actor_of(request), clock.now().date()
    place = place_of(request, actor)
    given = request.GET.get("other") or request.GET.get("period")
    period = period_of(request.GET, today) if given else periods.year(today.year)
    return Asked(actor, period, Place(place.government, place.unit), today)


def _found() -> QuerySet[Violation]:
    return Violation.objects.select_related("government", "unit", "answered_by")


def _ordered(rows: QuerySet[Violation]) -> QuerySet[Violation]:
    return rows.select_related("government", "unit", "answered_by").order_by(
        "-state", "rule", "unit__code", "pk"
    )


def _row(found: Violation) -> Row:
    stated = found.stated
    return Row(
        found=found,
        label=stated["label"],
        sign=_SIGNS.get(stated["operator"], stated["operator"]),
        left=_side(found, stated["left"]),
        right=_side(found, stated["right"]),
        tone=_TONES[found.state],
    )


def _side(found: Violation, side: Mapping[str, Any]) -> SideSaid:
    terms = tuple(_terms(found, side["figures"]))
    first = next((_named(one["indicator"]) for one in side["figures"]), None)
    return SideSaid(
        said=_said(first, side["value"]),
        terms=terms,
        missing=_("缺数") if side["value"] is None else "",
    )


def _terms(found: Violation, figures: list[Mapping[str, Any]]) -> Iterator[Term]:
    query = urlencode(
        {"period": found.period, "place": key_of(Place(found.government, found.unit))}
    )
    for figure in figures:
        named = _named(figure["indicator"])
        yield Term(
            taken=figure["sign"] < 0,
            label=named.indicator.label if named else figure["indicator"],
            said=_said(named, figure["value"]),
            address=f"{reverse('indicator', args=[named.name])}?{query}" if named else "",
        )


def _named(name: str) -> NamedIndicator | None:
    """Get an indicator; None for one that was declared when the rule was applied, and is no more."""
    try:
        return catalogue().indicator(name)
    except UnknownNameError:
        return None


def _said(named: NamedIndicator | None, value: str | None) -> str:
    if value is None:
        return words.NONE
    if named is None:
        return value
    exact = Fraction(value)
    return words.value_said(exact / 100 if words.is_money(named) else exact, named)
