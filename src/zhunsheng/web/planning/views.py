"""The first page of plans: which are in force, and which documents are being read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zhunsheng.web import policy
from zhunsheng.web.planning import keys
from zhunsheng.web.registers.pages import actor_of


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Show the plans somebody may see, the latest first."""
    actor = actor_of(request)
    plans = policy.entries_to_refer_to(actor).filter(register=keys.PLAN).order_by("-pk")
    return render(request, "planning/index.html", {"plans": plans[:100]})
