"""The app of plans."""

from __future__ import annotations

from django.apps import AppConfig


class Planning(AppConfig):
    """Plans, from the document to what each unit owes."""

    name = "zhunsheng.web.planning"
    label = "planning"
