"""The app of reports."""

from __future__ import annotations

from django.apps import AppConfig


class Reporting(AppConfig):
    """Reports, from the first sentence to the files that go out."""

    name = "zhunsheng.web.reporting"
    label = "reporting"
