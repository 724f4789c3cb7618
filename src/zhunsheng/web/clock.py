"""The one place of the site that reads the wall clock; everything else is told the time."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """Get the present time where the site is."""
    return timezone.localtime()
