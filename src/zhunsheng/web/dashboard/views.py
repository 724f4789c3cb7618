"""The board: cards of indicators by role, late work beside them, and the form that changes the cards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zhunsheng.engine.catalogue import NamedIndicator, catalogue
from zhunsheng.web.dashboard import keeping
from zhunsheng.web.dashboard.boards import board_of, looks_after
from zhunsheng.web.indicators.pages import words
from zhunsheng.web.indicators.pages.asking import Asked, asked_of, own_unit
from zhunsheng.web.indicators.pages.choices import chooser, name_of
from zhunsheng.web.indicators.pages.listing import ordinary, with_period
from zhunsheng.web.organizations.models import Government
from zhunsheng.web.registers.pages import actor_of
from zhunsheng.web.work.views import UNITS, UnitRow, by_unit

_MOVES = {"earlier": -1, "later": 1}


@require_GET
@with_period
def dashboard(request: HttpRequest) -> HttpResponse:
    """Show somebody's board."""
    asked = _asked(request)
    chosen = keeping.chosen(asked.actor.user)
    board = board_of(chosen, asked)
    edits = request.GET.get("edit") == "1"
    oversees = asked.place.unit is None and looks_after(asked.actor, asked.place.government)
    context: dict[str, Any] = {
        "asked": asked,
        "place": name_of(asked.place),
        "chooser": chooser(asked),
        "board": board,
        "edits": edits,
        "keeps": {"edit": "1" if edits else ""},
        "offered": _offered(chosen) if edits else [],
        "most": keeping.MOST,
        "is_full": len(chosen) >= keeping.MOST,
        "late": _late(asked) if oversees else None,
        "as_of": words.as_of(board.position),
    }
    return render(request, "dashboard/dashboard.html", context)


@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """Add, remove or move a card of one's own board, or bring the usual ones back."""
    user, asked = actor_of(request).user, request.POST
    name = asked.get("indicator", "")
    if "add" in asked:
        keeping.add(user, name)
    elif "remove" in asked:
        keeping.remove(user, name)
    elif "reset" in asked:
        keeping.reset(user)
    for move, by in _MOVES.items():
        if move in asked:
            keeping.move(user, name, by)
    messages.success(request, _("看板已保存。"))
    kept = {"period": asked.get("period", ""), "place": asked.get("place", ""), "edit": "1"}
    query = urlencode({key: value[:40] for key, value in kept.items() if value})
    return redirect(f"{reverse('dashboard')}?{query}")


def _asked(request: HttpRequest) -> Asked:
    """Get what is asked for; without a place, one's unit for those who look after no government."""
    asked = asked_of(request)
    if request.GET.get("place"):
        return asked
    unit = own_unit(request, asked.actor)
    if unit is None or looks_after(asked.actor, unit.government):
        return asked
    return replace(asked, place=replace(asked.place, unit=unit))


def _late(asked: Asked) -> list[UnitRow]:
    """Get the units of the government and of those below it with late work, as far as may be seen."""
    below = Government.objects.filter(path__startswith=asked.place.government.path)
    within = Q(government__in=list(below.values_list("pk", flat=True)))
    return by_unit(asked.actor, asked.today, within)[:UNITS]


def _offered(chosen: list[NamedIndicator]) -> list[tuple[str, list[NamedIndicator]]]:
    """Get what can be added, by domain: all that stand in no official table, and are not there yet."""
    there = {named.name for named in chosen}
    found: dict[str, list[NamedIndicator]] = {}
    for named in ordinary():
        if named.name not in there:
            found.setdefault(catalogue().domains[named.domain.key].label, []).append(named)
    return list(found.items())
