"""Addresses of the site: each part brings its own."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path

from zhunsheng.web import health, language

handler500 = "zhunsheng.web.faults.respond"
urlpatterns = [
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("", include("zhunsheng.web.work.urls")),
    path(
        "login/",
        LoginView.as_view(template_name="login.html", redirect_authenticated_user=True),
        name="login",
    ),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("language/", language.choose, name="language"),
    path("", include("zhunsheng.web.registers.urls")),
    path("", include("zhunsheng.web.ledger.urls")),
    path("", include("zhunsheng.web.holidays.urls")),
    path("", include("zhunsheng.web.notifications.urls")),
    path("", include("zhunsheng.web.scheduling.urls")),
]
