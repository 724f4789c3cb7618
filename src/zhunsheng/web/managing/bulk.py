"""Bringing in governments, units and people from a workbook: checked first, then all or nothing."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.language import said
from zhunsheng.web.organizations import loading
from zhunsheng.web.registers.errors import ForbiddenError
from zhunsheng.web.registers.pages import actor_of, download
from zhunsheng.web.workbooks import MAX_BYTES, ImportingError


@require_GET
def template(request: HttpRequest) -> HttpResponse:
    """Get the empty workbook."""
    _allowed(request)
    return download(loading.template(), "organization-template.xlsx")


@never_cache
@require_http_methods(["GET", "POST"])
def bring_in(request: HttpRequest) -> HttpResponse:
    """Check a workbook; keep it where that was asked for and nothing is wrong."""
    actor = _allowed(request)
    context: dict[str, Any] = {}
    uploaded = request.FILES.get("file")
    if request.method == "POST" and uploaded is None:
        context["says"] = _("请选择填好的工作簿。")
    if isinstance(uploaded, UploadedFile):
        content, at = uploaded.read(MAX_BYTES + 1), clock.now()
        try:
            found = loading.examine(content, at, actor)
            kept = request.POST.get("keep") == "1" and not found.wrong
            context["found"] = loading.load(content, at, actor) if kept else found
            context["kept"] = kept
        except ImportingError as error:
            context = {"says": said(error.message)}
    failed = "says" in context or bool(context.get("found") and context["found"].wrong)
    return render(request, "manage/import.html", context, status=422 if failed else 200)


def _allowed(request: HttpRequest) -> Actor:
    actor = actor_of(request)
    if not policy.may_bring_in(actor):
        raise ForbiddenError(
            "导入由系统管理员、安全管理员办理。",
            "This is for the system or security administrator.",
        )
    return actor
