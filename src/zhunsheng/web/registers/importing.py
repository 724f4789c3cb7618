"""
Entries from a workbook: read row by row, all of them checked, then all of them kept or none.

It knows columns and rows; what a row may say is the engine's affair, and keeping it the actions'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import transaction

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.fields import Field
from zhunsheng.web.actors import Actor
from zhunsheng.web.language import said
from zhunsheng.web.lists.declared_indexes import refresh
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.checking import Saving, looked_through
from zhunsheng.web.registers.held import Held
from zhunsheng.web.workbooks import ImportingError, sheet

MAX_ROWS = 50_000
# More mistakes than anybody corrects one by one; the file is wrong as a whole then.
MOST_WRONG = 5_000
_BATCH = 2_000
_NO_COLUMN = frozenset({"attachments", "rows"})


Row = tuple[int, dict[str, Any]]
"""The number of a row in its sheet, and what it says of each field."""


class OtherHeadsError(ImportingError):
    """A workbook whose heads are not those of the register's template."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with one row, in which column, and what stands there."""

    row: int
    column: str
    says: str
    value: str = ""


@dataclass(slots=True)
class Report:
    """How many rows are fine, and what is wrong with the others; `cut` when there is more of it."""

    good: int = 0
    wrong: list[Wrong] = field(default_factory=list)
    cut: bool = False


def check(saving: Saving, rows: Iterable[Row]) -> Report:
    """
    Get what is wrong with the rows of a workbook, each checked as saving it would.

    Rows are not kept: memory does not grow with them. Raises what reading the rows raises:
    ImportingError for a file that is too large, no workbook, or not the one that was asked for.
    """
    found, fields = Report(), saving.named.register.entry_fields
    waiting = iter(rows)
    while batch := list(islice(waiting, _BATCH)):
        # What was read for some rows is let go before the next: memory does not grow with them.
        some = replace(saving, held=Held())
        looked, _ = looked_through(some, [raw for _, raw in batch], {})
        for (number, raw), one in zip(batch, looked, strict=True):
            if not one.problems:
                found.good += 1
                continue
            if len(found.wrong) + len(one.problems) > MOST_WRONG:
                found.cut = True
                return found
            found.wrong += _wrong(number, raw, one.problems, fields)
    return found


@transaction.atomic
def keep(actor: Actor, named: NamedRegister, unit: Unit, rows: Iterable[Row], at: datetime) -> int:
    """
    Keep all rows of a workbook as entries and get how many; none where one is refused.

    Raises ImportingError as `check` does, and what `actions.create_many` raises.
    """
    raws = (raw for _, raw in rows)
    count = 0
    while batch := list(islice(raws, _BATCH)):
        actions.create_many(actor, named.name, unit, batch, at)
        count += len(batch)
    if count >= _BATCH:
        refresh(catalogue().registers())
    return count


def raws_of(fields: Sequence[Field], content: bytes) -> Iterator[Row]:
    """Get the rows of a filled template with their numbers. Raises ImportingError."""
    lines = sheet(content, 0)
    heads = [str(cell).strip().rstrip("*＊") for cell in next(lines, [])]
    known = {field.label: field for field in columns_of(fields)}
    _check_heads(heads, known)
    for number, cells in enumerate(lines, start=2):
        if number > MAX_ROWS + 1:
            raise too_many()
        row = {
            known[head].key: typed(known[head], cell)
            for head, cell in zip(heads, cells, strict=False)
            if head and cell != ""
        }
        if row:
            yield number, row


def columns_of(fields: Sequence[Field]) -> list[Field]:
    """Get the fields that have a column: files and tables in a cell there are not."""
    return [field for field in fields if field.kind not in _NO_COLUMN]


def typed(field: Field, cell: Any) -> Any:
    """Get a cell as somebody would type it: a number in a money column is yuan, not 分."""
    return str(cell) if field.kind == "money" else cell


def too_many() -> ImportingError:
    """Get the refusal of a workbook with more rows than are taken at once."""
    return ImportingError(
        f"超过{MAX_ROWS:,}行。请分成几个文件导入。",
        f"More than {MAX_ROWS:,} rows. Split the file.",
    )


def _check_heads(heads: Sequence[str], known: Mapping[str, Field]) -> None:
    if unknown := [head for head in heads if head and head not in known]:
        raise OtherHeadsError(
            f"表头里有不认识的列：{'、'.join(unknown[:5])}。请用本台账的模板填写。",
            f"Unknown columns: {', '.join(unknown[:5])}. Use the template of this register.",
        )
    if twice := sorted({head for head in heads if head and heads.count(head) > 1}):
        raise OtherHeadsError(
            f"表头里有重复的列：{'、'.join(twice[:5])}。请用本台账的模板填写。",
            f"Columns are there twice: {', '.join(twice[:5])}. Use the template.",
        )
    if missing := [
        field.label for field in known.values() if field.required and field.label not in heads
    ]:
        raise OtherHeadsError(
            f"缺少必填的列：{'、'.join(missing)}。请用本台账的模板填写。",
            f"Columns are missing: {', '.join(missing)}. Use the template of this register.",
        )


def _wrong(
    number: int, raw: Mapping[str, Any], problems: Mapping[str, Message], fields: Sequence[Field]
) -> Iterator[Wrong]:
    labels = {field.key: field.label for field in fields}
    for key, problem in problems.items():
        yield Wrong(number, labels.get(key, key), said(problem), str(raw.get(key, ""))[:200])
