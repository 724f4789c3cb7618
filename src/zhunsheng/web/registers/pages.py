"""What several pages of registers share: who acts, for which unit, and files to keep."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.web import policy
from zhunsheng.web.acting import actor_behind
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Unit, User
from zhunsheng.web.registers.errors import ForbiddenError, NotThereError
from zhunsheng.web.registers.models import Entry


def actor_of(request: HttpRequest) -> Actor:
    """Get who asks for a page. Raises ForbiddenError without a login."""
    if not isinstance(request.user, User):
        raise ForbiddenError("请先登录。", "Log in first.")
    return actor_behind(request, request.user)


def unit_of(units: list[Unit], pk: str) -> Unit:
    """Get the chosen one of some units; the first where none of them was chosen."""
    for unit in units:
        if str(unit.pk) == pk:
            return unit
    return units[0]


def download(content: bytes, name: str) -> HttpResponse:
    """Get a workbook as a file to keep."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def entry_of(actor: Actor, pk: int) -> tuple[Entry, NamedRegister]:
    """Get an entry that somebody may see, with its register. Raises NotThereError."""
    entry = policy.entries_for(actor).filter(pk=pk).select_related("changed_by").first()
    if entry is None:
        raise NotThereError(
            "没有这条记录，或者您没有查看的权限。", "There is no such entry that you may see."
        )
    return entry, catalogue().register(entry.register)


def version_of(request: HttpRequest) -> int:
    """Get the version of an entry that a form was made from; -1 where it does not say."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
