"""
The sixty indicators by Django's ORM: conditional aggregation, grouped by unit and month.

Months are taken as the manual says, by `TruncMonth`, or cut out of the day's text: on SQLite the former calls
Python for each row.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from django.db import connection
from django.db.models import CharField, Count, F, Q, Sum
from django.db.models.functions import Cast, Substr, TruncMonth

from benchmarks.plain.models import PlainFigures
from benchmarks.sixty import COLUMNS, FIRST, LAST, MONTHS, Asked, Plain, Terms, empty, passes

_BATCH = 2_000


class Orm:
    """Django's ORM on the database of this process."""

    label = "Django's ORM"

    def __init__(self, table: pa.Table) -> None:
        for batch in table.to_batches(max_chunksize=50_000):
            PlainFigures.objects.bulk_create(_made(batch), batch_size=_BATCH)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def change(self, changed: pa.Table) -> None:
        """Put changed rows in the place of what was there."""
        PlainFigures.objects.bulk_create(
            _made(changed),
            batch_size=_BATCH,
            update_conflicts=True,
            update_fields=COLUMNS[1:],
            unique_fields=["id"],
        )

    def cells(self) -> Plain:
        """Get all cells."""
        found = empty()
        for (on, holds), group in passes().items():
            names: dict[Any, str] = {}
            for one in group:
                for terms in (one.base, one.counted, (one.of, one.counted) if one.of else one.base):
                    names.setdefault(terms, f"value_{len(names)}")
            for row in self._passed(on, holds, group, names):
                for one in group:
                    if base := row[names[one.base]]:
                        total = row[names[one.of, one.counted]] if one.of else None
                        numbers = (base, row[names[one.counted]], total)
                        found[one.key, str(row["month"])[:7]][row["unit"]] = numbers
        return found

    def _passed(
        self, on: str, holds: str, group: list[Asked], names: dict[Any, str]
    ) -> Iterator[dict[str, Any]]:
        """Get a row for each unit and month; what holds by the end of a month is asked month by month."""
        if holds == "by_end":
            for month in MONTHS:
                wanted = self._wanted(group, names, month.end)
                rows = PlainFigures.objects.filter(**{f"{on}__lte": month.end})
                for row in rows.values("unit").annotate(**wanted):
                    yield row | {"month": month.key}
        else:
            rows = PlainFigures.objects.filter(**{f"{on}__range": (FIRST, LAST)})
            by = rows.values("unit", month=self._month(on))
            yield from by.annotate(**self._wanted(group, names, LAST))

    def _month(self, on: str) -> Any:
        return TruncMonth(on)

    def _wanted(self, group: list[Asked], names: dict[Any, str], end: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for one in group:
            for terms in (one.base, one.counted):
                found[names[terms]] = Count("pk", filter=_condition(terms, end))
            if one.of:
                condition = _condition(one.counted, end)
                found[names[one.of, one.counted]] = Sum(one.of, filter=condition)
        return found


class OrmByText(Orm):
    """The same with months cut out of the text of the day."""

    label = "Django's ORM, months cut from the text"

    def _month(self, on: str) -> Any:
        return Substr(Cast(on, CharField()), 1, 7)


def _made(rows: Any) -> list[PlainFigures]:
    columns = [column.to_pylist() for column in rows.select(COLUMNS).columns]
    names = ("id", *COLUMNS[1:])
    return [
        PlainFigures(**dict(zip(names, row, strict=True))) for row in zip(*columns, strict=True)
    ]


def _condition(terms: Terms, end: Any) -> Q | None:
    found = Q()
    for column, values in terms:
        if column == "in_time":
            found &= Q(replied__lte=F("reply_due"))
        elif column == "open":
            found &= Q(replied__isnull=True) | Q(replied__gt=end)
        elif len(values) == 1:
            found &= Q(**{column: values[0]})
        else:
            found &= Q(**{f"{column}__in": values})
    return found or None
