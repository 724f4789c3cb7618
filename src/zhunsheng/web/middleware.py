"""What is refused becomes a page that says why and what to do."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhunsheng.engine.refusals import RefusedError
from zhunsheng.web import language
from zhunsheng.web.registers.errors import ForbiddenError, NotThereError


class Refusals:
    """Turns refusals into pages; everything else goes through."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Handle a request."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Get the page for a refusal; None for what is a fault."""
        if not isinstance(error, RefusedError):
            return None
        status = 400
        if isinstance(error, ForbiddenError):
            status = 403
        if isinstance(error, NotThereError):
            status = 404
        return render(
            request, "refused.html", {"says": language.said(error.message)}, status=status
        )
