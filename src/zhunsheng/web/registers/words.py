"""Stored values in words: in full, cut short, and what became of one when it changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from zhunsheng.engine.registers import values
from zhunsheng.engine.registers.fields import Field
from zhunsheng.web.language import listed

_SHORT = 60
_PARTIES = {
    "person": gettext_noop("自然人"),
    "organization": gettext_noop("法人或者其他组织"),
}


def parties() -> dict[str, str]:
    """Get the kinds of parties in words."""
    return {kind: _(label) for kind, label in _PARTIES.items()}


def yes_or_no(*, value: bool) -> str:
    """Get what a box that is ticked or not says."""
    return _("是") if value else _("否")


def shown(field: Field, value: Any) -> str:
    """Get a stored value as people read it; what the site itself says in it, in the page's language."""
    if isinstance(value, bool):
        return yes_or_no(value=value)
    if field.kind == "money" and value is not None:
        return _("%(amount)s元") % {"amount": values.shown(field, value).removesuffix("元")}
    return values.shown(field, value)


def in_full(field: Field, value: Any) -> str:
    """Get a value with all that belongs to it: names of files, cells of rows, numbers of papers."""
    if value is None:
        return "—"
    if field.kind == "attachments":
        return listed(file["name"] for file in value) or "—"
    if field.kind == "rows":
        return "\n".join(_row(field, number, row) for number, row in enumerate(value, start=1))
    if field.kind == "party":
        said = [str(value.get("name", "")), parties().get(str(value.get("kind")), "")]
        return listed([part for part in (*said, str(value.get("number") or "")) if part], "，")
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
    return f"{number}. {listed(cells, '，')}"
