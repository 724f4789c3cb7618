"""What several pages of registers share: who acts, for which unit, and files to keep."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from zhunsheng.web import clock, policy
from zhunsheng.web.organizations.models import Unit, User
from zhunsheng.web.policy import Actor
from zhunsheng.web.registers.errors import ForbiddenError


def actor_of(request: HttpRequest) -> Actor:
    """Get who asks for a page. Raises ForbiddenError without a login."""
    if not isinstance(request.user, User):
        raise ForbiddenError("请先登录。", "Log in first.")
    return policy.actor_of(request.user, clock.now().date())


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
