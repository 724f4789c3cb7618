"""Pages of many entries: the registers there are, and the list of one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import DomainContents, NamedRegister, catalogue
from zhunsheng.web import clock, policy
from zhunsheng.web.registers.export import workbook
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of, download

PAGE = 50
_ORDERS = {"happened": "-happened", "due": "due", "number": "-number", "changed": "-changed_at"}
_MOST_ROWS = 100_000


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Show all registers by domain, with how many entries each has."""
    visible = policy.entries_for(actor_of(request))
    counted = {
        row["register"]: row
        for row in visible.values("register").annotate(
            entries=Count("pk"), late=Count("pk", filter=Q(late=True))
        )
    }
    domains: list[tuple[DomainContents, list[tuple[NamedRegister, Any]]]] = [
        (domain, [(named, counted.get(named.name, {})) for named in registers])
        for domain in catalogue().domains.values()
        if (registers := catalogue().registers(domain.key))
    ]
    return render(request, "registers/index.html", {"domains": domains})


@require_GET
def listing(request: HttpRequest, name: str) -> HttpResponse:
    """Show the entries of a register: searched, filtered, sorted, page by page; or as a workbook."""
    named, actor = catalogue().register(name), actor_of(request)
    found = _filtered(policy.entries_for(actor).filter(register=name), request, clock.now().date())
    if request.GET.get("as") == "xlsx":
        content = workbook(named.register, found[:_MOST_ROWS])
        return download(content, f"{name}-{clock.now():%Y%m%d}.xlsx")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    procedure = named.register.procedure
    kept = request.GET.copy()
    kept.pop("page", None)
    return render(
        request,
        "registers/list.html",
        {
            "named": named,
            "page": page,
            "face": [named.register.field(key) for key in named.register.face],
            "states": {state.key: state.label for state in procedure.states} if procedure else {},
            "asked": request.GET,
            "kept": kept.urlencode(),
            "may_enter": policy.units_to_enter_for(actor).exists(),
            "today": clock.now().date(),
        },
    )


def _filtered(entries: QuerySet[Entry], request: HttpRequest, today: date) -> QuerySet[Entry]:
    words = request.GET.get("q", "").strip()
    for word in words.split()[:5]:
        entries = entries.filter(Q(title__icontains=word) | Q(number__icontains=word))
    if state := request.GET.get("state"):
        entries = entries.filter(state=state)
    if request.GET.get("only") == "late":
        entries = entries.filter(Q(late=True) | Q(done=False, due__lt=today))
    if request.GET.get("only") == "open":
        entries = entries.filter(done=False)
    order = _ORDERS.get(request.GET.get("sort", ""), "-happened")
    return entries.order_by(order, "-pk")
