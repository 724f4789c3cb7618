"""Pages of people: the list, one with the roles, and what administrators do to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zhunsheng.engine.messages import Message
from zhunsheng.web import clock, policy
from zhunsheng.web.access import actions as access
from zhunsheng.web.access import codes
from zhunsheng.web.actors import Actor
from zhunsheng.web.managing.reading import chosen, day_or_none, last_day_of, text_of
from zhunsheng.web.organizations import people as actions
from zhunsheng.web.organizations.errors import wrong
from zhunsheng.web.organizations.models import Assignment, Unit, User
from zhunsheng.web.organizations.roles import ROLES, names
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError, NotThereError
from zhunsheng.web.registers.pages import actor_of

PAGE = 50
_Doer = Callable[[Actor, User, QueryDict, datetime], object]


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """List and find the people whose accounts somebody looks after."""
    actor, today = _administrator(request), clock.now().date()
    asked = {key: request.GET.get(key, "")[:100] for key in ("q", "role", "only")}
    found = policy.people_for(actor).order_by("unit__government__path", "unit__code", "username")
    if asked["q"]:
        q = asked["q"].replace("\x00", "")
        found = found.filter(
            Q(full_name__icontains=q) | Q(username__icontains=q) | Q(unit__name__icontains=q)
        )
    going_on = Q(until=None) | Q(until__gte=today)
    if asked["role"] in ROLES:
        holders = Assignment.objects.filter(going_on, role=asked["role"])
        found = found.filter(pk__in=holders.values("user"))
    if asked["only"] == "closed":
        found = found.filter(is_active=False)
    roles = Assignment.objects.filter(going_on).select_related("unit", "stands_in_for")
    found = found.prefetch_related(Prefetch("assignments", roles, to_attr="roles"))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    kept = request.GET.copy()
    kept.pop("page", None)
    return render(
        request,
        "manage/people.html",
        {
            "page": page,
            "asked": asked,
            "kept": kept.urlencode(),
            "roles": names(),
            "may_add": actor.has("system_administrator"),
        },
    )


@never_cache
@require_http_methods(["GET", "POST"])
def new_person(request: HttpRequest) -> HttpResponse:
    """Add a person; the first password is shown once."""
    actor = _administrator(request)
    if not actor.has("system_administrator"):
        raise ForbiddenError("账号由系统管理员办理。", "Accounts are for the system administrator.")
    problems: dict[str, Message] = {}
    if request.method == "POST":
        posted = request.POST
        try:
            unit = _unit(actor, posted)
            username, full_name = text_of(posted, "username"), text_of(posted, "full_name")
            user, password = actions.add_person(actor, username, full_name, unit, clock.now())
        except InvalidError as error:
            problems = error.problems
        else:
            return _password_once(request, user, password)
    context = {"units": _units(actor), "problems": problems, "typed": request.POST}
    return render(request, "manage/person_new.html", context, status=422 if problems else 200)


@require_GET
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a person with account and roles."""
    actor = _administrator(request)
    return _page(request, actor, _shown(actor, pk), {})


@never_cache
@require_POST
def change(request: HttpRequest, pk: int, do: str) -> HttpResponse:
    """Do one of the things that administrators do to a person."""
    actor, at = _administrator(request), clock.now()
    user = _shown(actor, pk)
    if do == "reset-password":
        return _password_once(request, user, access.reset_password(actor, user, at))
    doer = _DOERS.get(do)
    if doer is None:
        raise NotThereError("没有这项操作。", "There is no such action.")
    try:
        doer(actor, user, request.POST, at)
    except InvalidError as error:
        return _page(request, actor, user, error.problems, do=do)
    messages.success(request, _("已办理。"))
    return redirect("person", pk=pk)


def _administrator(request: HttpRequest) -> Actor:
    actor = actor_of(request)
    if not policy.may_see_people(actor):
        raise ForbiddenError(
            "人员和角色由系统管理员、安全管理员、审计管理员查看。",
            "People and roles are for the system, security and audit administrators.",
        )
    return actor


