"""What several pages of registers share: who acts, which fields are asked at entry, for which unit."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.registers.fields import Field
from zhunsheng.web import clock, policy
from zhunsheng.web.organizations.models import Unit, User
from zhunsheng.web.policy import Actor
from zhunsheng.web.registers.errors import ForbiddenError


def actor_of(request: HttpRequest) -> Actor:
    """Get who asks for a page. Raises ForbiddenError without a login."""
    if not isinstance(request.user, User):
        raise ForbiddenError("请先登录。", "Log in first.")
    return policy.actor_of(request.user, clock.now().date())


def entry_fields(named: NamedRegister) -> list[Field]:
    """Get the fields that are asked for at entry."""
    return [field for field in named.register.fields if is_for_entry(named, field.key)]


def is_for_entry(named: NamedRegister, key: str) -> bool:
    """Whether a field is asked for at entry: not those that a step fills later."""
    procedure = named.register.procedure
    later = {
        asked
        for step in (procedure.steps if procedure else ())
        for asked in (*step.requires, *step.asks)
    }
    return key not in later or named.register.field(key).required


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
