"""
Returns as pages: what is handed in elsewhere in a prescribed form, for a period, as a file.

The form is declared; this knows periods, who may see which entries, and that who took it is written down.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import NamedReturn, catalogue
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.returns import Reported
from zhunsheng.engine.registers.values import WrongValueError, parsed
from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.language import said
from zhunsheng.web.ledger import store
from zhunsheng.web.lists.stored import Declared, Said
from zhunsheng.web.registers import export
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of

SHOWN = 20
_CHUNK = 2000


@require_GET
def index(request: HttpRequest) -> HttpResponseBase:
    """Show which returns there are, by domain."""
    actor_of(request)
    return render(request, "registers/returns.html", {"returns": catalogue().returns()})


@require_GET
def one(request: HttpRequest, name: str) -> HttpResponseBase:
    """Show the first rows of a return for a period; or get all of them as a file."""
    named, actor, today = catalogue().prescribed(name), actor_of(request), clock.now().date()
    problems: list[str] = []
    first = _day(_("自"), request.GET.get("from", ""), today.replace(day=1), problems)
    last = _day(_("至"), request.GET.get("to", ""), today, problems)
    if first > last:
        problems.append(_("开始日期晚于结束日期，请调换。"))
    found = _entries(actor, named, first, last)
    if request.GET.get("as", "") in export.KINDS and not problems:
        return _file(actor, named, found, request.GET["as"], (first, last))
    rows = _Rows(named, found)
    context = {
        "named": named,
        "heads": rows.heads,
        "rows": [[str(cell) for cell in row] for row in islice(rows, SHOWN)],
        "first": first,
        "last": last,
        "problems": problems,
        "by_hand": [column.head for column in named.prescribed.columns if column.value is None],
    }
    return render(request, "registers/return.html", context, status=422 if problems else 200)


class _Rows:
    """The rows of a return: the entries it covers, in the order of their days."""

    def __init__(self, named: NamedReturn, entries: QuerySet[Entry]) -> None:
        self._named, self._entries, self.count = named, entries, 0

    @property
    def heads(self) -> list[str]:
        """What stands above the columns."""
        return [column.head for column in self._named.prescribed.columns]

    def __iter__(self) -> Iterator[list[Any]]:
        register, prescribed = self._named.register.register, self._named.prescribed
        entries = self._entries if prescribed.personal else self._entries.defer("private")
        for entry in entries.iterator(chunk_size=_CHUNK):
            reported = Reported(
                values=entry.values | (entry.private if prescribed.personal else {}),
                number=entry.number,
                unit=entry.unit.name,
                government=entry.government.name,
            )
            if prescribed.covers(reported):
                self.count += 1
                if self.count > export.MOST_ROWS:
                    raise export.too_many()
                yield prescribed.cells(register, reported)


def _entries(actor: Actor, named: NamedReturn, first: date, last: date) -> QuerySet[Entry]:
    seen = policy.entries_seen_whole if named.prescribed.personal else policy.entries_for
    day = Declared(named.register.register.field(named.prescribed.day))
    within = seen(actor).filter(register=Said(named.register.name)).alias(reported_on=day)
    return within.filter(reported_on__gte=str(first), reported_on__lte=str(last)).order_by(
        "reported_on", "pk"
    )


@transaction.atomic
def _file(
    actor: Actor, named: NamedReturn, found: QuerySet[Entry], kind: str, period: tuple[date, date]
) -> FileResponse:
    """Get a return as a file, and write into the ledger who took it."""
    at, rows = clock.now(), _Rows(named, found)
    file = export.file_of(kind, named.prescribed.label, rows)
    first, last = map(str, period)
    says = {"from": first, "to": last, "kind": kind, "count": rows.count}
    draft = store.Draft(about=f"return/{named.name}", says=says, personal={})
    head = store.lock_head()
    store.append(head, [draft], at=at, who=f"user/{actor.user.pk}", did="return.export")
    return FileResponse(
        file,
        as_attachment=True,
        filename=f"{named.name}-{first}-{last}.{kind}",
        content_type=export.KINDS[kind],
    )


def _day(label: str, typed: str, otherwise: date, problems: list[str]) -> date:
    try:
        found = parsed(Field(key="day", label=label, kind="date"), typed[:40])
    except WrongValueError as error:
        problems.append(said(error.message))
        return otherwise
    return date.fromisoformat(found) if found else otherwise
