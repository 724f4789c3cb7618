"""Pages of draws: which plans can be drawn for, who is in and who is out, the draw and its result."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zhunsheng.engine.catalogue import NamedDraw, catalogue
from zhunsheng.engine.draws.making import CannotDrawError, Made
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.procedures import State
from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.draws import actions, pools, who_may
from zhunsheng.web.draws.lots import lots_of
from zhunsheng.web.draws.models import Draw
from zhunsheng.web.draws.reading import reason_of
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.registers.errors import InvalidError, NotThereError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of

MOST_LISTED = 50
SHOWN = 100
_MOST_ABSENT = 1000
_Doer = Callable[[Actor, int, QueryDict], str]


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Show what can be drawn: plans that are ready, and the draws there were."""
    actor = actor_of(request)
    draws = Draw.objects.filter(plan__in=policy.entries_for(actor)).order_by("-pk")
    context = {
        "declared": catalogue().draws(),
        "plans": list(_ready(actor)[:MOST_LISTED]),
        "draws": draws.select_related("plan", "unit")[:MOST_LISTED],
        "most": MOST_LISTED,
    }
    return render(request, "draws/index.html", context)


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who would take part in a draw for a plan, and commit to it."""
    actor = actor_of(request)
    plan = policy.entries_for(actor).filter(pk=pk).first()
    named = pools.draw_of(plan) if plan else None
    if plan is None or named is None:
        raise NotThereError(
            "没有这项计划，或者您没有查看的权限。", "There is no such plan that you may see."
        )
    standing = plan.draws.exclude(state=Draw.State.CANCELLED).first()
    if standing is not None:
        return redirect("draw", pk=standing.pk)
    problems: dict[str, Message] = {}
    if request.method == "POST":
        try:
            wishes = _wishes(request.POST)
            draw = actions.commit(actor, pk, wishes, os.urandom(32), clock.now())
        except InvalidError as error:
            problems = error.problems
        except CannotDrawError as error:
            problems = {"pools": error.message}
        else:
            messages.success(request, _("名单和规则已经确定，并写入账本。请监督人进行抽取。"))
            return redirect("draw", pk=draw.pk)
    absent = _absent(request.POST, _("（请写明原因）"))
    made = pools.looked_through(actor, named, plan, clock.now().date(), absent)
    context = {
        "named": named,
        "plan": plan,
        "made": made,
        "barred": _named_pairs(made),
        "is_ready": plan.state in named.draw.ready,
        "state": _state_of(named, plan),
        "may_draw": who_may.may_draw(actor, plan),
        "cancelled": plan.draws.order_by("turn"),
        "problems": problems,
        "typed": request.POST,
        "absent": absent,
        "shown": SHOWN,
    }
    return render(request, "draws/start.html", context, status=422 if problems else 200)


@require_GET
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a draw: what was committed to, what is done next, and who was drawn."""
    return _page(request, pk, {})


@require_POST
def act(request: HttpRequest, pk: int, do: str) -> HttpResponse:
    """Carry out a draw, enter its result, call a reserve, or call it off."""
    doer = _DOERS.get(do)
    if doer is None:
        raise NotThereError("没有这项操作。", "There is no such action.")
    try:
        told = doer(actor_of(request), pk, request.POST)
    except InvalidError as error:
        return _page(request, pk, error.problems, do)
    messages.success(request, told)
    return redirect("draw", pk=pk)


