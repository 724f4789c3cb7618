"""
Who calls: a token, and through it its owner with the roles of today.

Every question of permission goes on to `policy`; a token only narrows what its owner may.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja.errors import Throttled
from ninja.security import HttpBearer
from ninja.security.base import AuthBase

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.web import actors, clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.api.models import ApiToken
from zhunsheng.web.api.rates import PerMinute
from zhunsheng.web.api.tokens import token_of
from zhunsheng.web.organizations.models import Unit, User
from zhunsheng.web.registers.errors import ForbiddenError, NotThereError
from zhunsheng.web.registers.models import Entry

BY_ADDRESS = PerMinute("address")
BY_TOKEN = PerMinute("token")


@dataclass(frozen=True, slots=True)
class Caller:
    """A token with its owner, as of the moment of a request."""

    token: ApiToken
    actor: Actor
    at: datetime

    def __str__(self) -> str:
        return f"token-{self.token.pk}"

    def register(self, name: str) -> NamedRegister:
        """Get a register that the token may touch. Raises UnknownNameError, ForbiddenError."""
        named = catalogue().register(name)
        if self.token.registers and name not in self.token.registers:
            raise ForbiddenError(
                f"令牌的范围不包括“{named.register.label}”。",
                f"The scope of the token leaves out {name}.",
            )
        return named

    def entries(self, named: NamedRegister) -> QuerySet[Entry]:
        """Get the entries of a register that the owner may see and the token may touch."""
        entries = policy.entries_for(self.actor).filter(register=named.name)
        entries = entries.select_related("unit__government", "government")
        if self.token.unit_id is not None:
            entries = entries.filter(unit=self.token.unit_id)
        return entries

    def entry(self, named: NamedRegister, pk: int) -> Entry:
        """Get one of those entries. Raises NotThereError."""
        entry = self.entries(named).filter(pk=pk).select_related("changed_by").first()
        if entry is None:
            raise NotThereError(
                "没有这条记录，或者您没有查看的权限。", "There is no such entry that you may see."
            )
        return entry

    def unit_to_enter_for(self, pk: int, named: NamedRegister) -> Unit:
        """Get a unit for which owner and token may enter in a register. Raises ForbiddenError."""
        units = policy.units_to_enter_for(self.actor, named.register.entered_by)
        if self.token.unit_id is not None:
            units = units.filter(pk=self.token.unit_id)
        unit = units.filter(pk=pk).first()
        if unit is None:
            raise ForbiddenError("您没有在该单位填报的权限。", "You may not enter for this unit.")
        return unit

    def must_write(self) -> None:
        """Refuse a token that only reads. Raises ForbiddenError."""
        if not self.token.writes:
            raise ForbiddenError("这个令牌只能读取。", "This token only reads.")


class Called(HttpRequest):
    """A request that a token made."""

    auth: Caller


class ByToken(HttpBearer):
    """Lets in who shows a token; counts every request of an address, with a token or without."""

    openapi_description = "令牌在“我的令牌”页生成。"

    def __call__(self, request: HttpRequest) -> Caller | None:
        """Get who calls; None without a token that holds. Raises Throttled."""
        if not BY_ADDRESS.allow_request(request):
            raise Throttled(wait=int(BY_ADDRESS.wait()))
        found: Caller | None = super().__call__(request)
        return found

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:  # noqa: ARG002
        """Get who calls by the secret of a token."""
        at = clock.now()
        found = token_of(token.strip(), at)
        return Caller(found, actors.actor_of(found.user, at.date()), at) if found else None


class ByLogin(AuthBase):
    """Lets in who is logged in to the site: for what is only read."""

    openapi_type = "apiKey"
    openapi_in = "cookie"
    openapi_name = "sessionid"

    def __call__(self, request: HttpRequest) -> str | None:
        """Get a name for who is logged in, which no token has; None where nobody is."""
        return f"user-{request.user.pk}" if isinstance(request.user, User) else None
