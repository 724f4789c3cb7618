"""The page of a unit: its names and their days, aliases, merging, and who has roles in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zhunsheng.engine.messages import Message
from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.managing.reading import chosen, day_of, names_of, text_of
from zhunsheng.web.organizations import actions
from zhunsheng.web.organizations.errors import wrong
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.organizations.units import names_of as all_names
from zhunsheng.web.organizations.units import units_on
from zhunsheng.web.registers.errors import InvalidError, NotThereError
from zhunsheng.web.registers.pages import actor_of

_Doer = Callable[[Actor, Unit, QueryDict, datetime], object]


@require_GET
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a unit."""
    return _page(request, _shown(actor_of(request), pk), {})


@require_POST
def change(request: HttpRequest, pk: int, do: str) -> HttpResponse:
    """Rename a unit, say its aliases, merge it or let it end."""
    actor, at = actor_of(request), clock.now()
    found = _shown(actor, pk)
    doer = _DOERS.get(do)
    if doer is None:
        raise NotThereError("没有这项操作。", "There is no such action.")
    try:
        doer(actor, found, request.POST, at)
    except InvalidError as error:
        return _page(request, found, error.problems, do=do)
    messages.success(request, _("已保存。"))
    return redirect("unit", pk=pk)


def _shown(actor: Actor, pk: int) -> Unit:
    units = Unit.objects.select_related("government", "successor")
    found = units.filter(pk=pk, government__in=policy.governments_shown_to(actor)).first()
    if found is None:
        raise NotThereError(
            "没有这个单位，或者您看不到。", "There is no such unit, or you may not see it."
        )
    return found


def _page(
    request: HttpRequest, found: Unit, problems: dict[str, Message], do: str = ""
) -> HttpResponse:
    actor, today = actor_of(request), clock.now().date()
    roles = []
    if policy.may_see_people(actor):
        held = found.assignments.select_related("user", "stands_in_for").order_by("role", "pk")
        roles = [one for one in held if one.until is None or one.until >= today]
    return render(
        request,
        "manage/unit.html",
        {
            "unit": found,
            "names": all_names(found),
            "merged": list(found.merged.order_by("until")),
            "others": [one for one in units_on(found.government, today) if one.pk != found.pk],
            "roles": roles,
            "sees_people": policy.may_see_people(actor),
            "may_organize": policy.may_organize(actor, found.government),
            "problems": problems,
            "do": do,
            "typed": request.POST,
            "today": today,
        },
        status=422 if problems else 200,
    )


def _rename(actor: Actor, found: Unit, posted: QueryDict, at: datetime) -> None:
    on = day_of(posted, "on", "启用日期")
    actions.rename_unit(actor, found, text_of(posted, "name"), on, at)


def _set_aliases(actor: Actor, found: Unit, posted: QueryDict, at: datetime) -> None:
    actions.set_aliases(actor, found, names_of(posted, "aliases"), at)


def _merge(actor: Actor, found: Unit, posted: QueryDict, at: datetime) -> None:
    into = chosen(found.government.units.all(), posted.get("into", ""))
    if into is None:
        raise wrong("into", "请选择并入哪个单位。", "Choose the unit to merge into.")
    actions.merge_unit(actor, found, into, day_of(posted, "on", "并入日期"), at)


def _end(actor: Actor, found: Unit, posted: QueryDict, at: datetime) -> None:
    actions.end_unit(actor, found, day_of(posted, "on", "最后一日"), at)


_DOERS: dict[str, _Doer] = {
    "rename": _rename,
    "aliases": _set_aliases,
    "merge": _merge,
    "end": _end,
}
