"""Pages of governments: the tree, and one with its units and groups."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zhunsheng.engine.messages import Message
from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.managing.reading import chosen, day_of, day_or_none, is_key, names_of, text_of
from zhunsheng.web.organizations import actions
from zhunsheng.web.organizations.models import Government, Unit
from zhunsheng.web.organizations.units import members_on
from zhunsheng.web.registers.errors import InvalidError, NotThereError
from zhunsheng.web.registers.pages import actor_of

_Doer = Callable[[Actor, Government, QueryDict, datetime], object]


@require_GET
def organizations(request: HttpRequest) -> HttpResponse:
    """Show the first of the governments that somebody may look up."""
    first = policy.governments_shown_to(actor_of(request)).order_by("path").first()
    if first is None:
        raise NotThereError("您还没有角色，看不到单位。", "You have no role yet and see no units.")
    return redirect("government", pk=first.pk)


@require_GET
def government(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a government in the tree, with its units and groups."""
    return _page(request, _shown(actor_of(request), pk), {})


@require_POST
def change(request: HttpRequest, pk: int, do: str) -> HttpResponse:
    """Change a government, or add a unit, a group, a government below."""
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
    return redirect("government", pk=pk)


def _shown(actor: Actor, pk: int) -> Government:
    found = policy.governments_shown_to(actor).filter(pk=pk).first()
    if found is None:
        raise NotThereError(
            "没有这个政府，或者您看不到。", "There is no such government, or you may not see it."
        )
    return found


def _page(
    request: HttpRequest, found: Government, problems: dict[str, Message], do: str = ""
) -> HttpResponse:
    actor, today = actor_of(request), clock.now().date()
    units = list(found.units.select_related("successor").order_by("code"))
    groups = list(found.groups.all())
    over = [unit for unit in units if unit.until is not None and unit.until < today]
    return render(
        request,
        "manage/government.html",
        {
            "government": found,
            "tree": _tree(actor, found),
            "units": [unit for unit in units if unit not in over],
            "over": over,
            "groups": [(group, members_on(group, today)) for group in groups],
            "may_organize": policy.may_organize(actor, found),
            "levels": Government.Level.choices,
            "problems": problems,
            "do": do,
            "typed": request.POST,
            "today": today,
        },
        status=422 if problems else 200,
    )


def _tree(actor: Actor, found: Government) -> list[tuple[int, Government]]:
    """Get the way down to a government and what is right below it, each with its depth."""
    shown = policy.governments_shown_to(actor)
    codes = [code for code in found.path.split("/") if code]
    near = list(shown.filter(Q(code__in=codes) | Q(parent=found)).order_by("path"))
    top = min((one.path.count("/") for one in near), default=0)
    return [(one.path.count("/") - top, one) for one in near]


def _rename(actor: Actor, found: Government, posted: QueryDict, at: datetime) -> None:
    on = day_of(posted, "on", "启用日期")
    actions.rename_government(actor, found, text_of(posted, "name"), on, at)


def _add_government(actor: Actor, found: Government, posted: QueryDict, at: datetime) -> None:
    code, name, level = (text_of(posted, key) for key in ("code", "name", "level"))
    actions.add_government(actor, code, name, level, found, at)


def _add_unit(actor: Actor, found: Government, posted: QueryDict, at: datetime) -> None:
    since: date | None = day_or_none(posted, "since", "成立日期")
    actions.add_unit(
        actor,
        found,
        text_of(posted, "code"),
        text_of(posted, "name"),
        at,
        aliases=names_of(posted, "aliases"),
        since=since,
    )


def _add_group(actor: Actor, found: Government, posted: QueryDict, at: datetime) -> None:
    actions.add_group(actor, found, text_of(posted, "name"), _units(found, posted), None, at)


def _set_members(actor: Actor, found: Government, posted: QueryDict, at: datetime) -> None:
    group = chosen(found.groups.all(), posted.get("group", ""))
    if group is None:
        raise NotThereError("没有这个单位组。", "There is no such group.")
    actions.set_members(actor, group, _units(found, posted), at.date(), at)


def _units(found: Government, posted: QueryDict) -> list[Unit]:
    keys = [int(key) for key in posted.getlist("members")[:5000] if is_key(key)]
    return list(found.units.filter(pk__in=keys))


_DOERS: dict[str, _Doer] = {
    "rename": _rename,
    "add-government": _add_government,
    "add-unit": _add_unit,
    "add-group": _add_group,
    "set-members": _set_members,
}
