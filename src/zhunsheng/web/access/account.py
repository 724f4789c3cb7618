"""Pages for oneself: the password, the second factor, where one is logged in."""

from __future__ import annotations

import io

import segno
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.password_validation import get_default_password_validators
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zhunsheng.engine.messages import Message
from zhunsheng.web import clock
from zhunsheng.web.access import actions, codes, journal, passwords, sessions
from zhunsheng.web.access.duties import SECOND_FACTOR, duty_of
from zhunsheng.web.access.journal import Outcome
from zhunsheng.web.acting import actor_behind
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError, NotThereError


@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """Show what somebody may settle for oneself."""
    user = person(request)
    return render(
        request,
        "access/account.html",
        {
            "has_device": codes.device_of(user) is not None,
            "is_required": codes.is_required(actor_behind(request, user)),
            "left": user.recovery_codes.count(),
            "sessions": len(sessions.open_sessions(user)),
        },
    )


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change the password."""
    user, at = person(request), clock.now()
    problems: dict[str, Message] = {}
    due = passwords.why_change(user, at)
    if request.method == "POST" and journal.too_many(request, at):
        return render(request, "access/too_many.html", status=429)
    if request.method == "POST":
        old, new, again = (request.POST.get(name, "") for name in ("old", "new", "again"))
        try:
            changed = actions.change_own_password(user, old, new, again, at)
        except InvalidError as error:
            problems = error.problems
            if "old" in problems:
                journal.note(request, Outcome.WRONG, user, at)
        else:
            old_key = request.session.session_key
            sessions.end_all(user, but=old_key)
            update_session_auth_hash(request, changed)
            sessions.moved(request.session, old_key)
            messages.success(request, _("密码已更换，其他地方的登录已退出。"))
            return redirect("work" if due else "account")
    rules = [validator.get_help_text() for validator in get_default_password_validators()]
    context = {"problems": problems, "due": due, "rules": [rule for rule in rules if rule]}
    return render(
        request, "access/password.html", context | _bare(due), status=422 if problems else 200
    )


@require_http_methods(["GET", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for the code of the second factor."""
    user, problem, at = person(request), "", clock.now()
    if request.session.get(SECOND_FACTOR) != "due":
        return redirect("work")
    if request.method == "POST":
        if journal.too_many(request, at):
            return render(request, "access/too_many.html", status=429)
        if codes.matches(user, request.POST.get("code", "")[:40]):
            request.session[SECOND_FACTOR] = "done"
            journal.note(request, Outcome.CODE_RIGHT, user, at)
            return redirect(duty_of(request, user) or "work")
        journal.note(request, Outcome.CODE_WRONG, user, at)
        problem = _("口令不对，或者刚刚用过。请等手机上换出新的6位数字再输入；连续输错须等待。")
    context = {"problem": problem, **_bare("due")}
    return render(request, "access/second_factor.html", context, status=422 if problem else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def second_factor_setup(request: HttpRequest) -> HttpResponse:
    """Set up a device for codes; then show the recovery codes once."""
    user = person(request)
    problems: dict[str, Message] = {}
    if request.method == "POST":
        try:
            made = actions.confirm_second_factor(
                user,
                request.POST.get("code", "")[:40],
                request.POST.get("password", ""),
                clock.now(),
            )
        except InvalidError as error:
            problems = error.problems
        else:
            request.session[SECOND_FACTOR] = "done"
            return render(request, "access/recovery_codes.html", {"codes": made})
    device = codes.device_to_confirm(user)
    due = duty_of(request, user) == "second_factor_setup"
    return render(
        request,
        "access/second_factor_setup.html",
        {
            "key": _in_fours(device.config_url),
            "replaces": codes.device_of(user) is not None,
            "problems": problems,
            "due": due,
            **_bare(due),
        },
        status=422 if problems else 200,
    )


@never_cache
@require_GET
def second_factor_image(request: HttpRequest) -> HttpResponse:
    """Get the square to scan, while the device is being set up."""
    address = codes.to_scan(person(request))
    if address is None:
        raise NotThereError("没有待绑定的动态口令。", "No device is being set up.")
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="png", scale=5, border=2)
    return HttpResponse(out.getvalue(), content_type="image/png")


@never_cache
@require_POST
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Make new recovery codes, and show them once."""
    user = person(request)
    if request.session.get(SECOND_FACTOR) != "done":
        raise ForbiddenError("请先绑定动态口令。", "Set up a second factor first.")
    made = actions.renew_recovery_codes(user, clock.now())
    return render(request, "access/recovery_codes.html", {"codes": made})


@require_POST
def second_factor_remove(request: HttpRequest) -> HttpResponse:
    """Do without a second factor again, where the site allows it."""
    actor = actor_behind(request, person(request))
    actions.remove_own_second_factor(actor, request.POST.get("password", ""), clock.now())
    request.session.pop(SECOND_FACTOR, None)
    messages.success(request, _("已停用动态口令。"))
    return redirect("account")


@require_http_methods(["GET", "POST"])
def own_sessions(request: HttpRequest) -> HttpResponse:
    """Show where somebody is logged in; log out elsewhere."""
    user = person(request)
    if request.method == "POST":
        ended = sessions.end_all(user, but=request.session.session_key)
        messages.success(request, _("已退出其他%(count)s处登录。") % {"count": ended})
        return redirect("sessions")
    context = {"sessions": sessions.open_sessions(user), "here": request.session.session_key}
    return render(request, "access/sessions.html", context)


def person(request: HttpRequest) -> User:
    """Get who is logged in. Raises ForbiddenError where nobody is."""
    if not isinstance(request.user, User):
        raise ForbiddenError("请先登录。", "Log in first.")
    return User.objects.get(pk=request.user.pk)


def _bare(due: object) -> dict[str, None]:
    """Get a page without the ways elsewhere, while something is due first."""
    return {"actor": None} if due else {}


def _in_fours(url: str) -> str:
    key = url.partition("secret=")[2].partition("&")[0]
    return " ".join(key[place : place + 4] for place in range(0, len(key), 4))
