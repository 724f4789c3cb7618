"""
Two people change the same entry: what the second typed, beside what the first saved meanwhile.

Nothing that was typed is lost: what only the other one touched is taken over, the rest is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.values import WrongValueError, parsed
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers.inputs import Meanwhile
from zhunsheng.web.registers.keeping import all_values
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.uploads import file_of
from zhunsheng.web.registers.words import in_full


@dataclass(frozen=True, slots=True)
class Conflict:
    """
    What was found when somebody else had been first.

    `values` are what the form is to hold now: what one typed, and what the other changed where one had
    not touched it. `beside` is what to say beside the fields.
    """

    who: str
    values: dict[str, Any]
    beside: dict[str, Meanwhile]


def conflict(
    entry: Entry,
    user: User,
    fields: Iterable[Field],
    raw: Mapping[str, Any],
    version: str,
) -> Conflict:
    """Get what an entry has become since a version, beside what somebody typed for that version."""
    now = all_values(entry)
    since = _lines_since(entry, version)
    before = dict(now)
    hands: dict[str, StoredLine] = {}
    for line in since:
        for key in (*line.says.get("changed", {}), *line.personal):
            hands.setdefault(key, line)
    if since:
        before = _values_at(entry, since[-1], now)
    people = User.objects.in_bulk({int(line.who.partition("/")[2]) for line in hands.values()})
    found = Conflict(str(entry.changed_by), {}, {})
    for field in fields:
        if field.key not in raw or field.key not in hands:
            continue
        line = hands[field.key]
        if field.kind == "attachments":
            held = now.get(field.key) or []
            words = [word for word in raw[field.key] if file_of(user, word) not in held]
            found.values[field.key] = [*held, *words]
            continue
        mine = _stored(field, raw[field.key])
        if mine == now.get(field.key):
            continue
        touched = mine != before.get(field.key) or field.personal
        if not touched:
            found.values[field.key] = now.get(field.key)
        found.beside[field.key] = Meanwhile(
            now=in_full(field, now.get(field.key)),
            who=str(people.get(int(line.who.partition("/")[2]), line.who)),
            when=f"{line.at[:10]} {line.at[11:16]}",
            was_touched=touched,
        )
    return found


def _lines_since(entry: Entry, version: str) -> list[StoredLine]:
    """Get the lines of an entry since it was read, newest first."""
    read = int(version) if version.isascii() and version.isdigit() and len(version) < 10 else 0
    lines = StoredLine.objects.filter(about=entry.about).order_by("-number")[:50]
    return [line for line in lines if line.says.get("entry", {}).get("version", 0) > read]


def _values_at(entry: Entry, first: StoredLine, now: dict[str, Any]) -> dict[str, Any]:
    """Get the values before a line; personal ones are in no line, and count as they are now."""
    earlier = StoredLine.objects.filter(about=entry.about, number__lt=first.number)
    says = earlier.order_by("-number").values_list("says", flat=True).first() or {}
    sealed = says.get("entry", {}).get("values", {})
    return {**{key: now[key] for key in entry.private}, **sealed}


def _stored(field: Field, raw: Any) -> Any:
    """Get the stored form of what was typed; what cannot be stored stays as it is."""
    try:
        return parsed(field, raw)
    except WrongValueError:
        return raw
