"""
How many requests are answered: of one token, and of one address.

Counts are kept in the site's cache. The one in memory counts for its own process; a site of several
processes that must count exactly sets a cache they share.
"""

from __future__ import annotations

import math
from typing import Literal

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from ninja.throttling import BaseThrottle

from zhunsheng.web import clock

_MINUTE = 60


class PerMinute(BaseThrottle):
    """
    Counts requests by the minute.

    Counting is one atomic step of the cache, so that threads do not count over each other, which
    ninja's own throttles do.
    """

    def __init__(self, scope: Literal["token", "address"]) -> None:
        self.scope = scope

    def allow_request(self, request: HttpRequest) -> bool:
        """Whether one more request is answered within this minute."""
        minute = int(clock.now().timestamp()) // _MINUTE
        key = f"api-{self.scope}-{self._who(request)}-{minute}"
        most: int = settings.API_RATES[self.scope]
        if cache.add(key, 1, 2 * _MINUTE):
            return most > 0
        try:
            return cache.incr(key) <= most
        except ValueError:
            # It went out of the cache between the two: the count starts again.
            return True

    def wait(self) -> float:
        """Get the seconds until the next minute."""
        return _MINUTE - math.floor(clock.now().timestamp()) % _MINUTE

    def _who(self, request: HttpRequest) -> str:
        if self.scope == "token":
            return str(getattr(request, "auth", None))
        # Any text may stand in the header of a proxy; a key of the cache holds no spaces.
        return "".join((self.get_ident(request) or "").split())[:80]
