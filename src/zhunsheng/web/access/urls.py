"""Addresses of logging in and of one's account."""

from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import path

from zhunsheng.web.access import account, oidc_pages, signing_in

urlpatterns = [
    path("login/", signing_in.Login.as_view(), name="login"),
    path("login/oidc/", oidc_pages.begin, name="oidc"),
    path("login/oidc/callback/", oidc_pages.finish, name="oidc_callback"),
    path("login/second-factor/", account.second_factor, name="second_factor"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("account/", account.account, name="account"),
    path("account/password/", account.password, name="password"),
    path("account/second-factor/", account.second_factor_setup, name="second_factor_setup"),
    path("account/second-factor/image/", account.second_factor_image, name="second_factor_image"),
    path("account/second-factor/codes/", account.recovery_codes, name="recovery_codes"),
    path(
        "account/second-factor/remove/", account.second_factor_remove, name="second_factor_remove"
    ),
    path("account/sessions/", account.own_sessions, name="sessions"),
]
