"""Who acts behind a request: asked for once, however often it is needed for one page."""

from __future__ import annotations

from django.http import HttpRequest

from zhunsheng.web import actors, clock
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import User

_KEPT = "_zhunsheng_actor"


def actor_behind(request: HttpRequest, user: User) -> Actor:
    """Get the actor of the request's user, kept with the request."""
    kept = getattr(request, _KEPT, None)
    if not isinstance(kept, Actor) or kept.user.pk != user.pk:
        kept = actors.actor_of(user, clock.now().date())
        setattr(request, _KEPT, kept)
    return kept
