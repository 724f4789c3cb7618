"""Addresses of the interface, of its pages, and of tokens."""

from __future__ import annotations

from django.urls import include, path, re_path

from zhunsheng.web.api import docs_page, errors, token_page
from zhunsheng.web.api.service import served, served_patterns

urlpatterns = [
    path("tokens/", token_page.tokens, name="tokens"),
    path("tokens/<int:pk>/revoke/", token_page.revoke, name="revoke_token"),
    path("api/v1/docs", docs_page.overview, name="api_docs"),
    path("api/v1/docs/<str:name>", docs_page.register, name="api_docs_of"),
    path("api/v1/", include((served_patterns(), "api"))),
    # What is not there is said in JSON too: a program asked.
    re_path("^api/", served(errors.nothing_here)),
]
