"""
The entries of a list as a file to keep: a workbook or comma-separated text, of any length.

Text stays text, whatever it begins with. Nothing personal is in it, and who took what is in the ledger.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any, Protocol

import xlsxwriter
from django.db import transaction
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger import store
from zhunsheng.web.lists.columns import Column, text_of
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.workbooks import harmless

MOST_ROWS = 200_000
KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
_WIDTH = 18
_LONGEST = 32_000
_CHUNK = 2000


class TooManyError(RefusedError):
    """More entries than a file should hold."""


class Written(Protocol):
    """What a file is written of: heads, and rows that are counted as they go by."""

    count: int

    @property
    def heads(self) -> list[str]:
        """What stands above the columns."""

    def __iter__(self) -> Iterator[list[Any]]:
        """Get the rows. Raises TooManyError."""


def file_of(kind: str, title: str, rows: Written) -> IO[bytes]:
    """
    Get rows as a temporary file of a kind in `KINDS`, under the title of a sheet.

    Rows go to the disk as they are read. Raises TooManyError.
    """
    out: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  # the response closes it
    try:
        if kind == "xlsx":
            _write_workbook(out, title, rows)
        else:
            _write_text(out, rows)
    except BaseException:
        out.close()
        raise
    out.seek(0)
    return out


def too_many() -> TooManyError:
    """Get the refusal of more rows than a file should hold."""
    return TooManyError(
        f"超过{MOST_ROWS:,}条，一个文件放不下。请加上条件，分几次导出。",
        f"More than {MOST_ROWS:,} entries. Add filters and export in parts.",
    )


@transaction.atomic
def tell(
    actor: Actor, register: str, asked: QueryDict, kind: str, count: int, at: datetime
) -> None:
    """Write into the ledger who exported what; the words searched for may be a name and stay out."""
    query = asked.copy()
    searched = bool(query.pop("q", None))
    query.pop("as", None)
    says = {
        "register": register,
        "query": query.urlencode(),
        "searched": searched,
        "kind": kind,
        "count": count,
    }
    draft = store.Draft(about=f"list/{register}", says=says, personal={})
    head = store.lock_head()
    store.append(head, [draft], at=at, who=f"user/{actor.user.pk}", did="list.export")


class Rows:
    """The entries of a list as rows."""

    def __init__(
        self,
        named: NamedRegister,
        entries: QuerySet[Entry],
        columns: Sequence[Column],
    ) -> None:
        self.columns, self.count = columns, 0
        self._entries = entries
        procedure = named.register.procedure
        self._states = {s.key: s.label for s in procedure.states} if procedure else {}

    @property
    def heads(self) -> list[str]:
        """What stands above the columns."""
        heads = []
        for column in self.columns:
            heads.append(column.label)
            if column.key == "due":
                heads.append(_("逾期"))
        return heads

    def __iter__(self) -> Iterator[list[Any]]:
        for entry in self._entries.defer("private").iterator(chunk_size=_CHUNK):
            self.count += 1
            if self.count > MOST_ROWS:
                raise too_many()
            yield list(self._cells(entry))

    def _cells(self, entry: Entry) -> Iterable[Any]:
        for column in self.columns:
            yield _cell(entry, column, self._states)
            if column.key == "due":
                yield _("是") if entry.late else ""


def _cell(entry: Entry, column: Column, states: dict[str, str]) -> Any:
    """Get a cell in the type a spreadsheet counts with: a day, a number, or text."""
    if column.key == "due":
        return entry.due or ""
    if column.field is None:
        return text_of(entry, column, states)
    value = entry.values.get(column.field.key)
    if value is None:
        return ""
    if column.field.kind == "date":
        return date.fromisoformat(value)
    if column.field.kind == "integer":
        return value
    if column.field.kind == "money":
        return value / 100
    if column.field.kind == "decimal":
        return float(value)
    return text_of(entry, column, states)


def _write_workbook(out: IO[bytes], title: str, rows: Written) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet(title[:31])
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.set_column(0, max(0, len(rows.heads) - 1), _WIDTH)
        sheet.freeze_panes(1, 1)
        for place, head in enumerate(rows.heads):
            sheet.write_string(0, place, head, bold)
        for number, cells in enumerate(rows, start=1):
            for place, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write_datetime(number, place, cell, day)
                elif isinstance(cell, int | float | Decimal):
                    sheet.write_number(number, place, cell)
                elif cell:
                    sheet.write_string(number, place, str(cell)[:_LONGEST])


def _write_text(out: IO[bytes], rows: Written) -> None:
    # The mark at the front tells spreadsheets that this is UTF-8.
    out.write(b"\xef\xbb\xbf")
    lines = csv.writer(_Encoded(out))
    lines.writerow(rows.heads)
    for cells in rows:
        lines.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in cells])


class _Encoded:
    """Takes lines of text and writes them as UTF-8."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out

    def write(self, text: str) -> int:
        """Write some text."""
        return self._out.write(text.encode())
