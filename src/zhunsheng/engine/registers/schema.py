"""
The typed table of a register: one column for each field, for SQL views, Arrow and Parquet alike.

It knows which type of column a kind of field becomes; it knows no database.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from zhunsheng.engine.registers.register import Register

ColumnType = Literal["text", "integer", "decimal", "boolean", "date", "timestamp", "json"]
_TYPES: dict[str, ColumnType] = {
    "integer": "integer",
    "money": "integer",
    "decimal": "decimal",
    "boolean": "boolean",
    "date": "date",
    "datetime": "timestamp",
    "party": "json",
    "attachments": "json",
    "rows": "json",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `places` are the decimals of a decimal. Money is an integer of 分."""

    key: str
    label: str
    type: ColumnType
    places: int = 0
    personal: bool = False


# Government and unit are their codes: names change in mid-year, and views are joined by codes.
ENTRY_COLUMNS = (
    Column("number", "编号", "text"),
    Column("title", "名称", "text"),
    Column("government", "政府代码", "text"),
    Column("unit", "单位代码", "text"),
    Column("state", "状态", "text"),
    Column("happened", "所属日期", "date"),
    Column("due", "到期日", "date"),
    Column("late", "逾期", "boolean"),
)


def columns(register: Register) -> tuple[Column, ...]:
    """Get the columns of a register: those every entry has, then one for each field."""
    return ENTRY_COLUMNS + tuple(
        Column(
            key=field.key,
            label=field.label,
            type="json" if field.several else _TYPES.get(field.kind, "text"),
            places=field.places if field.kind == "decimal" else 0,
            personal=field.personal,
        )
        for field in register.fields
    )
