"""Addresses of the site: each part brings its own."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path

from zhunsheng.web import language
from zhunsheng.web.registers import work

urlpatterns = [
    path("", work.work, name="work"),
    path(
        "login/",
        LoginView.as_view(template_name="login.html", redirect_authenticated_user=True),
        name="login",
    ),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("language/", language.choose, name="language"),
    path("", include("zhunsheng.web.registers.urls")),
    path("", include("zhunsheng.web.ledger.urls")),
    path("", include("zhunsheng.web.api.urls")),
]
