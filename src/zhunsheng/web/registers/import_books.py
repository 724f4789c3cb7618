"""
Workbooks that a register's declaration gives: the template to fill, and the list of what was wrong.

Words go in as text, never as formulas.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.register import Register
from zhunsheng.web.registers.importing import MAX_ROWS, Report, columns_of

_TEXT = {"strings_to_formulas": False, "strings_to_urls": False}
_ASKED = {
    "date": ("日期", "2026-03-01"),
    "datetime": ("时间", "2026-03-01 09:30"),
    "integer": ("整数", "12"),
    "decimal": ("数字", "12.5"),
    "money": ("金额，单位元", "1200.50"),
    "boolean": ("填“是”或者“否”", "是"),
    "party": ("姓名或者名称", "某甲（虚构）"),
    "region": ("6、9或者12位行政区划代码", "990121"),
    "reference": ("所指记录的编号", "2026-00001"),
    "unit": ("单位名称", "某县司法局（虚构）"),
    "person": ("姓名", "某乙（虚构）"),
}


def template(register: Register) -> bytes:
    """Get an empty workbook for a register: columns, choices to pick from, and what each asks."""
    out = io.BytesIO()
    fields = columns_of(register.entry_fields)
    with xlsxwriter.Workbook(out, _TEXT) as book:
        bold = book.add_format({"bold": True, "bg_color": "#EEF2F7", "border": 1})
        sheet = book.add_worksheet("填报")
        sheet.freeze_panes(1, 0)
        told = book.add_worksheet("填写说明")
        choices = book.add_worksheet("选项")
        for column, field in enumerate(fields):
            sheet.write_string(
                0, column, f"{field.label}*" if field.required else field.label, bold
            )
            sheet.set_column(column, column, 20)
            _offer_choices(sheet, choices, column, field)
        choices.hide()
        _tell(told, register, fields, bold, book.add_format({"text_wrap": True, "valign": "top"}))
    return out.getvalue()


def errors(register: Register, report: Report) -> bytes:
    """Get a workbook of what was wrong: row, column, what stands there, and what to do."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _TEXT | {"constant_memory": True}) as book:
        bold, sheet = book.add_format({"bold": True}), book.add_worksheet("需要改正")
        sheet.freeze_panes(1, 0)
        sheet.set_column(1, 2, 24)
        sheet.set_column(3, 3, 80)
        for column, head in enumerate(("行", "列", "填的内容", "问题")):
            sheet.write_string(0, column, head, bold)
        for row, one in enumerate(report.wrong, start=1):
            sheet.write_number(row, 0, one.row)
            for column, text in enumerate((one.column, one.value, one.says), start=1):
                sheet.write_string(row, column, text)
        if report.cut:
            sheet.write_string(len(report.wrong) + 1, 1, "问题太多，后面的行没有检查。")
        book.set_properties({"title": register.label})
    return out.getvalue()


def _offer_choices(sheet: Any, choices: Any, column: int, field: Field) -> None:
    """Let the cells of a column be picked from a list, which stands on a sheet of its own."""
    labels = [choice.label for choice in field.choices]
    if field.kind == "boolean":
        labels = ["是", "否"]
    if not labels or field.several:
        return
    for row, label in enumerate(labels):
        choices.write_string(row, column, label)
    name = xlsxwriter.utility.xl_col_to_name(column)
    source = f"=选项!${name}$1:${name}${len(labels)}"
    rule = {
        "validate": "list",
        "source": source,
        "error_title": field.label[:32],
        "error_message": "请从下拉列表里选择。",
    }
    sheet.data_validation(1, column, MAX_ROWS, column, rule)


def _tell(told: Any, register: Register, fields: Sequence[Field], bold: Any, wrapped: Any) -> None:
    told.freeze_panes(1, 0)
    told.set_column(0, 1, 18)
    told.set_column(2, 2, 50)
    told.set_column(3, 4, 36)
    for column, head in enumerate(("字段", "要求", "怎样填", "例子", "依据")):
        told.write_string(0, column, head, bold)
    for row, field in enumerate(fields, start=1):
        asks, example = _asks(field)
        source = str(field.source) if field.source else ""
        cells = (field.label, "必填" if field.required else "选填", asks, example, source)
        for column, text in enumerate(cells):
            told.write_string(row, column, text, wrapped)
    notes = (
        f"依据：{register.basis}",
        f"一行一条，最多{MAX_ROWS:,}行。先全部检查，有一处不对就一条也不导入。",
    )
    for row, text in enumerate(notes, start=len(fields) + 2):
        told.write_string(row, 0, text)


def _asks(field: Field) -> tuple[str, str]:
    """Get what a field asks for, and an example."""
    words, example = _ASKED.get(field.kind, ("文字", ""))
    if field.longest:
        words = f"{words}，最多{field.longest:,}字"
    if field.choices:
        listed = "、".join(choice.label for choice in field.choices)
        words = f"可填几项，用顿号隔开：{listed}" if field.several else f"从这些里选：{listed}"
        example = "、".join(choice.label for choice in field.choices[: 2 if field.several else 1])
    if field.measure:
        words = f"{words}，单位{field.measure}"
    if field.examples:
        example = field.examples[0]
    return "；".join(part for part in (words, field.help) if part), example
