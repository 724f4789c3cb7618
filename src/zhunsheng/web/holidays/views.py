"""The page of the site's calendar: which notices hold, and adopting a new one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.errors import LawError
from zhunsheng.engine.law.notices import MAX_BYTES, published_notices
from zhunsheng.web import clock, policy
from zhunsheng.web.holidays import adopting
from zhunsheng.web.holidays.models import HolidayNotice
from zhunsheng.web.language import said
from zhunsheng.web.registers.errors import ForbiddenError
from zhunsheng.web.registers.pages import actor_of


@require_http_methods(["GET", "POST"])
def notices(request: HttpRequest) -> HttpResponse:
    """Show the notices that hold; show what an uploaded one moves; adopt it when told to."""
    actor = actor_of(request)
    if not policy.may_run_site(actor):
        raise ForbiddenError(
            "只有系统管理员可以管理日历。", "Only system administrators look after the calendar."
        )
    context: dict[str, Any] = {}
    if request.method == "POST":
        content = _content(request)
        try:
            if request.POST.get("keep") == "1":
                moved = adopting.adopt(actor, content, clock.now())
                told = _("已采用，%(count)d件在办事项的到期日有变。") % {"count": moved.due}
                messages.success(request, told)
                return redirect("holidays")
            context["change"] = adopting.preview(content, clock.now())
            context["content"] = content.decode("utf-8-sig")
        except LawError as error:
            context["says"] = said(error.message)
    context |= {
        "adopted": HolidayNotice.objects.select_related("adopted_by"),
        "published": sorted(published_notices(), key=lambda one: one.issued, reverse=True)[:5],
        "labels": {named.name: named.register.label for named in catalogue().registers()},
    }
    return render(request, "holidays.html", context, status=422 if "says" in context else 200)


def _content(request: HttpRequest) -> bytes:
    """Get the uploaded file, or the text that was shown and is now to be adopted."""
    uploaded = request.FILES.get("file")
    if isinstance(uploaded, UploadedFile):
        content: bytes = uploaded.read(MAX_BYTES + 1)
        return content
    # Browsers send line ends of text as CR LF; the file is kept as it was read.
    return request.POST.get("content", "").replace("\r\n", "\n").encode()
