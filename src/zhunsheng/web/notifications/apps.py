"""The app of notifications: it listens to the actions of registers."""

from __future__ import annotations

from django.apps import AppConfig


class Notifications(AppConfig):
    """Connects what actions announce with what people are told."""

    name = "zhunsheng.web.notifications"

    def ready(self) -> None:
        """Connect."""
        from zhunsheng.web.notifications import handing_over  # noqa: PLC0415  # needs the models
        from zhunsheng.web.registers import events  # noqa: PLC0415

        for signal, listener in (
            (events.created, handing_over.on_created),
            (events.stepped, handing_over.on_stepped),
            (events.withdrawn, handing_over.on_withdrawn),
            (events.mentioned, handing_over.on_mentioned),
        ):
            signal.connect(listener, dispatch_uid=f"zhunsheng.notifications.{listener.__name__}")
