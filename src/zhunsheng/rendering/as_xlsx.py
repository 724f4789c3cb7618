"""What was found, as a workbook that an office can sort, mark and pass on."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

import xlsxwriter

from zhunsheng.engine.auditing.model import Audit, Coverage
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Reading
from zhunsheng.rendering.words import (
    COVERAGE,
    COVERAGE_STATES,
    FIGURES,
    FINDINGS,
    RELATIONS,
    SEVERITIES,
    TASKS,
    relation_in_words,
)

_FILE = Message("文件", "File")
_LONGEST = 32_000
# A cell that begins with = + - @ stays words: nothing in a workbook may run what a document says.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDTHS = {"severity": 10, "file": 24, "wide": 48, "value": 14}


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """One document with its name and what was found in it."""

    name: str
    reading: Reading
    audit: Audit
    coverage: tuple[Coverage, ...] = ()


def workbook_of(documents: list[Examined], language: str) -> bytes:
    """
    Get a workbook with a sheet each for findings, figures, relations, tasks and covered targets.

    Every row names its file; words are written as words, never as formulas or links.
    """
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as book:
        head = book.add_format(
            {"bold": True, "bg_color": "#EEF2F7", "border": 1, "text_wrap": True}
        )
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        for words, rows in (
            (FINDINGS, _findings(documents, language)),
            (FIGURES, _figures(documents)),
            (RELATIONS, _relations(documents, language)),
            (TASKS, _tasks(documents)),
            (COVERAGE, _coverage(documents, language)),
        ):
            _sheet(book, words, rows, (head, cell), language)
    return content.getvalue()


def _sheet(
    book: xlsxwriter.Workbook,
    words: tuple[Message, ...],
    rows: Iterable[tuple[object, ...]],
    formats: tuple[object, object],
    language: str,
) -> None:
    title, *columns = (word.said_in(language) for word in words)
    sheet = book.add_worksheet(title[:31])
    head, cell = formats
    names = [_FILE.said_in(language), *columns]
    for column, name in enumerate(names):
        sheet.write_string(0, column, name, head)
    last = 0
    for last, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, (int, float)):
                sheet.write_number(last, column, value, cell)
            else:
                sheet.write_string(last, column, str(value)[:_LONGEST], cell)
    sheet.set_column(0, 0, _WIDTHS["file"])
    sheet.set_column(1, 1, _WIDTHS["value"] if words is not FIGURES else _WIDTHS["wide"])
    sheet.set_column(2, len(names) - 1, _WIDTHS["wide"])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(last, 1), len(names) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _findings(documents: list[Examined], language: str) -> Iterable[tuple[object, ...]]:
    for document in documents:
        for finding in document.audit.findings:
            yield (
                document.name,
                SEVERITIES[finding.severity].said_in(language),
                finding.says.said_in(language),
                finding.arithmetic,
                finding.suggestion.said_in(language),
            )


def _figures(documents: list[Examined]) -> Iterable[tuple[object, ...]]:
    for document in documents:
        for figure in document.reading.figures:
            # A workbook keeps 15 digits; a longer number stays exact as words.
            exact = len(figure.value.as_tuple().digits) <= 15
            value: object = float(figure.value) if exact else f"{figure.value:f}"
            yield (document.name, figure.subject, value, figure.unit, figure.quote)


def _relations(documents: list[Examined], language: str) -> Iterable[tuple[object, ...]]:
    for document in documents:
        for relation in document.audit.relations:
            yield (document.name, *relation_in_words(relation, language))


def _tasks(documents: list[Examined]) -> Iterable[tuple[object, ...]]:
    for document in documents:
        for task in document.reading.tasks:
            units = "、".join(unit.name for unit in (*task.units, *task.defaults))
            yield (document.name, task.path, task.title, units)


def _coverage(documents: list[Examined], language: str) -> Iterable[tuple[object, ...]]:
    for document in documents:
        for covered in document.coverage:
            yield (
                document.name,
                COVERAGE_STATES[covered.state].said_in(language),
                covered.target.place.quote,
                covered.figure.quote if covered.figure else "—",
                covered.why.said_in(language),
            )