def _page(
    request: HttpRequest, pk: int, problems: dict[str, Message], do: str = ""
) -> HttpResponse:
    actor = actor_of(request)
    draw = actions.drawn_for(actor, pk)
    day = timezone.localtime(draw.committed_at).date()
    lines = StoredLine.objects.filter(about=draw.about).order_by("number")
    lots = lots_of(actor, draw)
    context: dict[str, Any] = {
        "draw": draw,
        "named": draw.named,
        "line_of": dict(lines.values_list("did", "number")),
        "lots": [one for one in lots if not one.is_reserve or one.entry],
        "reserves": [one for one in lots if one.is_reserve and not one.entry],
        "why_not_oversee": who_may.why_not_oversee(actor, draw.unit, draw.committed_by_id, day),
        "may_enter": who_may.may_draw(actor, draw.plan),
        "may_cancel": who_may.may_cancel_draw(actor, draw.unit),
        "numbers": [
            (_said_of(one), draw.numbers.get(one["key"], "")) for one in draw.terms["sources"]
        ],
        "barred": len(draw.terms["barred"]),
        "left_out": draw.terms["left_out"][:SHOWN],
        "problems": problems,
        "do": do,
        "typed": request.POST,
    }
    return render(request, "draws/draw.html", context, status=422 if problems else 200)


def _state_of(named: NamedDraw, plan: Entry) -> State | None:
    procedure = named.plan.register.procedure
    return procedure.state(plan.state) if procedure else None


def _said_of(source: dict[str, str]) -> str:
    """Get where a number comes from, in words."""
    own = {actions.FIRST: _("确定名单的人的数"), actions.SECOND: _("监督人的数")}
    return own.get(source["key"], source["label"])


def _named_pairs(made: Made) -> list[tuple[str, str]]:
    """Get the first pairs who are kept apart, as people call them."""
    officers = {one.id: one.label for one in made.officers.inside}
    subjects = {one.id: one.label for one in made.subjects.inside}
    return [(officers[one], subjects[other]) for one, other in made.barred[:SHOWN]]


def _ready(actor: Actor) -> QuerySet[Entry]:
    """Get the plans that can be drawn for and have not been."""
    ready = Q(pk__in=())
    for named in catalogue().draws():
        ready |= Q(register=named.plan.name, state__in=named.draw.ready)
    standing = Draw.objects.exclude(state=Draw.State.CANCELLED).filter(plan=OuterRef("pk"))
    plans = policy.entries_for(actor).filter(ready).exclude(Exists(standing))
    return plans.defer("private").order_by("-happened", "-pk")


def _wishes(posted: QueryDict) -> actions.Wishes:
    """Get what somebody who commits says. Raises InvalidError where officers stay away without a reason."""
    absent = _absent(posted, "")
    if absent:
        reason_of(posted.get("absence", ""), "absence")
    if posted.get("mode") == "public":
        return actions.Wishes(public=posted.get("public", "") or " ", absent=absent)
    return actions.Wishes(number=posted.get("number", ""), absent=absent)


def _absent(posted: QueryDict, otherwise: str) -> dict[str, str]:
    """Get the officers who were ticked as not taking part, with the reason that was given for them."""
    why = " ".join(posted.get("absence", "")[:300].split()) or otherwise
    return dict.fromkeys(posted.getlist("absent")[:_MOST_ABSENT], why)


def _carry_out(actor: Actor, pk: int, posted: QueryDict) -> str:
    draw = actions.carry_out(actor, pk, posted.get("number", ""), clock.now())
    return _("已抽取%(many)s个对象，结果已经写入账本。") % {"many": draw.taken}


def _enter(actor: Actor, pk: int, _posted: QueryDict) -> str:
    draw = actions.enter(actor, pk, clock.now())
    label = draw.named.result.register.label
    return _("已登记%(many)s条%(register)s。") % {"many": len(draw.entries), "register": label}


def _replace(actor: Actor, pk: int, posted: QueryDict) -> str:
    reason = posted.get("reason", "")
    actions.replace(actor, pk, posted.get("subject", ""), reason, clock.now())
    return _("已由候补替上，并登记。")


def _cancel(actor: Actor, pk: int, posted: QueryDict) -> str:
    actions.cancel(actor, pk, posted.get("reason", ""), clock.now())
    return _("这次抽取已经作废，记录保留。")


_DOERS: dict[str, _Doer] = {
    "carry-out": _carry_out,
    "enter": _enter,
    "replace": _replace,
    "cancel": _cancel,
}
