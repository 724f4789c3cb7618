"""What an entry says, field by field, as its page and its print show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.register import Register
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.words import in_full


@dataclass(frozen=True, slots=True)
class Fact:
    """
    One field with what stands in it.

    `target` is the entry a reference means, where it may be seen. `cells` are the rows of a table,
    `files` the files; `hidden` marks what may not be seen.
    """

    field: Field
    said: str
    hidden: bool = False
    target: Entry | None = None
    cells: tuple[tuple[Fact, ...], ...] = ()
    files: tuple[Mapping[str, Any], ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether it is a number, which stands to the right in a table."""
        return self.field.kind in {"integer", "decimal", "money"}

    @property
    def is_day(self) -> bool:
        """Whether it is a day or a time, which is not broken between lines."""
        return self.field.kind in {"date", "datetime"}

    @property
    def is_long(self) -> bool:
        """Whether it takes the whole width."""
        return self.field.kind in {"rows", "long_text"}


def facts_of(
    register: Register,
    values: Mapping[str, Any],
    targets: Mapping[str, Entry],
    *,
    sees_personal: bool,
) -> list[Fact]:
    """Get the filled fields of an entry; personal ones that may not be seen are there, and hidden."""
    found = []
    for one in register.fields:
        if one.personal and not sees_personal:
            found.append(Fact(one, "", hidden=True))
        elif values.get(one.key) is not None:
            found.append(_fact(one, values[one.key], one.key, targets))
    return found


def _fact(one: Field, value: Any, path: str, targets: Mapping[str, Entry]) -> Fact:
    if one.kind == "rows":
        cells = tuple(
            tuple(
                _fact(column, row.get(column.key), f"{path}.{index}.{column.key}", targets)
                for column in one.columns
            )
            for index, row in enumerate(value)
        )
        return Fact(one, "", cells=cells)
    if one.kind == "attachments":
        return Fact(one, in_full(one, value), files=tuple(value))
    return Fact(one, in_full(one, value), target=targets.get(path))
