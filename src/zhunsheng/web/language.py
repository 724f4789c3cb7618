"""
The language of the site: Chinese, or English for whoever chose it.

The browser's own languages are not asked: an office machine set up in English still serves an office
that works in Chinese.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from zhunsheng.engine.messages import Message

COOKIE = "zhunsheng_language"
_A_YEAR = 365 * 24 * 3600


def said(message: Message) -> str:
    """Get a message in the language of the page that is being made."""
    return message.en if translation.get_language() == "en" else message.zh


def listed(words: Iterable[object], comma: str = "、") -> str:
    """Get things one after another; `comma` is the Chinese one, English has its own in its place."""
    if translation.get_language() == "en":
        comma = "; " if comma == "；" else ", "
    return comma.join(map(str, words))


class ChosenLanguage:
    """Makes each page in the language its reader chose."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Handle a request."""
        chosen = request.COOKIES.get(COOKIE, "")
        known = {code for code, _ in settings.LANGUAGES}
        with translation.override(chosen if chosen in known else settings.LANGUAGE_CODE):
            return self.get_response(request)


@require_POST
@login_not_required
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language, and go back to the page it was chosen on."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = redirect(back)
    chosen = request.POST.get("language", "")
    if chosen in {code for code, _ in settings.LANGUAGES}:
        response.set_cookie(COOKIE, chosen, max_age=_A_YEAR, httponly=True, samesite="Lax")
    return response
