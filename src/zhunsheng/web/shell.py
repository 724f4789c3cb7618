"""What every page shows around its content: who acts, for whom, and where one can go."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from zhunsheng.web import policy
from zhunsheng.web.acting import actor_behind


def shell(request: HttpRequest) -> dict[str, Any]:
    """Get the actor for the frame of a page."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    actor = actor_behind(request, user)
    return {"actor": actor, "sees_ledger": policy.may_verify(actor)}
