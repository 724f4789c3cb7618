"""What one keeps of a list: its columns and its views under a name."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.lists import saved
from zhunsheng.web.registers.pages import actor_of


@require_POST
def columns(request: HttpRequest, name: str) -> HttpResponse:
    """Keep the columns of a list, and go back to it."""
    named, actor = catalogue().register(name), actor_of(request)
    keys = [] if "usual" in request.POST else request.POST.getlist("column")
    saved.keep_columns(actor, named, keys)
    query = saved.clean(request.POST.get("query", ""))
    return redirect(f"{reverse('list', args=[name])}?{query or 'view=0'}")


@require_POST
def views(request: HttpRequest, name: str) -> HttpResponse:
    """Keep the list as it is under a name, or remove a view; and go back to it."""
    named, actor = catalogue().register(name), actor_of(request)
    address = reverse("list", args=[name])
    if key := request.POST.get("remove"):
        saved.remove(actor, name, key)
        messages.success(request, _("已删去这个视图。"))
        return redirect(f"{address}?view=0")
    kept = saved.keep_view(
        actor,
        named,
        request.POST.get("name", ""),
        request.POST.get("query", ""),
        request.POST.getlist("column"),
        shared_with=request.POST.get("shared_with", ""),
        is_default=request.POST.get("default") == "1",
    )
    messages.success(request, _("已保存视图“%s”。") % kept.name)
    return redirect(f"{address}?{kept.query}&view={kept.pk}")
