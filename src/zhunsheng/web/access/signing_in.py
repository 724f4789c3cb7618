"""The page to log in on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from zhunsheng.web import clock
from zhunsheng.web.access import journal
from zhunsheng.web.access.passwords import LONGEST


class LoginForm(AuthenticationForm):
    """A user name and a password, neither longer than any can be."""

    password = forms.CharField(strip=False, max_length=LONGEST, widget=forms.PasswordInput)


@method_decorator([login_not_required, sensitive_post_parameters("password")], name="dispatch")
class Login(LoginView):
    """Lets somebody in; an address from which too many tries failed waits."""

    template_name = "login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: str, **kwargs: Any) -> HttpResponse:
        """Try a name and a password."""
        if journal.too_many(request, clock.now()):
            return render(request, "access/too_many.html", status=429)
        return super().post(request, *args, **kwargs)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the page, or take what was typed."""
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Get what the page shows."""
        return super().get_context_data(**kwargs) | {
            "oidc_label": settings.OIDC_LABEL if settings.OIDC_RP_CLIENT_ID else "",
            "failures": settings.AXES_FAILURE_LIMIT,
        }
