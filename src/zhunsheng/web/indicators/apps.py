"""The app of indicators."""

from __future__ import annotations

from django.apps import AppConfig


class Indicators(AppConfig):
    """Figures over the entries of all registers."""

    name = "zhunsheng.web.indicators"
    label = "indicators"
