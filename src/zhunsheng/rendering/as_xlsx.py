"""What was found, as a workbook that an office can sort, mark and pass on."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

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
    gravest_first,
    relation_in_words,
    target_in_words,
    targets_by_task,
)

_FILE = Message("文件", "File")
_LONGEST = 32_000
_A4 = 9
# A cell that begins with = + - @ stays words: nothing in a workbook may run what a document says.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FILE_WIDTH = 24
# Of the columns after the file, in characters of a digit's width.
_WIDTHS: dict[tuple[Message, ...], tuple[int, ...]] = {
    FINDINGS: (8, 60, 44, 44),
    FIGURES: (40, 16, 10, 48),
    RELATIONS: (10, 40, 60, 12),
    TASKS: (10, 40, 60, 48),
    COVERAGE: (10, 48, 48, 60),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One document with its name and what was found in it."""

    name: str
    reading: Reading
    audit: Audit
    coverage: tuple[Coverage, ...] = ()


def workbook_of(documents: list[Entry], language: str) -> bytes:
    """
    Get a workbook with a sheet each for findings, figures, relations, tasks and covered targets.

    Every row names its file; words are written as words, never as formulas or links.
    """
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as book:
        formats = _formats(book)
        for words, rows in (
            (FINDINGS, _findings(documents, language)),
            (FIGURES, _figures(documents)),
            (RELATIONS, _relations(documents, language)),
            (TASKS, _tasks(documents)),
            (COVERAGE, _coverage(documents, language)),
        ):
            _sheet(book, words, rows, formats, language)
    return content.getvalue()


def _formats(book: xlsxwriter.Workbook) -> dict[str, Any]:
    top: dict[str, Any] = {"valign": "top"}
    head = {"bold": True, "bg_color": "#EEF2F7", "border": 1, "text_wrap": True}
    return {
        "head": book.add_format(head),
        "words": book.add_format(top | {"text_wrap": True}),
        "whole": book.add_format(top | {"num_format": "#,##0"}),
        "fraction": book.add_format(top | {"num_format": "#,##0.0#########"}),
    }


def _sheet(
    book: xlsxwriter.Workbook,
    words: tuple[Message, ...],
    rows: Iterable[tuple[object, ...]],
    formats: dict[str, Any],
    language: str,
) -> None:
    title, *columns = (word.said_in(language) for word in words)
    sheet = book.add_worksheet(title[:31])
    for column, name in enumerate([_FILE.said_in(language), *columns]):
        sheet.write_string(0, column, name, formats["head"])
    last = 0
    for last, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, (int, float)):
                whole = float(value).is_integer()
                sheet.write_number(last, column, value, formats["whole" if whole else "fraction"])
            else:
                sheet.write_string(last, column, str(value)[:_LONGEST], formats["words"])
    for column, width in enumerate((_FILE_WIDTH, *_WIDTHS[words])):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(last, 1), len(columns))
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C&P / &N")


def _findings(documents: list[Entry], language: str) -> Iterable[tuple[object, ...]]:
    for document in documents:
        for finding in document.audit.findings:
            yield (
                document.name,
                SEVERITIES[finding.severity].said_in(language),
                finding.says.said_in(language),
                finding.arithmetic,
                finding.suggestion.said_in(language),
            )


def _figures(documents: list[Entry]) -> Iterable[tuple[object, ...]]:
    for document in documents:
        for figure in document.reading.figures:
            # A workbook keeps 15 digits; a longer number stays exact as words.
            exact = len(figure.value.as_tuple().digits) <= 15
            value: object = float(figure.value) if exact else f"{figure.value:f}"
            yield (document.name, figure.subject, value, figure.unit, figure.quote)


def _relations(documents: list[Entry], language: str) -> Iterable[tuple[object, ...]]:
    for document in documents:
        for relation in document.audit.relations:
            yield (document.name, *relation_in_words(relation, language))


def _tasks(documents: list[Entry]) -> Iterable[tuple[object, ...]]:
    for document in documents:
        targets = targets_by_task(document.reading)
        for task in document.reading.tasks:
            units = "、".join(unit.name for unit in (*task.units, *task.defaults))
            asked = (f"{t.indicator} {target_in_words(t)}" for t in targets.get(task.path, []))
            yield (document.name, task.path, task.title, units, "；".join(asked))


def _coverage(documents: list[Entry], language: str) -> Iterable[tuple[object, ...]]:
    for document in documents:
        for covered in gravest_first(document.coverage):
            yield (
                document.name,
                COVERAGE_STATES[covered.state].said_in(language),
                covered.target.place.quote,
                covered.figure.quote if covered.figure else "—",
                covered.why.said_in(language),
            )
