"""Which failed tries lock nothing out."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def has_no_name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
    """
    Whether a try names nobody, as when the identity provider's answer was refused.

    There is no name to lock then; counting such tries would lock out everybody who comes that way.
    """
    del request
    return not (credentials or {}).get("username")
