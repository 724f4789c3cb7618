"""The first page of plans: which are in force, and which documents are being read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import policy
from zhunsheng.web.planning import drafting, keys
from zhunsheng.web.registers.pages import actor_of

_MOST = 100


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Show the plans somebody may see, the latest first, and the drafts they may go on with."""
    actor = actor_of(request)
    plans = policy.entries_to_refer_to(actor).filter(register=keys.PLAN).order_by("-pk")[:_MOST]
    register = catalogue().register(keys.PLAN).register
    kinds = {one.key: one.label for one in register.field("kind").choices}
    states = {one.key: one.label for one in register.procedure.states} if register.procedure else {}
    context = {
        "plans": [
            (plan, kinds.get(str(plan.values.get("kind")), ""), states.get(plan.state, ""))
            for plan in plans
        ],
        "drafts": drafting.drafts_for(actor).filter(plan=None)[:_MOST],
        "plans_here": policy.units_that_plan(actor).exists(),
    }
    return render(request, "planning/index.html", context)
