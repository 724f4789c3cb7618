"""Pages for entering many at once: the template, the filled workbook, and what was wrong with it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import clock, policy
from zhunsheng.web.language import said
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.policy import Actor
from zhunsheng.web.registers import held_books, import_books, importing
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError, NotThereError
from zhunsheng.web.registers.pages import actor_of, download, unit_of
from zhunsheng.web.shell import acting_for
from zhunsheng.web.workbooks import MAX_BYTES, ImportingError

SHOWN = 200


@require_GET
def template(request: HttpRequest, name: str) -> HttpResponse:
    """Get the empty workbook for entering many at once."""
    named, actor = catalogue().register(name), actor_of(request)
    _units(actor)
    return download(import_books.template(named.register), f"{name}-template.xlsx")


@require_http_methods(["GET", "POST"])
def bring_in(request: HttpRequest, name: str) -> HttpResponse:
    """Bring in a filled workbook: first everything is checked, then all of it or nothing is kept."""
    named, actor = catalogue().register(name), actor_of(request)
    units = _units(actor)
    context: dict[str, Any] = {
        "named": named,
        "units": units,
        "unit": request.POST.get("unit", str((acting_for(request, units) or units[0]).pk)),
        "most": f"{importing.MAX_ROWS:,}",
    }
    if request.method == "POST":
        content, token = _sent(request, actor)
        if content is None:
            context["says"] = _("请选择填好的工作簿。")
        else:
            unit = unit_of(units, context["unit"])
            try:
                if request.POST.get("keep") == "1":
                    count = importing.keep(actor, named, unit, content, clock.now())
                    held_books.drop(actor.user.pk, token)
                    messages.success(request, _("已导入%s条。") % f"{count:,}")
                    return redirect("list", name=name)
            except ImportingError as error:
                context["says"] = said(error.message)
            except InvalidError as error:
                # The check below says which rows; where it finds none, this says what.
                context["refused"] = said(error.message)
            context |= _checked(request, name, content, token)
            if not context.get("wrong") and "refused" in context:
                context["says"] = context["refused"]
    failed = "says" in context or bool(context.get("wrong"))
    return render(request, "registers/import.html", context, status=422 if failed else 200)


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
    report = importing.check(named, content, clock.now().date())
    return download(import_books.errors(named.register, report), f"{name}-errors.xlsx")


def _units(actor: Actor) -> list[Unit]:
    units = list(policy.units_to_enter_for(actor))
    if not units:
        raise ForbiddenError("您没有填报的单位。", "There is no unit you may enter for.")
    return units


def _sent(request: HttpRequest, actor: Actor) -> tuple[bytes | None, str]:
    """Get the workbook that was sent now, or checked before, and the token it is held under."""
    uploaded = request.FILES.get("file")
    if isinstance(uploaded, UploadedFile):
        return uploaded.read(MAX_BYTES + 1), ""
    token = request.POST.get("token", "")
    return held_books.held(actor.user.pk, token), token


def _checked(request: HttpRequest, name: str, content: bytes, token: str) -> dict[str, Any]:
    """Check a workbook and hold it, so that it can be kept, or its mistakes be fetched, without it."""
    named, actor, at = catalogue().register(name), actor_of(request), clock.now()
    try:
        report = importing.check(named, content, at.date())
    except ImportingError as error:
        return {"says": said(error.message)}
    if not token and (report.good or report.wrong):
        token = held_books.hold(actor.user.pk, content, at)
    found: dict[str, Any] = {
        "report": report,
        "good": f"{report.good:,}",
        "wrong": report.wrong[:SHOWN],
        "token": token,
    }
    if not report.good and not report.wrong:
        found["says"] = _("工作簿里没有填写的行。")
    return found
