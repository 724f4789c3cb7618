"""
What somebody used lately and keeps at hand; the browser keeps it, as it keeps the language.

It names registers and domains only, and whose habits they are: at a shared computer nobody gets those
of another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from zhunsheng.engine.catalogue import NamedRegister, catalogue

MOST_RECENT = 6
MOST_PINNED = 12
_RECENT, _PINNED = "zhunsheng_recent", "zhunsheng_pinned"
_A_YEAR = 365 * 24 * 3600
_LONGEST = 2000


class Habits:
    """Notes which register a page was about."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Handle a request; the list of a register is what counts as using it."""
        response = self.get_response(request)
        match = request.resolver_match
        if match and match.url_name == "list" and response.status_code == 200:
            used, before = match.kwargs["name"], _kept(request, _RECENT)
            if before[:1] != [used]:
                names = [used, *(name for name in before if name != used)]
                _keep(request, response, _RECENT, names[:MOST_RECENT])
        return response


def recent(request: HttpRequest) -> list[NamedRegister]:
    """Get the registers somebody used lately, the latest first."""
    known = {named.name: named for named in catalogue().registers()}
    return [known[name] for name in _kept(request, _RECENT) if name in known][:MOST_RECENT]


def pinned(request: HttpRequest) -> list[str]:
    """Get the keys of the domains somebody put first."""
    return [key for key in _kept(request, _PINNED) if key in catalogue().domains][:MOST_PINNED]


@require_POST
def pin(request: HttpRequest) -> HttpResponse:
    """Put a domain first in the index of registers, or back into its place."""
    keys, chosen = pinned(request), request.POST.get("domain", "")
    response = redirect(reverse("registers"))
    if chosen in catalogue().domains:
        kept = [key for key in keys if key != chosen]
        _keep(request, response, _PINNED, kept if chosen in keys else [chosen, *kept][:MOST_PINNED])
    return response


def _kept(request: HttpRequest, cookie: str) -> list[str]:
    """Get the names a cookie holds for this very person."""
    whose, _, names = request.COOKIES.get(cookie, "")[:_LONGEST].partition(":")
    return names.split("~") if names and whose == str(request.user.pk) else []


def _keep(request: HttpRequest, response: HttpResponse, cookie: str, names: Iterable[str]) -> None:
    kept = f"{request.user.pk}:{'~'.join(names)}"
    secure = request.is_secure()
    response.set_cookie(cookie, kept, max_age=_A_YEAR, httponly=True, samesite="Lax", secure=secure)
