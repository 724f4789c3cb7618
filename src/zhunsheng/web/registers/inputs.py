"""
Fields of a register as inputs of a page: what stands in them, and what came back.

It knows how a kind of field is asked for; it knows no entry and saves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import QueryDict

from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.values import PARTIES

# Uploads and tables have no input of this kind; they are asked for on pages of their own.
_NO_INPUT = frozenset({"attachments", "rows"})
_WIDGETS = {
    "long_text": "area",
    "choice": "select",
    "boolean": "yes_no",
    "party": "party",
    "date": "date",
    "datetime": "datetime",
    "integer": "number",
    "decimal": "number",
    "money": "number",
}


@dataclass(frozen=True, slots=True)
class Input:
    """One input with what stands in it and what is wrong with it."""

    field: Field
    widget: str
    value: Any
    required: bool
    problem: str = ""

    @property
    def groups(self) -> list[tuple[str, list[Choice]]]:
        """The choices under their headings."""
        return [
            (name, list(choices))
            for name, choices in groupby(self.field.choices, lambda choice: choice.group)
        ]


def inputs(
    fields: Iterable[Field],
    values: Mapping[str, Any],
    problems: Mapping[str, Message] | None = None,
    required: Iterable[str] = (),
) -> list[Input]:
    """Get the inputs for some fields; `values` are stored values or what was typed."""
    asked = set(required)
    return [
        Input(
            field=field,
            widget="several" if field.several else _WIDGETS.get(field.kind, "text"),
            value=_typed(field, values.get(field.key)),
            required=field.required or field.key in asked,
            problem=problems[field.key].zh if problems and field.key in problems else "",
        )
        for field in fields
        if field.kind not in _NO_INPUT
    ]


def raw_of(fields: Iterable[Field], posted: QueryDict) -> dict[str, Any]:
    """Get what came back for some fields; those that were not asked for are left out."""
    raw: dict[str, Any] = {}
    for field in fields:
        if field.kind == "party":
            parts = {
                part: posted.get(f"{field.key}.{part}", "").strip() for part in ("name", "number")
            }
            if any(parts.values()):
                raw[field.key] = parts | {"kind": posted.get(f"{field.key}.kind", "person")}
            elif f"{field.key}.name" in posted:
                raw[field.key] = None
        elif field.several:
            if f"{field.key}.asked" in posted:
                raw[field.key] = posted.getlist(field.key)
        elif field.key in posted:
            raw[field.key] = posted[field.key]
    return raw


def parties() -> list[tuple[str, str]]:
    """Get the kinds of parties for a selection."""
    return list(PARTIES.items())


def _typed(field: Field, value: Any) -> Any:
    """Get a stored value as one would type it."""
    if value is None:
        return ""
    if field.kind == "money" and isinstance(value, int):
        return f"{value // 100}.{value % 100:02}"
    if field.kind == "boolean" and isinstance(value, bool):
        return "是" if value else "否"
    if field.kind == "datetime":
        return str(value).replace("T", " ")
    if field.kind == "reference":
        return str(value).partition("/")[2] or value
    return value
