"""Pages of many entries: the registers there are, and the list of one."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import DomainContents, NamedRegister, catalogue
from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.lists import saved
from zhunsheng.web.lists.cells import Rows
from zhunsheng.web.lists.columns import DECLARED, Column, chosen, columns_of
from zhunsheng.web.lists.filters import DUE_WITHIN, Filters, filters_of
from zhunsheng.web.lists.listed import heads_of, inputs_of
from zhunsheng.web.lists.paging import SIZES, Order, page_of, sorted_by
from zhunsheng.web.lists.places import places_for
from zhunsheng.web.registers import export
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of

PAGE = 50


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
def listing(request: HttpRequest, name: str) -> HttpResponseBase:
    """Show the entries of a register: searched, filtered, sorted, page by page; or as a file."""
    named, actor, asked = catalogue().register(name), actor_of(request), request.GET
    views = saved.views_for(actor, name)
    if not asked and (usual := views.default()):
        return redirect(f"{request.path}?{usual.query}&view={usual.pk}")
    view = views.view(asked.get("view", ""))
    columns = chosen(named, view.columns if view else views.columns)
    places = places_for(actor, asked)
    today = clock.now().date()
    filters = filters_of(named, asked, actor, today, places)
    found = filters.narrow(policy.entries_for(actor), name)
    order = order_of(named, asked.get("sort", ""))
    if asked.get("as", "") in export.KINDS:
        return _exported(named, actor, asked, sorted_by(found, order), columns)
    number, size = _number(asked.get("page", ""), 1), _number(asked.get("rows", ""), PAGE)
    size = size if size in SIZES else PAGE
    page = page_of(found, order, number, size, filtered=bool(filters.chips))
    context = {
        "named": named,
        "page": page,
        "columns": columns,
        "heads": heads_of(columns, order, asked),
        "rows": map(Rows(named, columns, today).row, page.entries),
        "filters": filters,
        "inputs": inputs_of(named, asked),
        "places": places,
        "views": views,
        "view": view,
        "all_columns": columns_of(named).values(),
        "shares": saved.units_to_share_with(actor) if "keep" in asked else [],
        "may_share": saved.may_share(actor),
        "due_within": [(f"due{days}", days) for days in DUE_WITHIN],
        "sizes": SIZES,
        "may_enter": policy.enters(actor, named.register.entered_by),
        "returns": [one for one in catalogue().returns() if one.register.name == name],
        "today": today,
        **_addresses(asked, filters),
    }
    return render(request, "registers/list.html", context)


def order_of(named: NamedRegister, asked: str) -> Order:
    """Get the order that an address asks for; the newest first where it asks for none we know."""
    known = columns_of(named)
    column = known.get(asked.removeprefix("-"))
    if column is not None and column.sorts:
        return Order(column, asked.startswith("-"))
    day = named.register.field(named.register.happened)
    usual = Column(f"{DECLARED}{day.key}", day.label, day, "happened", nullable=not day.required)
    return Order(usual, descending=True)


def _exported(
    named: NamedRegister,
    actor: Actor,
    asked: QueryDict,
    found: QuerySet[Entry],
    columns: list[Column],
) -> FileResponse:
    kind, at = asked.get("as", ""), clock.now()
    if asked.get("whole") == "1":
        columns = list(columns_of(named).values())
    rows = export.Rows(named, found, columns)
    file = export.file_of(kind, named.register.label, rows)
    export.tell(actor, named.name, asked, kind, rows.count, at)
    return FileResponse(
        file,
        as_attachment=True,
        filename=f"{named.name}-{at:%Y%m%d}.{kind}",
        content_type=export.KINDS[kind],
    )


def _addresses(asked: QueryDict, filters: Filters) -> dict[str, Any]:
    """Get the address of this list as links go on from it."""
    kept = asked.copy()
    for key in ("page", "as", "whole", "keep"):
        kept.pop(key, None)
    sized = kept.copy()
    sized.pop("rows", None)
    return {
        "asked": asked,
        "kept": kept.urlencode(),
        "sized": sized.urlencode(),
        "query": saved.clean(kept.urlencode()),
        "narrowed": bool(filters.chips),
    }


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else otherwise
