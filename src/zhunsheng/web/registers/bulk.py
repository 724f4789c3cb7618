"""Pages for entering many at once: the template, the filled workbook, and what was wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.language import said
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers import held_books, import_books, importing, own_sheets
from zhunsheng.web.registers.checking import Saving
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError, NotThereError
from zhunsheng.web.registers.importing import OtherHeadsError, Row
from zhunsheng.web.registers.models import KeptMatching
from zhunsheng.web.registers.pages import actor_of, download, unit_of
from zhunsheng.web.shell import acting_for
from zhunsheng.web.workbooks import MAX_BYTES, ImportingError

SHOWN = 200


@dataclass(frozen=True, slots=True)
class Book:
    """
    A workbook that was sent, with the token it is held under, empty before it is.

    `matching` is the key of how its columns are matched, empty for a filled template.
    """

    content: bytes
    token: str = ""
    matching: str = ""


@require_GET
def template(request: HttpRequest, name: str) -> HttpResponse:
    """Get the empty workbook for entering many at once."""
    named, actor = catalogue().register(name), actor_of(request)
    units_to_enter_for(actor, named)
    return download(import_books.template(named.register), f"{name}-template.xlsx")


@require_http_methods(["GET", "POST"])
def bring_in(request: HttpRequest, name: str) -> HttpResponse:
    """Bring in a filled workbook: first everything is checked, then all of it or nothing is kept."""
    named, actor = catalogue().register(name), actor_of(request)
    units = units_to_enter_for(actor, named)
    if request.method == "GET":
        return _page(request, named, units, acting_for(request, units) or units[0], {})
    unit = unit_of(units, request.POST.get("unit", ""))
    book = _sent(request, actor)
    if book is None:
        return _page(request, named, units, unit, {"says": _("请选择填好的工作簿。")})
    try:
        if request.POST.get("keep") == "1":
            rows = _rows(named, unit, book)
            count = importing.keep(actor, named, unit, rows, clock.now())
            held_books.drop(actor.user.pk, book.token)
            messages.success(request, _("已导入%s条。") % f"{count:,}")
            return redirect("list", name=name)
        return checked_page(request, named, unit, book)
    except OtherHeadsError:
        token = book.token or held_books.hold(actor.user.pk, book.content, clock.now())
        return redirect(f"{reverse('import_columns', args=(name, token))}?unit={unit.pk}")
    except ImportingError as error:
        return _page(request, named, units, unit, {"says": said(error.message)})
    except InvalidError as error:
        # The check says which rows; where it finds none, this says what.
        return checked_page(request, named, unit, book, said(error.message))


@require_GET
def wrong(request: HttpRequest, name: str, token: str) -> HttpResponse:
    """Get everything that was wrong with a checked workbook, as a workbook."""
    named, actor = catalogue().register(name), actor_of(request)
    content = held_books.held(actor.user.pk, token)
    if content is None:
        raise NotThereError(
            "这个文件已经不在了，请重新选择文件检查。",
            "That file is gone. Choose it again to check it.",
        )
    units = units_to_enter_for(actor, named)
    unit = unit_of(units, request.GET.get("unit", ""))
    rows = _rows(named, unit, Book(content, token, request.GET.get("matching", "")))
    report = importing.check(Saving(actor, named, unit.government, clock.now().date()), rows)
    return download(import_books.errors(named.register, report), f"{name}-errors.xlsx")


def units_to_enter_for(actor: Actor, named: NamedRegister) -> list[Unit]:
    """Get the units somebody may enter for in a register, at least one. Raises ForbiddenError."""
    units = list(policy.units_to_enter_for(actor, named.register.entered_by))
    if not units:
        raise ForbiddenError("您没有填报的单位。", "There is no unit you may enter for.")
    return units


def checked_page(
    request: HttpRequest, named: NamedRegister, unit: Unit, book: Book, refused: str = ""
) -> HttpResponse:
    """
    Get the page with what is wrong with a workbook, or the offer to keep it.

    It is held, so that it can be kept, or its mistakes be fetched, without being sent again; `refused`
    is what the actions said of it, where they were asked. Raises ImportingError.
    """
    actor, at = actor_of(request), clock.now()
    saving = Saving(actor, named, unit.government, at.date())
    report = importing.check(saving, _rows(named, unit, book))
    token = book.token
    if not token and (report.good or report.wrong):
        token = held_books.hold(actor.user.pk, book.content, at)
    context: dict[str, Any] = {
        "report": report,
        "good": f"{report.good:,}",
        "wrong": report.wrong[:SHOWN],
        "token": token,
        "matching": book.matching,
    }
    if not report.good and not report.wrong:
        context["says"] = _("工作簿里没有填写的行。")
    elif refused and not report.wrong:
        context["says"] = refused
    return _page(request, named, units_to_enter_for(actor, named), unit, context)


def _page(
    request: HttpRequest,
    named: NamedRegister,
    units: list[Unit],
    unit: Unit,
    context: dict[str, Any],
) -> HttpResponse:
    shown = {
        "named": named,
        "units": units,
        "unit": str(unit.pk),
        "most": f"{importing.MAX_ROWS:,}",
        **context,
    }
    failed = "says" in context or bool(context.get("wrong"))
    return render(request, "registers/import.html", shown, status=422 if failed else 200)


def _rows(named: NamedRegister, unit: Unit, book: Book) -> Iterator[Row]:
    """Get the rows of a workbook: as the government matched its columns, else as the template has them."""
    fields = named.register.entry_fields
    if not (book.matching.isascii() and book.matching.isdigit()):
        return importing.raws_of(fields, book.content)
    kept = KeptMatching.objects.filter(
        pk=int(book.matching[:18]), government=unit.government, register=named.name
    ).first()
    if kept is None:
        raise NotThereError(
            "这份对应关系已经不在了，请重新选择文件。",
            "How the columns are matched is gone. Choose the file again.",
        )
    return own_sheets.raws(fields, book.content, own_sheets.Matching(**kept.says))


def _sent(request: HttpRequest, actor: Actor) -> Book | None:
    """Get the workbook that was sent now, or checked before; None where there is none."""
    uploaded = request.FILES.get("file")
    if isinstance(uploaded, UploadedFile):
        return Book(uploaded.read(MAX_BYTES + 1))
    token = request.POST.get("token", "")
    content = held_books.held(actor.user.pk, token)
    return Book(content, token, request.POST.get("matching", "")) if content is not None else None
