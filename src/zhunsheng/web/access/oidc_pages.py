"""The ways to and from the identity provider, where a site has set one up."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from zhunsheng.web.registers.errors import NotThereError


@login_not_required
@require_GET
def begin(request: HttpRequest) -> HttpResponseBase:
    """Send somebody to the provider."""
    _refuse_unless_set_up()
    from zhunsheng.web.access import oidc  # noqa: PLC0415  # needs the extra

    return oidc.begin(request)


@login_not_required
@require_GET
def finish(request: HttpRequest) -> HttpResponseBase:
    """Take somebody back from the provider."""
    _refuse_unless_set_up()
    from zhunsheng.web.access import oidc  # noqa: PLC0415  # needs the extra

    return oidc.finish(request)


def _refuse_unless_set_up() -> None:
    if not settings.OIDC_RP_CLIENT_ID:
        raise NotThereError("本站没有接入统一身份认证。", "This site has no identity provider.")
