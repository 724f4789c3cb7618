"""The OpenAPI document, for whoever has a token or is logged in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Router

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.api.access import BY_TOKEN, ByLogin, ByToken
from zhunsheng.web.api.document import document_text

router = Router()


@router.get(
    "/openapi.json", auth=[ByLogin(), ByToken()], throttle=[BY_TOKEN], include_in_schema=False
)
def openapi(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Get the OpenAPI document of all registers."""
    text = document_text(catalogue())
    return HttpResponse(text, content_type="application/json; charset=utf-8")
