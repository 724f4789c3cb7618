"""What the buttons of the comments on an entry do."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhunsheng.web import clock
from zhunsheng.web.registers import commenting
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.pages import actor_of, entry_of
from zhunsheng.web.registers.record import page_of


@require_POST
def say(request: HttpRequest, pk: int) -> HttpResponse:
    """Say something about an entry."""
    actor = actor_of(request)
    mentions = [
        int(key) for key in request.POST.getlist("mention") if key.isascii() and key.isdigit()
    ]
    text = request.POST.get("comment", "")
    try:
        commenting.comment(actor, pk, text, mentions, clock.now())
    except InvalidError as error:
        entry, named = entry_of(actor, pk)
        context = page_of(actor, entry, named) | {"said": text, "problems": error.problems}
        return render(request, "registers/record.html", context, status=422)
    messages.success(request, _("已留言。"))
    return redirect("record", pk=pk)


@require_POST
def unsay(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    """Withdraw one's own comment."""
    actor = actor_of(request)
    entry_of(actor, pk)
    commenting.withdraw_comment(actor, comment, clock.now())
    messages.success(request, _("已撤回留言，内容不再显示。"))
    return redirect("record", pk=pk)
