"""
Searchable texts: how an entry is written as one, how words are, and which grams they are made of.

It knows characters and declarations; it knows no database.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.register import Register
from zhunsheng.engine.registers.values import shown
from zhunsheng.web.registers.models import Entry

MOST_WORDS = 5
LONGEST_WORD = 60
_WORDS = frozenset(
    {"text", "long_text", "choice", "unit", "person", "party", "region", "reference", "instrument"}
)


def normal(text: str) -> str:
    """
    Get a text as it is compared: wide and narrow forms, capitals and small letters alike.

    >>> normal("WPS　１２％")
    'wps 12%'
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    clean = "".join(" " if unicodedata.category(c) in {"Cc", "Cs"} else c for c in folded)
    return " ".join(clean.split())


def words_of(asked: str) -> list[str]:
    """Get the words of what was asked for: all of them must be there. Longer ones are cut."""
    words = normal(asked[: MOST_WORDS * LONGEST_WORD]).split()
    return [word[:LONGEST_WORD] for word in dict.fromkeys(words)][:MOST_WORDS]


def text_of(entry: Entry, register: Register) -> str:
    """Get the searchable text of an entry; nothing personal is in it."""
    parts = [entry.number]
    if register.title not in register.personal:
        parts.append(entry.title)
    parts += _texts(register.fields, entry.values)
    return "\n".join(dict.fromkeys(part for part in map(normal, parts) if part))


def grams(text: str) -> set[str]:
    """Get the single characters of a text, and each with the one that follows."""
    return set(text) | {text[place : place + 2] for place in range(len(text) - 1)}


def _texts(fields: tuple[Field, ...], values: Mapping[str, Any]) -> Iterator[str]:
    for field in fields:
        value = values.get(field.key)
        if value is None or field.personal:
            continue
        if field.kind in _WORDS:
            yield shown(field, value)
        elif field.kind == "attachments":
            yield from (file["name"] for file in value)
        elif field.kind == "rows":
            for row in value:
                yield from _texts(field.columns, row)
