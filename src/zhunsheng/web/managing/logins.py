"""The log of logins, for the audit administrator."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zhunsheng.web import policy
from zhunsheng.web.access.models import SignIn
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Government
from zhunsheng.web.registers.errors import ForbiddenError
from zhunsheng.web.registers.pages import actor_of

PAGE = 100


@require_GET
def logins(request: HttpRequest) -> HttpResponse:
    """List who came in and who did not, the latest first."""
    actor = actor_of(request)
    if not policy.may_see_logins(actor):
        raise ForbiddenError(
            "登录日志由审计管理员查看。", "The log is for the audit administrator."
        )
    found = SignIn.objects.filter(_seen_by(actor)).select_related("user").order_by("-at", "-pk")
    asked = {key: request.GET.get(key, "")[:100] for key in ("q", "outcome")}
    if asked["q"]:
        q = asked["q"].replace("\x00", "")
        found = found.filter(
            Q(username__icontains=q) | Q(user__full_name__icontains=q) | Q(address=q)
        )
    if asked["outcome"] in SignIn.Outcome.values:
        found = found.filter(outcome=asked["outcome"])
    kept = request.GET.copy()
    kept.pop("page", None)
    return render(
        request,
        "manage/logins.html",
        {
            "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
            "asked": asked,
            "kept": kept.urlencode(),
            "outcomes": SignIn.Outcome.choices,
        },
    )


def _seen_by(actor: Actor) -> Q:
    """Get the condition: of the people looked after; of names nobody has, for a topmost government."""
    seen = Q(user__in=policy.people_for(actor))
    own = [grant.government for grant in actor.grants if grant.role == "audit_administrator"]
    if Government.objects.filter(pk__in=own, parent=None).exists():
        seen |= Q(user=None)
    return seen
