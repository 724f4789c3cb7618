"""
Columns of a register's list: those every entry has and those it declares; how each is shown and sorted.

It knows declarations; it knows no request and nobody's wishes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.registers.fields import Field
from zhunsheng.web.lists.stored import Declared
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.words import shown

DECLARED = "f."
_NUMBERS = frozenset({"integer", "decimal", "money"})
_NOT_SORTED = frozenset({"attachments", "rows", "party", "long_text"})
_ENTRY = ("number", "title", "state", "unit", "government", "due", "entered", "changed")
_SOURCES = {
    "entered": "entered_at",
    "changed": "changed_at",
    # By their keys: what belongs together stands together, and no other table is read.
    "unit": "unit_id",
    "government": "government_id",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list. `key` is how addresses speak of it; `nullable` ones may be empty."""

    key: str
    label: str
    field: Field | None = None
    source: str = ""
    nullable: bool = False

    @property
    def is_number(self) -> bool:
        """Whether its values stand on the right."""
        return self.field is not None and self.field.kind in _NUMBERS

    @property
    def is_day(self) -> bool:
        """Whether its values are short and stay on one line."""
        kinds = {"date", "datetime"}
        return self.field.kind in kinds if self.field else self.key in {"due", "entered", "changed"}

    @property
    def sorts(self) -> bool:
        """Whether one can sort by it."""
        return self.field is None or not (self.field.kind in _NOT_SORTED or self.field.several)

    @property
    def value(self) -> F | Declared:
        """What the database sorts and filters by."""
        if self.source or self.field is None:
            return F(self.source)
        return Declared(self.field)


def columns_of(named: NamedRegister) -> dict[str, Column]:
    """Get all columns a list of a register can have; nothing personal is among them."""
    register = named.register
    labels = {
        "number": _("编号"),
        "title": register.field(register.title).label,
        "state": _("状态"),
        "unit": _("单位"),
        "government": _("政府"),
        "due": _("到期日"),
        "entered": _("录入时间"),
        "changed": _("修改时间"),
    }
    found = [
        Column(key, labels[key], source=_SOURCES.get(key, key), nullable=key == "due")
        for key in _ENTRY
        if key != "state" or register.procedure
    ]
    for field in register.fields:
        if not field.personal and field.key != register.title:
            # The day an entry belongs to is a column of the table, with an index.
            source = "happened" if _is_the_day(named, field) else ""
            found.append(
                Column(DECLARED + field.key, field.label, field, source, not field.required)
            )
    return {column.key: column for column in found}


def usual(named: NamedRegister) -> list[str]:
    """Get the columns a list has as long as nobody chose others."""
    face = [DECLARED + key for key in named.register.face]
    keys = ["number", "title", "state", *face, "unit", "due"]
    known = columns_of(named)
    if not named.register.clocks:
        keys.remove("due")
    return [key for key in keys if key in known]


def chosen(named: NamedRegister, keys: Iterable[object]) -> list[Column]:
    """Get columns by their keys, in that order, the title always; the usual ones without any."""
    known = columns_of(named)
    fine = [key for key in dict.fromkeys(map(str, keys)) if key in known]
    if fine and "title" not in fine:
        fine.insert(0, "title")
    return [known[key] for key in fine or usual(named)]


def text_of(entry: Entry, column: Column, states: Mapping[str, str]) -> str:
    """Get what a list says of an entry in a column that has no form of its own."""
    if column.field is not None:
        return shown(column.field, entry.values.get(column.field.key))
    plain: dict[str, Any] = {
        "number": entry.number,
        "title": entry.title,
        "state": states.get(entry.state, ""),
        "due": entry.due or "—",
    }
    if column.key in plain:
        return str(plain[column.key])
    if column.key == "unit":
        return entry.unit.name
    if column.key == "government":
        return entry.government.name
    at = entry.entered_at if column.key == "entered" else entry.changed_at
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def _is_the_day(named: NamedRegister, field: Field) -> bool:
    return field.key == named.register.happened and field.kind == "date"
