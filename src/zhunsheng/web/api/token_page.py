"""The page of one's tokens: making one, whose secret is shown once, and revoking one."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.messages import Message
from zhunsheng.web import clock
from zhunsheng.web.actors import Actor
from zhunsheng.web.api import tokens as actions
from zhunsheng.web.api.models import ApiToken
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.pages import actor_of

_SHOWN = 50
_USUAL = timedelta(days=90)


@never_cache
@require_http_methods(["GET", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """Show one's tokens; make one when asked to, and show its secret this once."""
    actor, now = actor_of(request), clock.now()
    problems: dict[str, Message] = {}
    made: ApiToken | None = None
    asked, secret = request.POST, ""
    if request.method == "POST":
        try:
            made, secret = actions.make(actor, _wanted(request), now)
        except InvalidError as error:
            problems = error.problems
        else:
            # The form is for the next token, not for the same once more.
            asked = QueryDict()
    today = now.date()
    return render(
        request,
        "api/tokens.html",
        {
            "tokens": ApiToken.objects.filter(user=actor.user).select_related("unit")[:_SHOWN],
            "made": made,
            "secret": secret,
            "problems": problems,
            "asked": asked,
            "asked_registers": asked.getlist("registers"),
            "expires": asked.get("expires") or (today + _USUAL).isoformat(),
            "today": today,
            "latest": today + actions.LONGEST,
            "units": _units(actor),
            "domains": [
                (domain, registers)
                for domain in catalogue().domains.values()
                if (registers := catalogue().registers(domain.key))
            ],
            "labels": {named.name: named.register.label for named in catalogue().registers()},
        },
        status=422 if problems else 200,
    )


@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Revoke one of one's tokens."""
    token = actions.revoke(actor_of(request), pk, clock.now())
    messages.success(request, _("令牌“%(name)s”已作废。") % {"name": token.name})
    return redirect("tokens")


def _wanted(request: HttpRequest) -> actions.Wanted:
    unit = request.POST.get("unit", "")
    return actions.Wanted(
        name=request.POST.get("name", ""),
        expires=request.POST.get("expires", ""),
        writes=request.POST.get("scope") == "write",
        registers=request.POST.getlist("registers"),
        # A unit that is not a number is one in which nobody has a role.
        unit=(int(unit) if unit.isascii() and unit.isdigit() and len(unit) < 19 else 0)
        if unit
        else None,
    )


def _units(actor: Actor) -> list[Unit]:
    """Get the units somebody has a role in."""
    return list(Unit.objects.filter(pk__in={grant.unit for grant in actor.grants}))
