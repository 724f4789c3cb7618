"""What is done with paragraphs from the page of a report: accept, give back, leave out, reopen, move."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zhunsheng.engine.messages import Message
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.web import clock
from zhunsheng.web.language import said
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError, NotThereError
from zhunsheng.web.registers.pages import actor_of, version_of
from zhunsheng.web.reporting import changing, starting, who_may
from zhunsheng.web.reporting.held import HeldReport, held_of

_MOST = 500
_LONGEST_KEY = 15
_NOTHING = Message(
    "没有勾选等待采用的段落。请先勾选。", "No paragraph that waits was ticked. Tick some first."
)
_Doer = Callable[[HttpRequest, HeldReport, int], str]


@require_POST
def act(request: HttpRequest, pk: int, one: int) -> HttpResponse:
    """Do something with one paragraph."""
    held = held_of(actor_of(request), pk, clock.now().date())
    doer = _DOERS.get(request.POST.get("do", ""))
    if doer is None:
        raise NotThereError("没有这项操作。", "There is no such action.")
    _tell(request, lambda: doer(request, held, one))
    return redirect(f"{reverse('report', args=[pk])}#p{one}")


@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept the paragraphs that were ticked, or all that wait."""
    held = held_of(actor_of(request), pk, clock.now().date())
    ticked = [int(text) for text in request.POST.getlist("one")[:_MOST] if _is_key(text)]
    if "all" in request.POST:
        ticked = [one.pk for one in held.paragraphs]

    def do() -> str:
        many = changing.accept(held.actor, held, ticked, clock.now())
        if not many:
            raise InvalidError({"one": _NOTHING})
        return _("已采用%s段。") % many

    _tell(request, do)
    return redirect("report", pk=pk)


@require_http_methods(["GET", "POST"])
def more(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what can still be proposed by now and what cannot, and add what is chosen."""
    held = held_of(actor_of(request), pk, clock.now().date())
    if not who_may.may_draft(held.actor, held.entry):
        raise ForbiddenError("补充语句由统筹员办理。", "The coordinator adds statements.")
    changing.refuse_frozen(held)
    if request.method == "POST":
        many = starting.supplement(
            held.actor, held, request.POST.getlist("statement")[:_MOST], clock.now()
        )
        messages.success(request, _("已补充%s段，请核对采用。") % many)
        return redirect("report", pk=pk)
    found = starting.more_for(held.actor, held)
    context = {
        "held": held,
        "report": held.entry,
        "proposed": [(starting.key_of(one), one) for one in found.paragraphs],
        "left": found.left,
    }
    return render(request, "reporting/more.html", context)


def _tell(request: HttpRequest, do: Callable[[], str]) -> None:
    """Do something, and say on the next page what was done or why not."""
    try:
        messages.success(request, do())
    except InvalidError as error:
        messages.error(request, " ".join(said(one) for one in error.problems.values()))
    except (ForbiddenError, NotThereError):
        raise
    except RefusedError as error:
        messages.error(request, said(error.message))


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < _LONGEST_KEY


def _give_back(request: HttpRequest, held: HeldReport, one: int) -> str:
    reason = request.POST.get("reason", "")
    changing.give_back(held.actor, held, one, version_of(request), reason, clock.now())
    return _("已退回单位修改。")


def _leave_out(request: HttpRequest, held: HeldReport, one: int) -> str:
    reason = request.POST.get("reason", "")
    changing.leave_out(held.actor, held, one, version_of(request), reason, clock.now())
    return _("这一段不写进报告，理由已经留下。")


def _accept(_request: HttpRequest, held: HeldReport, one: int) -> str:
    changing.accept(held.actor, held, [changing.paragraph_of(held, one).pk], clock.now())
    return _("已采用。")


def _reopen(request: HttpRequest, held: HeldReport, one: int) -> str:
    changing.reopen(held.actor, held, one, version_of(request), clock.now())
    return _("已重新打开。")


def _up(_request: HttpRequest, held: HeldReport, one: int) -> str:
    changing.move(held.actor, held, one, up=True, at=clock.now())
    return _("已上移。")


def _down(_request: HttpRequest, held: HeldReport, one: int) -> str:
    changing.move(held.actor, held, one, up=False, at=clock.now())
    return _("已下移。")


_DOERS: dict[str, _Doer] = {
    "accept": _accept,
    "return": _give_back,
    "leave_out": _leave_out,
    "reopen": _reopen,
    "up": _up,
    "down": _down,
}
