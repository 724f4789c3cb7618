"""Who asks for a page of the ledger."""

from __future__ import annotations

from django.http import HttpRequest

from zhunsheng.web import actors, clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers.errors import ForbiddenError


def actor_who_verifies(request: HttpRequest) -> Actor:
    """Get who asks. Raises ForbiddenError for those who may not look into the ledger."""
    user = request.user
    if isinstance(user, User):
        actor = actors.actor_of(user, clock.now().date())
        if policy.may_verify(actor):
            return actor
    raise ForbiddenError(
        "查看账本须有审计管理员、督察员或者统筹员的角色。",
        "The ledger is for audit administrators, inspectors and coordinators.",
    )
