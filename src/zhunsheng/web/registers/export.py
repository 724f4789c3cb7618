"""The entries of a register as a workbook; text stays text, whatever it begins with."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date

import xlsxwriter

from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.register import Register
from zhunsheng.engine.registers.values import shown
from zhunsheng.web.registers.models import Entry

_WIDTH = 18
_LONGEST = 32_000


def workbook(register: Register, entries: Iterable[Entry]) -> bytes:
    """Get a workbook of some entries, without personal data."""
    fields = [field for field in register.fields if not field.personal]
    states = {s.key: s.label for s in register.procedure.states} if register.procedure else {}
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(register.label[:31])
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        heads = ["编号", "单位", "状态", "到期日", "逾期", *(field.label for field in fields)]
        sheet.set_column(0, len(heads) - 1, _WIDTH)
        sheet.freeze_panes(1, 1)
        for column, head in enumerate(heads):
            sheet.write_string(0, column, head, bold)
        for row, entry in enumerate(entries, start=1):
            cells = [
                entry.number,
                entry.unit.name,
                states.get(entry.state, ""),
                entry.due,
                "是" if entry.late else "",
                *(_cell(entry, field) for field in fields),
            ]
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write_datetime(row, column, cell, day)
                elif isinstance(cell, int):
                    sheet.write_number(row, column, cell)
                elif cell:
                    sheet.write_string(row, column, str(cell)[:_LONGEST])
    return out.getvalue()


def _cell(entry: Entry, field: Field) -> object:
    value = entry.values.get(field.key)
    if value is None:
        return ""
    if field.kind == "date":
        return date.fromisoformat(value)
    return value if field.kind == "integer" else shown(field, value)
