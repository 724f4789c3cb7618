"""The number at the bell."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from django.http import HttpRequest

from zhunsheng.web.notifications.models import Notification


def bell(request: HttpRequest) -> dict[str, Callable[[], int]]:
    """Get how many notifications are unread: one query, and only where a page shows it."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    pk = user.pk

    @cache
    def unread() -> int:
        return Notification.objects.filter(recipient=pk, read=None).count()

    return {"unread_notifications": unread}