def _shown(actor: Actor, pk: int) -> User:
    found = policy.people_for(actor).filter(pk=pk).first()
    if found is None:
        raise NotThereError(
            "没有这个人员，或者您看不到。", "There is no such person, or you may not see them."
        )
    return found


def _page(
    request: HttpRequest, actor: Actor, user: User, problems: dict[str, Message], do: str = ""
) -> HttpResponse:
    today = clock.now().date()
    held = user.assignments.select_related("unit__government", "stands_in_for").order_by("pk")
    roles = [(one, policy.may_withdraw_roles(actor, user, one.unit)) for one in held]
    gives = policy.may_secure(actor, user)
    keeps = policy.may_keep_account(actor, user)
    context: dict[str, Any] = {
        "person": user,
        "roles": [(one, may) for one, may in roles if one.until is None or one.until >= today],
        "past": [one for one, _may in roles if one.until is not None and one.until < today],
        "secures": gives,
        "keeps": keeps,
        "units": _units(actor) if gives or keeps else [],
        "choices": names(),
        "locked": is_locked(user),
        "has_device": codes.device_of(user) is not None,
        "sessions": user.open_sessions.count(),
        "problems": problems,
        "do": do,
        "typed": request.POST,
        "is_self": actor.user.pk == user.pk,
    }
    return render(request, "manage/person.html", context, status=422 if problems else 200)


def is_locked(user: User) -> bool:
    """Whether somebody is locked out now after too many wrong passwords."""
    # The lock is kept by the real time, whatever time the site is told.
    since = timezone.now() - timedelta(hours=settings.AXES_COOLOFF_TIME)
    tries = AccessAttempt.objects.filter(username=user.username, attempt_time__gte=since)
    return bool(tries.filter(failures_since_start__gte=settings.AXES_FAILURE_LIMIT).exists())


def _password_once(request: HttpRequest, user: User, password: str) -> HttpResponse:
    return render(request, "manage/password_once.html", {"person": user, "password": password})


def _units(actor: Actor) -> list[Unit]:
    units = Unit.objects.filter(government__in=policy.governments_to_manage(actor), until=None)
    return list(units.select_related("government").order_by("government__path", "code"))


def _unit(actor: Actor, posted: QueryDict) -> Unit:
    units = Unit.objects.filter(government__in=policy.governments_to_manage(actor))
    found = chosen(units.select_related("government"), posted.get("unit", ""))
    if found is None:
        raise wrong("unit", "请选择单位。", "Choose a unit.")
    return found


def _change(actor: Actor, user: User, posted: QueryDict, at: datetime) -> None:
    actions.change_person(actor, user, text_of(posted, "full_name"), _unit(actor, posted), at)


def _assign(actor: Actor, user: User, posted: QueryDict, at: datetime) -> None:
    days = (day_or_none(posted, "since", "起日"), day_or_none(posted, "until", "止日"))
    actions.assign(actor, user, _unit(actor, posted), posted.get("role", ""), days, at)


def _withdraw(actor: Actor, user: User, posted: QueryDict, at: datetime) -> None:
    found = chosen(user.assignments.all(), posted.get("assignment", ""))
    if found is None:
        raise NotThereError("没有这个角色。", "There is no such role.")
    actions.withdraw(actor, found, last_day_of(posted, "until", "最后一日", at), at)


_DOERS: dict[str, _Doer] = {
    "change": _change,
    "close": lambda actor, user, _posted, at: actions.deactivate(actor, user, at),
    "open": lambda actor, user, _posted, at: actions.reactivate(actor, user, at),
    "assign": _assign,
    "withdraw": _withdraw,
    "unlock": lambda actor, user, _posted, at: access.unlock(actor, user, at),
    "log-out": lambda actor, user, _posted, at: access.log_out(actor, user, at),
    "remove-second-factor": lambda actor, user, _posted, at: access.remove_second_factor(
        actor, user, at
    ),
}
