"""The page for oneself: who stands in while one is absent."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zhunsheng.engine.messages import Message
from zhunsheng.web import clock
from zhunsheng.web.actors import Actor
from zhunsheng.web.managing.reading import chosen, day_of, is_key
from zhunsheng.web.organizations import delegating
from zhunsheng.web.organizations.errors import wrong
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.pages import actor_of


@require_http_methods(["GET", "POST"])
def absence(request: HttpRequest) -> HttpResponse:
    """Hand over roles for some days, and see who stands in."""
    actor, at = actor_of(request), clock.now()
    problems: dict[str, Message] = {}
    if request.method == "POST":
        try:
            _hand_over(request, actor)
        except InvalidError as error:
            problems = error.problems
        else:
            messages.success(request, _("已安排代行。到期自动收回，也可以随时收回。"))
            return redirect("absence")
    user, today = actor.user, at.date()
    mine = user.assignments.exclude(stands_in_for=None).filter(until__gte=today)
    return render(
        request,
        "manage/absence.html",
        {
            "own": list(delegating.own_roles(user, today)),
            "handed": list(delegating.stand_ins_of(user, today)),
            "mine": list(mine.select_related("unit", "stands_in_for").order_by("since", "pk")),
            "colleagues": list(delegating.possible_stand_ins(user)[:2000]),
            "problems": problems,
            "typed": request.POST,
            "chosen_roles": request.POST.getlist("roles"),
            "today": today,
        },
        status=422 if problems else 200,
    )


@require_POST
def recall(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a role back."""
    delegating.recall(actor_of(request), pk, clock.now())
    messages.success(request, _("已收回。"))
    return redirect("absence")


def _hand_over(request: HttpRequest, actor: Actor) -> None:
    posted = request.POST
    stand_in = chosen(delegating.possible_stand_ins(actor.user), posted.get("stand_in", ""))
    if stand_in is None:
        raise wrong("stand_in", "请选择代行的同事。", "Choose a colleague.")
    roles = [int(key) for key in posted.getlist("roles")[:100] if is_key(key)]
    days = (day_of(posted, "since", "起日"), day_of(posted, "until", "止日"))
    delegating.delegate(actor, roles, stand_in, days, clock.now())
