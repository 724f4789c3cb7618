"""
What came back from a form: raw values of fields, the files with them, and which button was pressed.

It knows how inputs are named; what the values mean is the engine's affair.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, QueryDict

from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.values import MAX_ROWS
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers import files, uploads

REDRAWS = ("add_row", "drop_row", "pick")
"""Buttons that change the form and save nothing; they tell rows by their places."""
_NO_DRAFT = frozenset({"csrfmiddlewaretoken", "keep_draft", "drop_draft", "confirmed", *REDRAWS})
MOST_CHARACTERS = 400_000


@dataclass(frozen=True, slots=True)
class Posted:
    """Raw values with what is wrong with the files, and the form as a browser would send it again."""

    raw: dict[str, Any]
    problems: dict[str, Message] = field(default_factory=dict)
    pairs: list[tuple[str, str]] = field(default_factory=list)


def posted(fields: Iterable[Field], request: HttpRequest, user: User) -> Posted:
    """Get what a browser sent for some fields; the files are kept and claimed by signed words."""
    listed = list(fields)
    found = Posted(raw_of(listed, request.POST))
    found.pairs.extend(pairs_of(request.POST))
    for one in (one for one in listed if one.kind == "attachments"):
        for file in request.FILES.getlist(one.key):
            try:
                kept = files.keep(file.name or "", file.read(files.MAX_BYTES + 1))
            except files.FileError as error:
                found.problems[one.key] = error.message
                continue
            word = uploads.signed(user, kept)
            found.raw[one.key] = [*(found.raw.get(one.key) or []), word]
            found.pairs.append((one.key, word))
    return found


def pairs_of(sent: QueryDict) -> list[tuple[str, str]]:
    """Get what stood in a form as names and values, without buttons and tokens."""
    return [
        # A database takes no NUL; the form will say so of the value itself.
        (name.replace("\0", ""), value.replace("\0", ""))
        for name, values in sent.lists()
        if name not in _NO_DRAFT
        for value in values
        if isinstance(value, str)
    ]


def sent_again(pairs: Iterable[Iterable[str]]) -> QueryDict:
    """Get names and values as a browser would send them."""
    sent = QueryDict(mutable=True)
    for name, value in pairs:
        sent.appendlist(name, value)
    return sent


def raw_of(fields: Iterable[Field], sent: QueryDict, prefix: str = "") -> dict[str, Any]:
    """Get what came back for some fields; those that were not asked for are left out."""
    raw: dict[str, Any] = {}
    for one in fields:
        name = f"{prefix}{one.key}"
        if one.kind == "party":
            _party(one, name, sent, raw)
        elif one.kind == "rows":
            if f"{name}.rows" in sent:
                raw[one.key] = _rows(one, name, sent)
        elif one.several or one.kind == "attachments":
            if f"{name}.asked" in sent:
                # A browser sends an empty text where no file was chosen.
                raw[one.key] = [value for value in sent.getlist(name) if value]
        elif name in sent:
            raw[one.key] = sent[name]
    return raw


def row_count(name: str, sent: QueryDict) -> int:
    """Get how many rows a table had, at most as many as an entry may hold and one."""
    text = sent.get(f"{name}.rows", "")
    count = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
    return min(count, MAX_ROWS + 1)


def _rows(one: Field, name: str, sent: QueryDict) -> list[dict[str, Any]]:
    """Get the rows in which something was filled; all of them while the form is only redrawn."""
    rows = [raw_of(one.columns, sent, f"{name}.{index}.") for index in range(row_count(name, sent))]
    if any(button in sent for button in REDRAWS):
        return rows
    return [row for row in rows if any(_filled(value) for value in row.values())]


def _filled(value: Any) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def _party(one: Field, name: str, sent: QueryDict, raw: dict[str, Any]) -> None:
    parts = {part: sent.get(f"{name}.{part}", "").strip() for part in ("name", "number")}
    if any(parts.values()):
        raw[one.key] = parts | {"kind": sent.get(f"{name}.kind", "person")}
    elif f"{name}.name" in sent:
        raw[one.key] = None
