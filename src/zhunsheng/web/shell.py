"""What every page shows around its content: who acts, for whom, and where one can go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.web import clock, habits, policy
from zhunsheng.web.acting import actor_behind
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Assignment, Unit, User
from zhunsheng.web.organizations.roles import ADMINISTRATORS
from zhunsheng.web.registers.pages import actor_of

_CHOSEN = "acting_for"


@dataclass(frozen=True, slots=True)
class Place:
    """
    An entry of the main navigation.

    `current` is what `aria-current` says of it: the page itself, something within it, or nothing.
    `key` leads there after the key g.
    """

    label: str
    address: str
    key: str
    current: str


def shell(request: HttpRequest) -> dict[str, Any]:
    """Get what the frame of a page shows; next to nothing before somebody has logged in."""
    user = getattr(request, "user", None)
    always = {"is_demonstration": settings.DEMONSTRATION}
    if not isinstance(user, User):
        return always
    actor = actor_behind(request, user)
    # A page without the frame, such as a part of one, asks the database for none of this.
    roles: Any = SimpleLazyObject(lambda: _roles(actor))
    units: Any = SimpleLazyObject(lambda: list(dict.fromkeys(one.unit for one in roles)))
    return {
        **always,
        "actor": actor,
        "sees_ledger": policy.may_verify(actor),
        "main_places": list(_places(request, actor)),
        "acting_roles": roles,
        "acting_units": units,
        "acting_for": SimpleLazyObject(lambda: acting_for(request, units)),
        "recent_registers": habits.recent(request),
        "pinned_domains": habits.pinned(request),
        "printed_at": clock.now(),
    }


def acting_for(request: HttpRequest, units: Iterable[Unit]) -> Unit | None:
    """Get which of some units somebody chose to act for; the first where none of them was chosen."""
    listed = list(units)
    chosen = request.session.get(_CHOSEN)
    return next((unit for unit in listed if unit.pk == chosen), listed[0] if listed else None)


@require_POST
def act_for(request: HttpRequest) -> HttpResponse:
    """Keep for this session which unit somebody acts for, and go back to the page it was chosen on."""
    units = {grant.unit for grant in actor_of(request).grants}
    chosen = request.POST.get("unit", "")
    if chosen in map(str, units):
        request.session[_CHOSEN] = int(chosen)
    return redirect(back_to(request))


def back_to(request: HttpRequest) -> str:
    """Get the page of this site that a form was sent from; the first page where it names another."""
    back = request.POST.get("next", "/")
    if url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return back
    return "/"


def _roles(actor: Actor) -> list[Assignment]:
    """Get the roles somebody has today with their units, one for each unit and role."""
    held = {(grant.unit, grant.role) for grant in actor.grants}
    found = Assignment.objects.filter(user=actor.user).select_related("unit__government")
    return [one for one in found.order_by("pk") if (one.unit_id, one.role) in held]


def _places(request: HttpRequest, actor: Actor) -> Iterator[Place]:
    """Get where somebody can go: only what this site has, and what is theirs."""
    wanted = [
        (_("我的工作"), "work", "w", (), True),
        (_("年度计划"), "plans", "p", (), bool(actor.grants)),
        (_("台账"), "registers", "r", ("/entries/", "/law-map/", "/draws/"), True),
        (_("指标"), "indicators", "i", ("/statistics/", "/validation/"), bool(actor.grants)),
        (_("年度报告"), "reports", "a", (), bool(actor.grants)),
        (_("看板"), "dashboard", "d", (), bool(actor.grants)),
        (_("到期日历"), "calendar", "c", (), True),
        (_("账本"), "ledger", "l", (), policy.may_verify(actor)),
        (_("管理"), "manage", "m", (), actor.has(*ADMINISTRATORS)),
    ]
    for label, name, key, covers, is_theirs in wanted:
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue
        if is_theirs:
            yield Place(label, address, key, _current(request.path, address, covers))


def _current(path: str, address: str, covers: tuple[str, ...]) -> str:
    if path == address:
        return "page"
    # Everything is below the first page; that says nothing.
    below = (address, *covers) if address != "/" else covers
    return "true" if below and path.startswith(below) else ""
