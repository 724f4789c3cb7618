"""An official yearly table, laid out as it is printed; each cell leads to its entries."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import xlsxwriter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import NamedTable, catalogue
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period, PeriodError
from zhunsheng.engine.indicators.statistics import Heading
from zhunsheng.web import clock, language
from zhunsheng.web.indicators import results
from zhunsheng.web.indicators.pages import words
from zhunsheng.web.indicators.pages.asking import (
    FIRST_YEAR,
    LAST_YEAR,
    Asked,
    key_of,
    place_of,
)
from zhunsheng.web.indicators.pages.choices import Chooser, chooser, name_of
from zhunsheng.web.indicators.pages.files import WORKBOOK, file_response
from zhunsheng.web.indicators.results import Place
from zhunsheng.web.registers.pages import actor_of

_YEARS = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what it says and where its entries are; a blank one says nothing."""

    said: str = ""
    address: str = ""
    label: str = ""
    value: float | None = None

    @property
    def is_blank(self) -> bool:
        """Whether no indicator stands here."""
        return not self.label


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its heading, over how many rows the heading of its group goes (0 where one above has it)."""

    heading: Heading
    group_rows: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with the figures of a year; `groups` are columns that share a heading, or have none."""

    named: NamedTable
    period: Period
    place: Place
    groups: tuple[tuple[str, tuple[Heading, ...]], ...]
    lines: tuple[Line, ...]

    @property
    def has_row_groups(self) -> bool:
        """Whether rows are grouped, so that there is one column more."""
        return any(heading.group for heading in self.named.table.rows)

    @property
    def has_column_groups(self) -> bool:
        """Whether columns are grouped, so that there is one more row of headings."""
        return any(label for label, _columns in self.groups)


@require_GET
def statistics(request: HttpRequest, name: str) -> HttpResponse:
    """Show an official table of a year, or get it as a workbook."""
    named, actor = catalogue().statistics_table(name), actor_of(request)
    today = clock.now().date()
    place, text = place_of(request, actor), request.GET.get("year", "").strip()
    problem, period = "", periods.year(today.year)
    try:
        period = year_of(text) if text else period
    except PeriodError as error:
        problem = language.said(error.message)
    asked = Asked(actor, periods.so_far(period, today), place, today)
    offered: Chooser = chooser(asked)
    context: dict[str, Any] = {
        "named": named,
        "asked": asked,
        "place": name_of(place),
        "places": offered.places,
        "years": [today.year - back for back in range(_YEARS)],
        "typed": text[:10],
        "problem": problem,
    }
    if problem:
        return render(request, "indicators/statistics.html", context, status=400)
    sheet = sheet_of(named, asked.period, place)
    if request.GET.get("as") == "xlsx":
        return file_response(_workbook(sheet), WORKBOOK, f"{name}-{period.key}.xlsx")
    address = urlencode({"year": period.key, "place": key_of(place), "as": "xlsx"})
    context |= {
        "sheet": sheet,
        "as_of": words.as_of(results.position()),
        "xlsx": address,
        "is_over": period.end < today,
    }
    return render(request, "indicators/statistics.html", context)


def year_of(text: str) -> Period:
    """Get a year from how it is written. Raises PeriodError."""
    number = text.removesuffix("年")
    if number.isascii() and number.isdigit() and FIRST_YEAR < int(number[:9]) <= LAST_YEAR:
        return periods.year(int(number))
    raise PeriodError(
        f"“{text[:10]}”不是年份。请填{FIRST_YEAR + 1}至{LAST_YEAR}之间的年份，如2026。",
        f"{text[:10]} is no year. Write one like 2026.",
    )


def sheet_of(named: NamedTable, period: Period, place: Place) -> Sheet:
    """Get a table with its figures; all of them are computed together."""
    names = list(dict.fromkeys(named.indicators.values()))
    figures = results.figures(names, [period], place)
    table = named.table
    groups = tuple(
        (label, tuple(columns))
        for label, columns in groupby(table.columns, key=lambda column: column.group)
    )
    lines = tuple(
        Line(row, width, tuple(_cells(named, row, period, place, figures)))
        for row, width in _spans(table.rows)
    )
    return Sheet(named, period, place, groups, lines)


def _spans(rows: Sequence[Heading]) -> Iterator[tuple[Heading, int]]:
    for group, together in groupby(rows, key=lambda row: row.group):
        members = list(together)
        for number, row in enumerate(members):
            yield row, (len(members) if group and number == 0 else 0)


def _cells(
    named: NamedTable,
    row: Heading,
    period: Period,
    place: Place,
    figures: dict[tuple[str, str], Figure],
) -> Iterator[Cell]:
    query = urlencode({"period": period.key, "place": key_of(place)})
    for column in named.table.columns:
        name = named.cell(row.key, column.key)
        if name is None:
            yield Cell()
            continue
        indicator = catalogue().indicator(name)
        figure = figures[name, period.key]
        value = words.exact(figure, indicator)
        yield Cell(
            words.said(figure, indicator),
            f"{reverse('indicator_entries', args=[name])}?{query}",
            f"{row.group} {row.label} {column.group} {column.label}".strip(),
            None if value is None else float(value),
        )


def _workbook(sheet: Sheet) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        page = book.add_worksheet(sheet.named.table.label[:31].translate(_NOT_IN_A_NAME))
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        look = book.add_format(
            {"border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}
        )
        left = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
        title = book.add_format({"bold": True, "font_size": 14, "align": "center"})
        _fill(page, sheet, (title, look, left))
    return out.getvalue()


_NOT_IN_A_NAME = {ord(sign): "　" for sign in "[]:*?/\\"}


def _fill(page: Any, sheet: Sheet, looks: tuple[Any, Any, Any]) -> None:
    """Write a table as it is printed: title, whose and when, headings, rows."""
    title, look, left = looks
    first = 2 if sheet.has_row_groups else 1
    last = first + len(sheet.named.table.columns) - 1
    page.set_column(0, first - 1, 24)
    page.set_column(first, last, 10)
    page.merge_range(0, 0, 0, last, sheet.named.table.label, title)
    page.write_string(1, 0, f"{name_of(sheet.place)} {sheet.period.label}")
    at = 3 if sheet.has_column_groups else 2
    _across(page, (2, 0), (at, first - 1), "", look)
    place = first
    for label, columns in sheet.groups:
        if label:
            _across(page, (2, place), (2, place + len(columns) - 1), label, look)
        for column in columns:
            _across(page, (at if label else 2, place), (at, place), column.label, look)
            place += 1
    for line in sheet.lines:
        at += 1
        if line.heading.group:
            if line.group_rows:
                _across(page, (at, 0), (at + line.group_rows - 1, 0), line.heading.group, left)
            page.write_string(at, first - 1, line.heading.label, left)
        else:
            _across(page, (at, 0), (at, first - 1), line.heading.label, left)
        for place, cell in enumerate(line.cells, start=first):
            if cell.value is None:
                page.write_string(at, place, cell.said, look)
            else:
                page.write_number(at, place, cell.value, look)


def _across(
    page: Any, begins: tuple[int, int], ends: tuple[int, int], label: str, look: Any
) -> None:
    """Write a heading over some cells, which is one cell on paper."""
    if begins == ends:
        page.write_string(*begins, label, look)
    else:
        page.merge_range(*begins, *ends, label, look)
