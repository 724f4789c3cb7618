"""Addresses of the site: each part brings its own."""

from __future__ import annotations

from django.urls import include, path

from zhunsheng.web import language
from zhunsheng.web.registers import work

urlpatterns = [
    path("", work.work, name="work"),
    path("language/", language.choose, name="language"),
    path("", include("zhunsheng.web.access.urls")),
    path("", include("zhunsheng.web.managing.urls")),
    path("", include("zhunsheng.web.registers.urls")),
    path("", include("zhunsheng.web.ledger.urls")),
]
