"""
Entries from a workbook: the template a register's declaration gives, and reading it back.

It knows columns and rows; what a row may say is the engine's affair, and keeping it the actions'.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import xlsxwriter

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.registers.cases import checked, clock_problem
from zhunsheng.engine.registers.fields import Field
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.workbooks import ImportingError, sheet

MAX_ROWS = 50_000
_LISTED = 255
_NO_COLUMN = frozenset({"attachments", "rows"})


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with one row, and in which column."""

    row: int
    column: str
    says: str


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a workbook as they may be saved, and all that is wrong with them."""

    good: list[Mapping[str, Any]]
    wrong: list[Wrong]


def template(fields: Sequence[Field]) -> bytes:
    """Get an empty workbook for a register: columns, choices to pick from, and what each asks."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "bg_color": "#EEF2F7", "border": 1})
        sheet = book.add_worksheet("填报")
        sheet.freeze_panes(1, 0)
        told = book.add_worksheet("填写说明")
        told.set_column(0, 2, 30)
        for column, head in enumerate(("字段", "要求", "说明")):
            told.write_string(0, column, head, bold)
        for column, field in enumerate(_columns(fields)):
            sheet.write_string(0, column, _head(field), bold)
            sheet.set_column(column, column, 20)
            told.write_string(column + 1, 0, field.label)
            told.write_string(column + 1, 1, "必填" if field.required else "选填")
            told.write_string(column + 1, 2, _asks(field))
            labels = [choice.label for choice in field.choices]
            if labels and not field.several and len(",".join(labels)) <= _LISTED:
                rule = {"validate": "list", "source": labels}
                sheet.data_validation(1, column, MAX_ROWS, column, rule)
    return out.getvalue()


def rows_of(named: NamedRegister, fields: Sequence[Field], content: bytes, today: date) -> Rows:
    """
    Get the rows of a filled template, each checked as an entry would be.

    Raises ImportingError for a file that is too large, no workbook, or no template of the register.
    """
    found = Rows([], [])
    for number, raw in _raw_rows(fields, content):
        entry = checked(named.register, raw)
        for key, problem in entry.problems.items():
            found.wrong.append(Wrong(number, _label(fields, key), problem.zh))
        if entry.problems:
            continue
        clocks = named.domain.clocks_by_key()
        late = clock_problem(named.register, clocks, entry.values, today, calendar_of())
        if late is not None:
            found.wrong.append(Wrong(number, "日期", late.zh))
        else:
            found.good.append(raw)
    return found


def _raw_rows(fields: Sequence[Field], content: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    lines = sheet(content, 0)
    heads = [str(cell).strip().rstrip("*＊") for cell in next(lines, [])]
    known = {field.label: field for field in _columns(fields)}
    if unknown := [head for head in heads if head and head not in known]:
        raise ImportingError(
            f"表头里有不认识的列：{'、'.join(unknown[:5])}。请用本台账的模板填写。",
            f"Unknown columns: {', '.join(unknown[:5])}. Use the template of this register.",
        )
    if missing := [
        field.label for field in known.values() if field.required and field.label not in heads
    ]:
        raise ImportingError(
            f"缺少必填的列：{'、'.join(missing)}。请用本台账的模板填写。",
            f"Columns are missing: {', '.join(missing)}. Use the template of this register.",
        )
    for number, cells in enumerate(lines, start=2):
        if number > MAX_ROWS + 1:
            raise ImportingError(
                f"超过{MAX_ROWS}行。请分成几个文件导入。",
                f"More than {MAX_ROWS} rows. Split the file.",
            )
        row = {
            known[head].key: _typed(known[head], cell)
            for head, cell in zip(heads, cells, strict=False)
            if head and cell != ""
        }
        if row:
            yield number, row


def _typed(field: Field, cell: Any) -> Any:
    """Get a cell as somebody would type it: a number in a money column is yuan, not 分."""
    return str(cell) if field.kind == "money" else cell


def _columns(fields: Sequence[Field]) -> list[Field]:
    return [field for field in fields if field.kind not in _NO_COLUMN]


def _head(field: Field) -> str:
    return f"{field.label}*" if field.required else field.label


def _label(fields: Sequence[Field], key: str) -> str:
    return next((field.label for field in fields if field.key == key), key)


def _asks(field: Field) -> str:
    if field.choices:
        return f"{'可填几项，用顿号隔开：' if field.several else ''}{'、'.join(c.label for c in field.choices)}"
    kinds = {
        "date": "日期，如 2026-03-01",
        "datetime": "时间，如 2026-03-01 09:30",
        "integer": "整数",
        "decimal": "数字",
        "money": "金额，单位元",
        "boolean": "是、否",
        "party": "姓名或者名称",
        "region": "行政区划代码",
    }
    return "；".join(part for part in (kinds.get(field.kind, "文字"), field.help) if part)
