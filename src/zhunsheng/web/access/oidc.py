"""
Logging in through a site's own identity provider (OpenID Connect).

Whoever the provider vouches for is somebody who has an account here already: nobody is made and no role
is given by it. Needs the extra `oidc`; imported only where the site has set it up.
"""

from __future__ import annotations

from typing import Any

import jwt
import requests
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from mozilla_django_oidc.views import (
    OIDCAuthenticationCallbackView,
    OIDCAuthenticationRequestView,
)

from zhunsheng.engine.refusals import RefusedError
from zhunsheng.web.organizations.models import User


class Backend(OIDCAuthenticationBackend):  # type: ignore[misc]  # the package has no types
    """Finds the account of whom the provider vouches for."""

    def verify_token(self, token: str, **kwargs: Any) -> dict[str, Any]:
        """Get what a token says, if it was signed for us by the provider we know."""
        payload: dict[str, Any] = super().verify_token(token, **kwargs)
        audience = payload.get("aud")
        audiences = audience if isinstance(audience, list) else [audience]
        if settings.OIDC_RP_CLIENT_ID not in audiences:
            raise SuspiciousOperation("The token is for another client.")
        if settings.OIDC_ISSUER and payload.get("iss") != settings.OIDC_ISSUER:
            raise SuspiciousOperation("The token is of another issuer.")
        return payload

    def get_userinfo(
        self, access_token: str, id_token: str, payload: dict[str, Any]
    ) -> dict[str, Any]:
        """Get what the provider says of the person, who must be the one of the token."""
        told: dict[str, Any] = super().get_userinfo(access_token, id_token, payload)
        if told.get("sub") != payload.get("sub"):
            raise SuspiciousOperation("The person is not the one of the token.")
        return told

    def verify_claims(self, claims: dict[str, Any]) -> bool:
        """Whether the provider says by which name we know the person."""
        return bool(_name(claims))

    def filter_users_by_claims(self, claims: dict[str, Any]) -> QuerySet[User]:
        """Get the account with the name that the provider says."""
        return User.objects.filter(username=_name(claims), is_active=True)

    def describe_user_by_claims(self, claims: dict[str, Any]) -> str:
        """Get how the log speaks of the person."""
        return f"{settings.OIDC_CLAIM} {_name(claims)!r}"


def begin(request: HttpRequest) -> HttpResponseBase:
    """Send somebody to the provider."""
    response: HttpResponseBase = OIDCAuthenticationRequestView.as_view()(request)
    return response


def finish(request: HttpRequest) -> HttpResponseBase:
    """Take somebody back from the provider, logged in or not."""
    try:
        response: HttpResponseBase = OIDCAuthenticationCallbackView.as_view()(request)
    except (requests.RequestException, jwt.PyJWTError, KeyError) as error:
        raise RefusedError(
            "统一身份认证没有正常答复，没有登录。请稍后再试，或者用密码登录。",
            "The identity provider gave no proper answer. Try later, or use your password.",
        ) from error
    return response


def _name(claims: dict[str, Any]) -> str:
    name = claims.get(settings.OIDC_CLAIM)
    return name if isinstance(name, str) and "\x00" not in name else ""
