"""
Entries of the site as indicators see them: codes for names, and no personal field.

It reads rows in one query and knows no register.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet

from zhunsheng.engine.indicators.tables import PlainEntry
from zhunsheng.web.registers.models import Entry

_CHUNK = 2_000
_COLUMNS = (
    *("pk", "government__code", "government__path", "unit__code", "number", "title", "state"),
    *("happened", "due", "late", "done", "values", "last_days"),
)


def plain_entries(entries: QuerySet[Entry]) -> Iterator[PlainEntry]:
    """Get entries as indicators see them, in the order of the query, without holding all at once."""
    for row in entries.values_list(*_COLUMNS).iterator(_CHUNK):
        (
            pk,
            government,
            path,
            unit,
            number,
            title,
            state,
            happened,
            due,
            late,
            done,
            values,
            days,
        ) = row
        yield PlainEntry(
            id=pk,
            government=government,
            path=path,
            unit=f"{government}/{unit}",
            number=number,
            title=title,
            state=state,
            happened=happened,
            due=due,
            late=late,
            done=done,
            values=values,
            last_days={clock: date.fromisoformat(day) for clock, day in days.items()},
        )
