"""
References between entries: where they stand, how they are written, and which entry a number means.

A reference is stored as `domain.register/number`; where the entry belongs to another government, that
government's code and a colon stand before the number, for numbers are given once in a government.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from zhunsheng.engine.registers.fields import Field, FieldKind
from zhunsheng.web.organizations.models import Government
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.search import index

_PART = 500
_MOST_SUGGESTED = 8


@dataclass(frozen=True, slots=True)
class Place:
    """A value of a kind in an entry, directly or in a row; `holder` is what holds it."""

    path: str
    label: str
    field: Field
    holder: dict[str, Any]

    @property
    def value(self) -> Any:
        """What stands there."""
        return self.holder[self.field.key]


def places(fields: Iterable[Field], values: Mapping[str, Any], kind: FieldKind) -> Iterator[Place]:
    """Get the places of a kind that are filled, those in rows included."""
    for field in fields:
        if field.kind != kind and not field.columns:
            continue
        value = values.get(field.key)
        if value is None:
            continue
        if field.kind == kind:
            yield Place(field.key, field.label, field, dict_of(values))
        for column in (column for column in field.columns if column.kind == kind):
            for at, row in enumerate(value):
                if row.get(column.key) is not None:
                    path = f"{field.key}.{at}.{column.key}"
                    label = f"{field.label}第{at + 1}行{column.label}"
                    yield Place(path, label, column, row)


def dict_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Get values as what can be changed in place; a read-only mapping gives a copy."""
    return values if isinstance(values, dict) else dict(values)


def targets(
    entries: QuerySet[Entry], references: Collection[str], government: Government
) -> dict[str, Entry]:
    """Get the entries that references of a government's entries mean, among some; values unread."""
    asked: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for reference in references:
        register, code, number = parts(reference)
        asked[register, code or government.code][number] = reference
    found: dict[str, Entry] = {}
    for (register, code), numbers in asked.items():
        listed = list(numbers)
        for start in range(0, len(listed), _PART):
            some = entries.filter(
                register=register,
                government__code=code,
                number__in=listed[start : start + _PART],
            )
            found |= {numbers[entry.number]: entry for entry in some.defer("values", "private")}
    return found


def parts(reference: str) -> tuple[str, str, str]:
    """Get the register, the government's code (empty for one's own) and the number."""
    register, _, rest = reference.partition("/")
    code, colon, number = rest.partition(":")
    return (register, code, number) if colon else (register, "", rest)


def reference_to(entry: Entry, government: Government) -> str:
    """Get how an entry of a government refers to an entry."""
    return f"{entry.register}/{short_reference(entry, government)}"


def short_reference(entry: Entry, government: Government) -> str:
    """Get the number by which an entry of a government refers to an entry."""
    if entry.government_id == government.pk:
        return entry.number
    return f"{entry.government.code}:{entry.number}"


def suggested(
    entries: QuerySet[Entry], register: str, words: str, government: Government
) -> list[Entry]:
    """Get the entries of a register that words may mean, those of one's own government first."""
    found, plain = entries.filter(register=register), []
    # A database takes no NUL, and nobody searches for one.
    for word in words.replace("\0", "").split()[:5]:
        code, colon, number = word.partition(":")
        if colon:
            found = found.filter(government__code=code, number__startswith=number)
        else:
            plain.append(word)
    found = index.search(found, " ".join(plain), register)
    newest = list(found.defer("values", "private").order_by("-happened", "-pk")[:50])
    newest.sort(key=lambda entry: entry.government_id != government.pk)
    return newest[:_MOST_SUGGESTED]
