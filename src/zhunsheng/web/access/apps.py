"""The app of logging in."""

from __future__ import annotations

from django.apps import AppConfig


class Access(AppConfig):
    """Logging in, the second factor, sessions."""

    name = "zhunsheng.web.access"

    def ready(self) -> None:
        """Listen to who logs in and out."""
        from zhunsheng.web.access import signals  # noqa: F401, PLC0415  # models are there only now
