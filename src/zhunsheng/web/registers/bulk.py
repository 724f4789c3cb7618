"""Pages for entering many at once: the template, and the filled workbook."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import clock, policy
from zhunsheng.web.registers import actions, importing
from zhunsheng.web.registers.errors import ForbiddenError
from zhunsheng.web.registers.pages import actor_of, download, unit_of
from zhunsheng.web.workbooks import MAX_BYTES, ImportingError


@require_GET
def template(request: HttpRequest, name: str) -> HttpResponse:
    """Get the empty workbook for entering many at once."""
    named, actor = catalogue().register(name), actor_of(request)
    if not policy.units_to_enter_for(actor).exists():
        raise ForbiddenError("您没有填报的单位。", "There is no unit you may enter for.")
    return download(importing.template(named.register.entry_fields), f"{name}-template.xlsx")


@require_http_methods(["GET", "POST"])
def bring_in(request: HttpRequest, name: str) -> HttpResponse:
    """Bring in a filled workbook: first everything is checked, then all of it or nothing is kept."""
    named, actor = catalogue().register(name), actor_of(request)
    units = list(policy.units_to_enter_for(actor))
    if not units:
        raise ForbiddenError("您没有填报的单位。", "There is no unit you may enter for.")
    context: dict[str, Any] = {"named": named, "units": units}
    uploaded = request.FILES.get("file")
    if request.method == "POST" and uploaded is None:
        context["says"] = "请选择填好的工作簿。"
    if isinstance(uploaded, UploadedFile):
        content = uploaded.read(MAX_BYTES + 1)
        try:
            rows = importing.rows_of(
                named, named.register.entry_fields, content, clock.now().date()
            )
        except ImportingError as error:
            context["says"] = error.message.zh
        else:
            context |= {"rows": rows, "wrong": rows.wrong[:200]}
            if request.POST.get("keep") == "1" and not rows.wrong and rows.good:
                unit = unit_of(units, request.POST.get("unit", ""))
                actions.create_many(actor, name, unit, rows.good, clock.now())
                messages.success(request, f"已导入{len(rows.good)}条。")
                return redirect("list", name=name)
    failed = "says" in context or bool(context.get("wrong"))
    return render(request, "registers/import.html", context, status=422 if failed else 200)
