"""
Workbooks that people send, opened safely, sheet by sheet; and text that is safe in those they get.

It knows limits and how cells are read; what a column means is for the caller.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from zhunsheng.engine.documents.archive import Archive
from zhunsheng.engine.documents.document import DocumentError
from zhunsheng.engine.refusals import RefusedError

MAX_BYTES = 20 * 1024 * 1024
# What spreadsheets take for the beginning of a formula.
FORMULA = frozenset("=+-@\t\r\n")


class ImportingError(RefusedError):
    """A file that is no workbook, or not the one that was asked for."""


def sheet(content: bytes, which: int | str) -> Iterator[list[Any]]:
    """
    Get the rows of a sheet, by its place or its name.

    Raises ImportingError for what is too large, unpacks to too much, is no workbook or lacks the sheet.
    """
    with _opened(content) as book:
        if isinstance(which, str) and which not in book.sheet_names:
            raise ImportingError(
                f"工作簿里没有“{which}”这张表。", f"The workbook has no sheet {which}."
            )
        found = (
            book.get_sheet_by_name(which)
            if isinstance(which, str)
            else book.get_sheet_by_index(which)
        )
        yield from found.iter_rows()


def sheet_names(content: bytes) -> list[str]:
    """Get the names of a workbook's sheets, at least one. Raises ImportingError."""
    with _opened(content) as book:
        if book.sheet_names:
            return list(book.sheet_names)
    raise ImportingError("工作簿里没有表。", "The workbook has no sheets.")


@contextmanager
def _opened(content: bytes) -> Iterator[CalamineWorkbook]:
    """Open a workbook, and say in words what reading it stumbles over."""
    if len(content) > MAX_BYTES:
        raise ImportingError(
            "文件超过20MB。请分成几个文件导入。",
            "The file is larger than 20 MB. Import it in parts.",
        )
    try:
        archive = Archive(content, "上传的文件")
        for name in archive.names:
            archive.read(name)  # what unpacks to more than it claims is refused here
        yield CalamineWorkbook.from_filelike(io.BytesIO(content))
    except ImportingError:
        raise
    except DocumentError as error:
        raise ImportingError(error.message.zh, error.message.en) from error
    except (CalamineError, IndexError, ValueError) as error:
        raise ImportingError(
            "不是Excel工作簿（xlsx），或者已经损坏。请用模板另存后再试。",
            "This is no Excel workbook (xlsx), or a damaged one. Save it anew from the template and try again.",
        ) from error


def harmless(text: str) -> str:
    """Get a text that no spreadsheet takes for a formula: an apostrophe goes before it."""
    # Wide signs are signs too; a blank before one does not hide it.
    first = unicodedata.normalize("NFKC", text.lstrip(" \u3000")[:1])
    return f"'{text}" if first in FORMULA else text
