"""
The tone of an entry: where it stands against its last day, as one colour says it everywhere.

The chart counts, the list filters and the row shows by the same words, so figures and lists agree.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from zhunsheng.web.registers.models import Entry

SOON = timedelta(days=14)


def labels() -> dict[str, str]:
    """Get the tones with their words, in the order they are drawn."""
    return {
        "met": _("按期办结"),
        "met_late": _("逾期办结"),
        "running": _("办理中"),
        "soon": _("临期"),
        "overdue": _("逾期未办结"),
    }


def conditions(today: date) -> dict[str, Q]:
    """Get which entries have which tone on a day; every entry has just one."""
    in_time = Q(done=False, late=False)
    return {
        "met": Q(done=True, late=False),
        "met_late": Q(done=True, late=True),
        "running": in_time & (Q(due=None) | Q(due__gt=today + SOON)),
        "soon": in_time & Q(due__gte=today, due__lte=today + SOON),
        "overdue": Q(done=False) & (Q(late=True) | Q(due__lt=today)),
    }


def tone_of(entry: Entry, today: date) -> str:
    """Get the tone of an entry on a day."""
    if entry.done:
        return "met_late" if entry.late else "met"
    if entry.late or (entry.due and entry.due < today):
        return "overdue"
    return "soon" if entry.due and entry.due <= today + SOON else "running"
