"""The app of notifications: it listens to the actions of registers."""

from __future__ import annotations

from django.apps import AppConfig


class Notifications(AppConfig):
    """Connects what actions announce with what people are told."""

    name = "zhunsheng.web.notifications"

    def ready(self) -> None:
        """Connect."""
        from zhunsheng.web.notifications.handing_over import (  # noqa: PLC0415  # needs the models
            on_created,
            on_stepped,
        )
        from zhunsheng.web.registers import events  # noqa: PLC0415

        events.created.connect(on_created, dispatch_uid="zhunsheng.notifications.created")
        events.stepped.connect(on_stepped, dispatch_uid="zhunsheng.notifications.stepped")
