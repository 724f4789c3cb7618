"""Stored values in words: in full, cut short, and what became of one when it changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.values import PARTIES, shown

_SHORT = 60


def in_full(field: Field, value: Any) -> str:
    """Get a value with all that belongs to it: names of files, cells of rows, numbers of papers."""
    if value is None:
        return "—"
    if field.kind == "attachments":
        return "、".join(str(file["name"]) for file in value) or "—"
    if field.kind == "rows":
        return "\n".join(_row(field, number, row) for number, row in enumerate(value, start=1))
    if field.kind == "party":
        said = [str(value.get("name", "")), PARTIES.get(str(value.get("kind")), "")]
        return "，".join(part for part in (*said, str(value.get("number") or "")) if part)
    if field.kind == "reference":
        return str(value).removeprefix(f"{field.refers_to}/")
    return shown(field, value)


def in_short(field: Field, value: Any) -> str:
    """Get a value on one line, cut after some characters."""
    text = " ".join(in_full(field, value).split())
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def _row(field: Field, number: int, row: Mapping[str, Any]) -> str:
    cells = [
        f"{column.label}{in_full(column, row[column.key])}"
        for column in field.columns
        if row.get(column.key) is not None
    ]
    return f"{number}. {'，'.join(cells)}"
