"""
Workbooks of a site's own making: where their heads stand, and which column fills which field.

It guesses a matching and follows one; what a value may be is the engine's affair.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import SequenceMatcher
from itertools import islice
from typing import Any

from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.values import WrongValueError, parsed
from zhunsheng.web.registers.importing import MAX_ROWS, Row, columns_of, too_many, typed
from zhunsheng.web.workbooks import ImportingError, sheet, sheet_names

MOST_COLUMNS = 200
MOST_WORDS = 40
"""Words of theirs that a page asks about, of one field; what is left over is wrong row by row."""
_HEAD_ROWS = 10
_SAMPLES = 3
_LONGEST = 60
_LIKE = 0.6
_SUMS = frozenset({"合计", "总计", "小计", "累计"})
_BETWEEN = re.compile(r"[、,，;；]")
_NAMES = re.compile(r"(?:姓名|名称)$")
_ASIDE = re.compile(r"[(（\[【].*?[)）\]】]|[\s*＊:：/、]")


@dataclass(frozen=True, slots=True)
class Matching:
    """
    How a sheet fills a register: fields by the heads of columns, from the row the heads stand in.

    `fixed` holds what stands in every row though no column has it, `words` by field what a word of the
    sheet is called here.
    """

    sheet: str
    head_row: int
    columns: Mapping[str, str]
    fixed: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: its head, some of what stands below, and the field it may fill."""

    head: str
    samples: tuple[str, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that was looked at, among the others of its workbook."""

    name: str
    names: tuple[str, ...]
    head_row: int
    columns: tuple[Column, ...]

    @property
    def signature(self) -> str:
        """What sheets with the same heads share."""
        heads = "\n".join(column.head for column in self.columns)
        return hashlib.sha256(heads.encode()).hexdigest()


def looked_at(fields: Sequence[Field], content: bytes, name: str = "", head_row: int = 0) -> Sheet:
    """
    Get a sheet with the columns it has and what each may fill.

    Without a name it is the first, without a row the one that looks most like heads. Raises
    ImportingError for what is no workbook or has nothing in it.
    """
    names = tuple(sheet_names(content))
    name = name if name in names else names[0]
    rows = list(islice(sheet(content, name), _HEAD_ROWS + _SAMPLES))
    if not any(_texts(row) for row in rows):
        raise ImportingError(f"“{name}”这张表是空的。", f"The sheet {name} is empty.")
    head_row = head_row if 0 < head_row <= len(rows) else _head_row(fields, rows[:_HEAD_ROWS])
    heads = _heads(rows, head_row)
    below = rows[head_row : head_row + _SAMPLES]
    columns = [
        Column(head, tuple(text for row in below if (text := _text(row, at))))
        for at, head in enumerate(heads)
    ]
    guessed = _guesses(fields, heads)
    filled = [
        Column(one.head, one.samples, guessed.get(one.head, ""))
        for one in columns
        if one.samples or one.head in guessed
    ]
    return Sheet(name, names, head_row, tuple(filled))


def raws(fields: Sequence[Field], content: bytes, matching: Matching) -> Iterator[Row]:
    """
    Get the rows of a sheet as a matching has them, with their numbers; sums are left out.

    Raises ImportingError where the sheet or a column of the matching is no longer there.
    """
    known = {field.key: field for field in columns_of(fields)}
    for number, row in _cells(content, matching):
        raw: dict[str, Any] = {
            key: _said(known[key], cell, matching.words.get(key, {}))
            for key, cell in row.items()
            if key in known
        }
        if raw:
            yield number, {key: text for key, text in matching.fixed.items() if key in known} | raw


def unknown_words(
    fields: Sequence[Field], content: bytes, matching: Matching
) -> dict[str, list[str]]:
    """Get for each field with choices the words of a sheet that are none of them, the first ones."""
    asked = {
        field.key: field
        for field in columns_of(fields)
        if field.kind in {"choice", "boolean"} and field.key in matching.columns.values()
    }
    seen: dict[str, dict[str, None]] = {key: {} for key in asked}
    for _, row in _cells(content, matching) if asked else ():
        for key, declared in asked.items():
            for word in _parts(declared, row.get(key, "")):
                if word not in seen[key] and len(seen[key]) < MAX_ROWS:
                    seen[key][word] = None
    found = {
        key: [
            word
            for word in words
            if word not in matching.words.get(key, {}) and not _is_known(asked[key], word)
        ]
        for key, words in seen.items()
    }
    return {key: words[:MOST_WORDS] for key, words in found.items() if words}


def missing(fields: Sequence[Field], matching: Matching) -> list[Field]:
    """Get the required fields that neither a column nor a fixed value fills."""
    filled = {*matching.columns.values(), *(key for key, text in matching.fixed.items() if text)}
    return [field for field in fields if field.required and field.key not in filled]


def _cells(content: bytes, matching: Matching) -> Iterator[tuple[int, dict[str, Any]]]:
    """Get the cells that fill fields, by field, of each row that is no sum."""
    lines = enumerate(sheet(content, matching.sheet), start=1)
    above = [row for _, row in islice(lines, matching.head_row)]
    places = {head: at for at, head in enumerate(_heads(above, matching.head_row))}
    if gone := [head for head in matching.columns if head not in places]:
        raise ImportingError(
            f"表里没有这些列：{'、'.join(gone[:5])}。请重新对应。",
            f"The sheet has no columns {', '.join(gone[:5])}. Match them again.",
        )
    for number, row in lines:
        if number > MAX_ROWS + matching.head_row:
            raise too_many()
        texts = _texts(row)
        if not texts or _ASIDE.sub("", texts[0]) in _SUMS:
            continue
        yield (
            number,
            {
                key: row[places[head]]
                for head, key in matching.columns.items()
                if places[head] < len(row) and row[places[head]] != ""
            },
        )


def _heads(rows: Sequence[Sequence[Any]], head_row: int) -> list[str]:
    """Get a head for each column, each another: what stands there, above it, or the column's place."""
    if not 0 < head_row <= len(rows):
        return []
    # The last row of rows that are merged holds nothing where the first holds the head.
    over = rows[head_row - 2] if head_row > 1 else []
    found: list[str] = []
    for at in range(min(max(len(rows[head_row - 1]), len(over)), MOST_COLUMNS)):
        own = _text(rows[head_row - 1], at) or (_text(over, at) if len(_texts(over)) > 1 else "")
        head = own[:_LONGEST].rstrip("*＊").strip() or f"第{at + 1}列"
        again = sum(1 for one in found if one == head or one.startswith(f"{head}（第"))
        found.append(f"{head}（第{again + 1}个）" if again else head)
    return found


def _head_row(fields: Sequence[Field], rows: Sequence[Sequence[Any]]) -> int:
    """Get the row that looks most like heads: by the names of fields in it, then by how full it is."""

    def likeness(at: int) -> tuple[int, int, int]:
        texts = [text for text in _texts(rows[at]) if len(text) <= _LONGEST]
        return len(_guesses(fields, dict.fromkeys(texts))), len(texts), -at

    return max(range(len(rows)), key=likeness) + 1


def _guesses(fields: Sequence[Field], heads: Sequence[str] | dict[str, None]) -> dict[str, str]:
    """Get the field each head may mean; the likest first, each field once."""
    likely = sorted(
        (
            (-like, at, head, field.key)
            for head in heads
            for at, field in enumerate(columns_of(fields))
            if (like := _likeness(head, field.label)) >= _LIKE
        ),
    )
    found: dict[str, str] = {}
    for _, _, head, key in likely:
        if head not in found and key not in found.values():
            found[head] = key
    return found


def _likeness(head: str, label: str) -> float:
    """
    Get how alike a head and a label are, from 0 to 1.

    What is named stands last in Chinese: 提交方式 may be meant by 方式, but 经办人电话 is no 经办人.
    """
    short, long = sorted((_plain(head), _plain(label)), key=len)
    if not short:
        return 0.0
    if short == long:
        return 1.0
    if len(short) > 1 and long.endswith(short):
        return 0.7 + 0.2 * len(short) / len(long)
    alike = SequenceMatcher(None, short, long, autojunk=False).ratio()
    return 0.7 * alike if short in long else alike


def _plain(text: str) -> str:
    plain = _ASIDE.sub("", unicodedata.normalize("NFKC", text)).lower()
    return _NAMES.sub("", plain) or plain


def _said(declared: Field, cell: Any, words: Mapping[str, str]) -> Any:
    if not words:
        return typed(declared, cell)
    return "、".join(words.get(part, part) for part in _parts(declared, cell))


def _parts(declared: Field, cell: Any) -> list[str]:
    text = _shown(cell)
    parts = _BETWEEN.split(text) if declared.several else [text]
    return [part.strip() for part in parts if part.strip()]


def _is_known(declared: Field, word: str) -> bool:
    try:
        parsed(declared, word)
    except WrongValueError:
        return False
    return True


def _texts(row: Sequence[Any]) -> list[str]:
    return [text for cell in row if (text := _shown(cell))]


def _text(row: Sequence[Any], at: int) -> str:
    return _shown(row[at])[:_LONGEST] if at < len(row) else ""


def _shown(cell: Any) -> str:
    if isinstance(cell, datetime | date):
        return cell.isoformat(sep=" ") if isinstance(cell, datetime) else cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
