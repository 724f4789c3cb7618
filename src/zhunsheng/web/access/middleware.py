"""Sessions end when their time is over, and what is due first comes first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from zhunsheng.web import clock
from zhunsheng.web.access import sessions
from zhunsheng.web.access.duties import ALWAYS, PAGES, duty_of
from zhunsheng.web.access.journal import Outcome, note
from zhunsheng.web.organizations.models import User


class Gate:
    """Lets somebody on who is logged in, within the session's time, and has no duty left."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Handle a request."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *_: Any
    ) -> HttpResponse | None:
        """Get the page to go to first; None where the request may go on."""
        del view
        user = request.user
        if not isinstance(user, User) or not user.is_authenticated:
            return None
        at = clock.now()
        if why := sessions.why_over(request.session, at):
            note(request, Outcome.SENT_OUT, user, at)
            logout(request)
            messages.info(request, why)
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        sessions.touch(request.session, at)
        page = request.resolver_match.url_name if request.resolver_match else ""
        if page in ALWAYS:
            return None
        duty = duty_of(request, user)
        if not duty or page in PAGES[duty]:
            return None
        return redirect(duty)
