"""The page of notifications: what one was told, and how one wants to be told."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import clock, policy
from zhunsheng.web.notifications.models import KINDS, WAYS, Notification, Preference
from zhunsheng.web.registers.errors import NotThereError
from zhunsheng.web.registers.pages import actor_of

PAGE = 30


@require_GET
def notifications(request: HttpRequest) -> HttpResponse:
    """Show what one was told, newest first, and how one is told."""
    actor = actor_of(request)
    mine = Notification.objects.filter(recipient=actor.user)
    if request.GET.get("only") == "unread":
        mine = mine.filter(read=None)
    page = Paginator(mine.order_by("-made", "-pk"), PAGE).get_page(request.GET.get("page"))
    told = list(page)
    visible = policy.entries_for(actor).in_bulk({one.entry_id for one in told if one.entry_id})
    ways = dict(Preference.objects.filter(user=actor.user).values_list("kind", "way"))
    return render(
        request,
        "notifications.html",
        {
            "page": page,
            "told": [(one, visible.get(one.entry_id or 0)) for one in told],
            "only_unread": request.GET.get("only") == "unread",
            "labels": {named.name: named.register.label for named in catalogue().registers()},
            "kinds": [(kind, said, ways.get(kind, "page")) for kind, said in KINDS.items()],
            "ways": list(WAYS.items()),
            "mails": bool(settings.EMAIL_HOST),
            "address": actor.user.email,
        },
    )


@require_POST
def open_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a notification as read and go to what it is about."""
    actor = actor_of(request)
    told = Notification.objects.filter(recipient=actor.user, pk=pk).first()
    if told is None:
        raise NotThereError("没有这条提醒。", "There is no such notification.")
    if told.read is None:
        told.read = clock.now()
        told.save(update_fields=["read"])
    if told.entry_id is not None:
        return redirect("record", pk=told.entry_id)
    return redirect(told.address or "notifications")


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all notifications as read."""
    actor = actor_of(request)
    Notification.objects.filter(recipient=actor.user, read=None).update(read=clock.now())
    return redirect("notifications")


@require_POST
def prefer(request: HttpRequest) -> HttpResponse:
    """Keep how one wants to be told of each kind."""
    actor = actor_of(request)
    for kind in KINDS:
        way = request.POST.get(kind, "")
        if way in WAYS:
            Preference.objects.update_or_create(user=actor.user, kind=kind, defaults={"way": way})
    messages.success(request, _("提醒方式已保存。"))
    return redirect("notifications")
