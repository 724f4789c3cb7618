"""
One page of a list and how many there are, quick at a hundred thousand entries.

Keys are found first, by an index where there is one; the rows themselves are read for one page only.
What is empty comes last whichever way one sorts: as a part of its own, so that the index still serves.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.db.models.lookups import IsNull

from zhunsheng.web.lists.columns import Column
from zhunsheng.web.lists.stored import Declared
from zhunsheng.web.registers.models import Entry

SIZES = (20, 50, 100)
MOST_COUNTED = 100_000
MOST_COUNTED_FILTERED = 10_000
_FARTHEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Order:
    """By which column a list is sorted, and which way."""

    column: Column
    descending: bool

    @property
    def key(self) -> str:
        """How addresses say it."""
        return f"-{self.column.key}" if self.descending else self.column.key


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of a page; `count` is exact unless there are `more` than were counted."""

    entries: list[Entry]
    number: int
    size: int
    count: int
    more: bool
    has_next: bool

    @property
    def first(self) -> int:
        """The place of the first row."""
        return (self.number - 1) * self.size + 1

    @property
    def last(self) -> int:
        """The place of the last row."""
        return self.first + len(self.entries) - 1

    @property
    def counted(self) -> str:
        """How many there are, as people write it."""
        return f"{self.count:,}"

    @property
    def pages(self) -> int:
        """How many pages there are; 0 where it is not known."""
        return 0 if self.more else max(1, -(-self.count // self.size))


def page_of(
    found: QuerySet[Entry], order: Order, number: int, size: int, *, filtered: bool
) -> Page:
    """Get a page of entries; one past the end is empty."""
    number = min(max(number, 1), _FARTHEST // size)
    start = (number - 1) * size
    keys = _keys(found, order, start, size + 1)
    if number == 1 and len(keys) <= size:
        count, more = len(keys), False
    else:
        limit = MOST_COUNTED_FILTERED if filtered else MOST_COUNTED
        count = found.order_by()[: limit + 1].count()
        count, more = min(count, limit), count > limit
    rows = found.model.unscoped.select_related("unit", "government").defer("private")
    by_key = rows.in_bulk(keys[:size])
    entries = [by_key[key] for key in keys[:size] if key in by_key]
    return Page(entries, number, size, count, more, has_next=len(keys) > size)


def sorted_by(found: QuerySet[Entry], order: Order) -> QuerySet[Entry]:
    """Get entries in an order, for those that read all of them; what is empty comes last."""
    value = order.column.value
    if order.column.nullable:
        way = value.desc(nulls_last=True) if order.descending else value.asc(nulls_last=True)
        return found.order_by(way, "-pk" if order.descending else "pk")
    return _ordered(found, value, descending=order.descending)


def _keys(found: QuerySet[Entry], order: Order, start: int, size: int) -> list[int]:
    value = order.column.value
    if not order.column.nullable:
        ordered = _ordered(found, value, descending=order.descending)
        return list(ordered.values_list("pk", flat=True)[start : start + size])
    filled = found.filter(IsNull(value, False))  # noqa: FBT003
    ordered = _ordered(filled, value, descending=order.descending)
    keys = list(ordered.values_list("pk", flat=True)[start : start + size])
    if len(keys) < size:
        before = start + len(keys) if keys or start == 0 else filled.count()
        start, size = max(0, start - before), size - len(keys)
        empty = found.filter(IsNull(value, True)).order_by("-pk")  # noqa: FBT003
        keys += empty.values_list("pk", flat=True)[start : start + size]
    return keys


def _ordered(found: QuerySet[Entry], value: F | Declared, *, descending: bool) -> QuerySet[Entry]:
    """Sort by a value and then by age, both the same way: one index serves both directions."""
    if descending:
        return found.order_by(value.desc(), "-pk")
    return found.order_by(value.asc(), "pk")
