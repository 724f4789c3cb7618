"""Addresses of the site: each part brings its own."""

from __future__ import annotations

from django.urls import include, path

from zhunsheng.web import habits, health, language, shell

handler500 = "zhunsheng.web.faults.respond"
urlpatterns = [
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("", include("zhunsheng.web.work.urls")),
    path("language/", language.choose, name="language"),
    path("acting/", shell.act_for, name="act_for"),
    path("pins/", habits.pin, name="pin"),
    path("", include("zhunsheng.web.lists.urls")),
    path("", include("zhunsheng.web.access.urls")),
    path("", include("zhunsheng.web.managing.urls")),
    path("", include("zhunsheng.web.registers.urls")),
    path("", include("zhunsheng.web.law_map.urls")),
    path("", include("zhunsheng.web.draws.urls")),
    path("", include("zhunsheng.web.indicators.pages.urls")),
    path("", include("zhunsheng.web.indicators.urls")),
    path("", include("zhunsheng.web.dashboard.urls")),
    path("", include("zhunsheng.web.planning.urls")),
    path("", include("zhunsheng.web.reporting.urls")),
    path("", include("zhunsheng.web.search.urls")),
    path("", include("zhunsheng.web.ledger.urls")),
    path("", include("zhunsheng.web.holidays.urls")),
    path("", include("zhunsheng.web.notifications.urls")),
    path("", include("zhunsheng.web.scheduling.urls")),
    path("", include("zhunsheng.web.api.urls")),
]
