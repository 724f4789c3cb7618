"""
The interface as Django serves it: its operations, and what happens around every one of them.

Operations are declared once for all registers; `document` tells them apart by register.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from zhunsheng.web.api import attachments, directory, entries, figures, openapi, steps
from zhunsheng.web.api.access import BY_TOKEN, ByToken
from zhunsheng.web.api.errors import handle_errors, too_large, wrong_method
from zhunsheng.web.api.parsing import MAX_BODY, StrictParser
from zhunsheng.web.registers import files

_MAX_UPLOAD = files.MAX_BYTES + 1024 * 1024


class ReadableJSON(JSONRenderer):
    """Writes Chinese as Chinese."""

    json_dumps_params = {"ensure_ascii": False}  # noqa: RUF012  # as ninja declares it

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> Any:
        """Get the bytes of an answer; what has no UTF-8 becomes a question mark, never a fault."""
        text: str = super().render(request, data, response_status=response_status)
        return text.encode("utf-8", "replace")


def _made() -> NinjaAPI:
    api = NinjaAPI(
        docs_url=None,
        openapi_url=None,
        auth=ByToken(),
        throttle=[BY_TOKEN],
        parser=StrictParser(),
        renderer=ReadableJSON(),
        urls_namespace="api",
    )
    for part in (directory, entries, steps, attachments, figures, openapi):
        api.add_router("", part.router)
    handle_errors(api)
    return api


API = _made()


def served(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Get a view of the interface: without login page, in the caller's language, never kept."""

    @csrf_exempt
    @login_not_required
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with translation.override(_language(request)):
            most = _MAX_UPLOAD if request.content_type == "multipart/form-data" else MAX_BODY
            if _length(request) > most:
                return too_large(most)
            response = view(request, *args, **kwargs)
            if response.status_code == 405:
                response = wrong_method(response["Allow"])
        response["Cache-Control"] = "no-store"
        return response

    return answered


def served_patterns() -> list[URLPattern]:
    """Get the addresses of the operations, each served as the interface is."""
    patterns: list[URLPattern | URLResolver] = API.urls[0]
    # Ninja's page at the root of an interface is none of ours.
    found = [one for one in patterns if isinstance(one, URLPattern) and one.name != "api-root"]
    for pattern in found:
        pattern.callback = served(pattern.callback)
    return found


def _language(request: HttpRequest) -> str:
    """Get the language a program asks for; Chinese where it does not ask."""
    wanted = parse_accept_lang_header(request.headers.get("Accept-Language", "")[:200])
    return "en" if wanted and wanted[0][0].split("-")[0] == "en" else "zh-hans"


def _length(request: HttpRequest) -> int:
    text = request.META.get("CONTENT_LENGTH") or "0"
    return int(text) if text.isascii() and text.isdigit() else 0
