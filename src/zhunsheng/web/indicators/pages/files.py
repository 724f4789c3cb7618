"""
An indicator as a file to keep: figures as numbers, shares with numerator and denominator, or its chart.

Text stays text, whatever it begins with.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

import xlsxwriter
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.web import clock
from zhunsheng.web.indicators.charts.as_png import png
from zhunsheng.web.indicators.pages import definitions, words
from zhunsheng.web.indicators.pages.choices import name_of
from zhunsheng.web.indicators.pages.ranking import Ranked
from zhunsheng.web.indicators.pages.told import Told, told_of
from zhunsheng.web.registers.errors import NotThereError
from zhunsheng.web.workbooks import harmless

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_KINDS = {"csv": "text/csv; charset=utf-8", "xlsx": WORKBOOK, "png": "image/png"}
_PERCENT, _MONEY = "0.00%", "#,##0.00"
Cells = list[Any]


class NothingToDrawError(RefusedError):
    """A chart without a single figure."""


@require_GET
def download(request: HttpRequest, name: str, kind: str) -> HttpResponse:
    """Get an indicator as a file of a kind."""
    if kind not in _KINDS:
        raise NotThereError("没有这种下载。", "There is no such download.")
    told = told_of(request, name)
    content = {"csv": _as_text, "xlsx": _as_workbook, "png": _as_picture}[kind](told, request)
    return file_response(content, _KINDS[kind], f"{name}-{told.asked.period.key}.{kind}")


def file_response(content: bytes, kind: str, name: str) -> HttpResponse:
    """Get some content as a file to keep."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _as_picture(told: Told, request: HttpRequest) -> bytes:
    which = request.GET.get("chart", "trend")
    rows = {"units": told.units, "governments": told.governments}.get(which)
    empty = not any(row.rank for row in rows) if rows is not None else told.trend.is_empty
    if empty:
        raise NothingToDrawError(
            "这个期间没有可以画的数。请换一个期间或者范围。",
            "There are no figures to draw. Choose another period or place.",
        )
    drawn = {"units": told.units_picture, "governments": told.governments_picture}
    picture = drawn.get(which, told.trend_picture)()
    return png(picture, told.title, [*_source(told), _stamp(told)])


def _as_text(told: Told, _request: HttpRequest) -> bytes:
    out = io.StringIO()
    lines = csv.writer(out)
    lines.writerow([_("表"), _("范围"), _("期间"), *_heads(told)])
    for table, whose, when, figure in _all_figures(told):
        cells = [harmless(table), harmless(whose), harmless(when), *_plain(figure, told)]
        lines.writerow(cells)
    # The mark at the front tells spreadsheets that this is UTF-8.
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _as_workbook(told: Told, _request: HttpRequest) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True})
        number = book.add_format({"num_format": _format(told)})
        tables: dict[str, list[tuple[str, str, Figure | None]]] = {}
        for table, whose, when, figure in _all_figures(told):
            tables.setdefault(table, []).append((whose, when, figure))
        for table, rows in tables.items():
            sheet = book.add_worksheet(table)
            sheet.set_column(0, 1, 28)
            sheet.set_column(2, 4, 14)
            sheet.freeze_panes(1, 0)
            for place, head in enumerate([_("范围"), _("期间"), *_heads(told)]):
                sheet.write_string(0, place, head, bold)
            for at, (whose, when, figure) in enumerate(rows, start=1):
                sheet.write_string(at, 0, whose)
                sheet.write_string(at, 1, when)
                for place, cell in enumerate(_numbers(figure, told), start=2):
                    if isinstance(cell, str):
                        sheet.write_string(at, place, cell)
                    elif cell is not None:
                        sheet.write_number(at, place, cell, number if place == 2 else None)
        _about(book.add_worksheet(_("口径")), told, bold)
    return out.getvalue()


def _about(sheet: Any, told: Told, bold: Any) -> None:
    """Write down what the figures are, so that the file can be understood by itself."""
    indicator = told.named.indicator
    lines = [
        (_("指标"), indicator.label),
        (_("含义"), indicator.says),
        (_("算法"), "".join(definitions.in_words(told.named))),
        (_("依据"), indicator.source),
        (_("台账"), told.named.register.register.label),
        (_("计划和报告里的说法"), "、".join(indicator.said_as)),
        (_("账目"), _stamp(told)),
    ]
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 80)
    for at, (label, says) in enumerate(lines):
        sheet.write_string(at, 0, label, bold)
        sheet.write_string(at, 1, says)


def _all_figures(told: Told) -> Iterator[tuple[str, str, str, Figure | None]]:
    """Get every figure of the page: the table it is in, whose it is, and when."""
    asked, whose = told.asked, name_of(told.asked.place)
    yield _("本期"), whose, asked.period.label, told.now
    yield _("本期"), whose, asked.before.label, told.before
    for step, now, before, _change in told.trend.rows:
        yield _("走势"), whose, step.before.label, before
        yield _("走势"), whose, step.now.label, now
    yield from _ranking(_("各单位"), told.units, asked.period.label)
    yield from _ranking(_("下级政府"), told.governments, asked.period.label)


def _ranking(
    table: str, rows: Sequence[Ranked], when: str
) -> Iterator[tuple[str, str, str, Figure | None]]:
    for row in rows:
        yield table, row.name, when, row.figure


def _heads(told: Told) -> list[str]:
    figure = _("比率") if words.is_ratio(told.named) else _("数值")
    shares = [_("分子"), _("分母")] if words.is_ratio(told.named) else [_("计量单位")]
    return [figure, *shares]


def _numbers(figure: Figure | None, told: Told) -> Cells:
    """Get the cells of a figure for a workbook: a share as the part of one that it is."""
    value = words.exact(figure, told.named)
    if words.is_ratio(told.named):
        if figure is None:
            return [None, None, None]
        percent = figure.percent()
        return [None if percent is None else float(percent / 100), figure.counted, figure.base]
    return [None if value is None else float(value), words.measure(told.named)]


def _plain(figure: Figure | None, told: Told) -> Cells:
    """Get the cells of a figure for text: a share in percent."""
    value = words.exact(figure, told.named)
    if words.is_ratio(told.named):
        if figure is None:
            return ["", "", ""]
        percent = figure.percent()
        return ["" if percent is None else f"{percent}%", figure.counted, figure.base]
    written: Any = ""
    if value is not None:
        written = value.numerator if value.denominator == 1 else float(value)
    return [written, harmless(words.measure(told.named))]


def _format(told: Told) -> str:
    if words.is_ratio(told.named):
        return _PERCENT
    return _MONEY if words.is_money(told.named) else "General"


def _source(told: Told) -> list[str]:
    source = told.named.indicator.source
    return [_("依据：%s") % source] if source else []


def _stamp(told: Told) -> str:
    at = _("%s下载。") % f"{clock.now():%Y-%m-%d %H:%M}"
    return f"{words.as_of(told.position)}{at}"
