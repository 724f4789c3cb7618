"""
Returns: sheets in a form that somebody outside prescribes, filled from the entries of one register.

It knows heads and what stands under them; it knows no storage, no file and no period.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.fields import NAME, Field
from zhunsheng.engine.registers.procedures import Predicate
from zhunsheng.engine.registers.register import Register
from zhunsheng.engine.registers.values import shown

Cell = str | int | Decimal | date
"""What stands in a cell; empty text where there is nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reported:
    """An entry as a return sees it: its stored values, the personal ones too, and whose it is."""

    values: Mapping[str, Any]
    number: str
    unit: str
    government: str


@dataclass(frozen=True, slots=True)
class ReturnColumn:
    """
    A column: its head, and where its value comes from.

    `value` is the key of a field, or works the cell out from the entry; None where registers do not
    hold it, and whoever hands the sheet in fills it by hand.
    """

    head: str
    value: str | Callable[[Reported], Cell | None] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Return:
    """
    A sheet that is handed in: what it is filled from, and its columns in the prescribed order.

    `register` is the key of a register of the same domain, `day` the date field by which entries belong
    to a period, `includes` which of them are reported. `personal` tells that columns hold personal
    data: then only those of one's own unit are given. `note` says what to look to before handing it in.
    """

    key: str
    label: str
    basis: str
    register: str
    day: str
    columns: tuple[ReturnColumn, ...]
    includes: Predicate | None = None
    personal: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse a return without columns, or with two of one head. Raises DeclarationError."""
        twice = [
            head for head, count in Counter(one.head for one in self.columns).items() if count > 1
        ]
        if not NAME.fullmatch(self.key) or not self.label or not self.columns or twice:
            raise DeclarationError(
                f"报送表{self.key}：应有小写的名称、标签和各不相同的表头。重复的：{'、'.join(twice) or '无'}。",
                f"Return {self.key}: it needs a key, a label and different heads. "
                f"There twice: {', '.join(twice) or 'none'}.",
            )

    def covers(self, reported: Reported) -> bool:
        """Whether an entry is reported at all."""
        return self.includes is None or self.includes(reported.values)

    def cells(self, register: Register, reported: Reported) -> list[Cell]:
        """Get the row of an entry: days as days, money in yuan, choices by their labels."""
        return [_cell(register, one, reported) for one in self.columns]


def _cell(register: Register, column: ReturnColumn, reported: Reported) -> Cell:
    if column.value is None:
        return ""
    if callable(column.value):
        found = column.value(reported)
        return "" if found is None else found
    return typed(register.field(column.value), reported.values.get(column.value))


def typed(field: Field, value: Any) -> Cell:
    """Get a stored value as a spreadsheet counts with it: a day, a number, or text."""
    if value is None:
        return ""
    if field.kind == "date":
        return date.fromisoformat(value)
    if field.kind == "integer":
        return int(value)
    if field.kind == "money":
        return Decimal(value) / 100
    if field.kind == "decimal":
        return Decimal(value)
    return shown(field, value)
