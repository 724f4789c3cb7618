"""Several governments' and years' reports side by side: indicators down, reports across."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from django.db.models import Count, Min
from django.db.models.fields.json import KT
from django.utils.translation import gettext as _

from zhunsheng.engine.contents import NamedIndicator
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import keys
from zhunsheng.web.reporting.existing_understanding import named
from zhunsheng.web.workbooks import harmless

MOST_SHOWN = 8
"""Columns that a screen still holds; others are chosen instead."""
_MOST_LISTED = 200
_MOST_FIGURES = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PastReport:
    """A report whose figures are kept; `key` is that of its first figure."""

    key: int
    region: str
    year: int
    title: str
    digest: str
    government: int
    count: int

    @property
    def label(self) -> str:
        """Whose it is, and of which year."""
        return f"{self.region} {self.year}"


@dataclass(frozen=True, slots=True)
class SideBySide:
    """
    A table of indicators and reports.

    Each row has an indicator, or the label it was kept under where it is no more, and for each report the
    figure's entry or nothing.
    """

    reports: tuple[PastReport, ...]
    rows: tuple[tuple[NamedIndicator | None, str, tuple[Entry | None, ...]], ...]


def reports_kept(actor: Actor) -> list[PastReport]:
    """Get the reports whose figures somebody may see, the latest year first, in one query."""
    found = (
        policy.entries_for(actor)
        .filter(register=keys.PAST_FIGURE)
        .order_by()
        .values(
            "government_id",
            of=KT("values__source_digest"),
            region=KT("values__region"),
            year=KT("values__year"),
            source=KT("values__source_title"),
        )
        .annotate(first=Min("pk"), figures=Count("pk"))
        .order_by("-year", "region", "first")[:_MOST_LISTED]
    )
    return [
        PastReport(
            key=one["first"],
            region=str(one["region"] or "—"),
            year=int(one["year"] or 0),
            title=str(one["source"] or "—"),
            digest=str(one["of"] or ""),
            government=one["government_id"],
            count=one["figures"],
        )
        for one in found
    ]


def side_by_side(actor: Actor, reports: Sequence[PastReport]) -> SideBySide:
    """Get the figures of some reports beside each other, in the order of the indicators."""
    places = {
        (one.government, one.digest, one.region, one.year): at for at, one in enumerate(reports)
    }
    figures = (
        policy.entries_for(actor)
        .filter(
            register=keys.PAST_FIGURE,
            values__source_digest__in=sorted({one.digest for one in reports}),
        )
        .defer("private")
        .order_by("pk")[:_MOST_FIGURES]
    )
    found: dict[str, list[Entry | None]] = {}
    labels: dict[str, str] = {}
    for entry in figures if reports else ():
        values = entry.values
        place = places.get(_place(entry))
        if place is None:
            continue
        name = str(values.get("indicator") or values.get("label") or "")
        row = found.setdefault(name, [None] * len(reports))
        labels.setdefault(name, str(values.get("label") or name))
        row[place] = row[place] or entry
    known = {name: named(name) for name in found}
    order = sorted(found, key=lambda name: _order(name, known[name], labels[name]))
    return SideBySide(
        tuple(reports), tuple((known[name], labels[name], tuple(found[name])) for name in order)
    )


def shown_of(reports: Sequence[PastReport], asked: Collection[str]) -> list[PastReport]:
    """Get the reports that were asked for by their keys; the first ones where none was."""
    chosen = [one for one in reports if str(one.key) in asked]
    return (chosen or list(reports))[:MOST_SHOWN]


def workbook(table: SideBySide) -> bytes:
    """Get a table as a workbook: one sheet of figures, and one with the words they stand in."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True})
        sheet = book.add_worksheet(_("对照"))
        sheet.set_column(0, 1, 28)
        sheet.set_column(2, 1 + len(table.reports), 16)
        sheet.freeze_panes(1, 2)
        heads = [_("指标"), _("领域"), *(one.label for one in table.reports)]
        for column, head in enumerate(heads):
            sheet.write_string(0, column, harmless(head), bold)
        for at, (indicator, label, figures) in enumerate(table.rows, start=1):
            sheet.write_string(at, 0, harmless(label))
            sheet.write_string(at, 1, indicator.domain.label if indicator else "")
            for column, entry in enumerate(figures, start=2):
                said = str(entry.values.get("printed") or "—") if entry is not None else "—"
                sheet.write_string(at, column, harmless(said))
        _quotes(book.add_worksheet(_("出处")), table, bold)
    return out.getvalue()


def _quotes(sheet: Any, table: SideBySide, bold: Any) -> None:
    heads = [
        _("政府"),
        _("年度"),
        _("指标"),
        _("报告写的"),
        _("数值"),
        _("单位"),
        _("原文"),
        _("报告"),
    ]
    sheet.freeze_panes(1, 0)
    sheet.set_column(2, 2, 28)
    sheet.set_column(6, 7, 60)
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, bold)
    for at, (report, label, values) in enumerate(_all(table), start=1):
        sheet.write_string(at, 0, harmless(report.region))
        sheet.write_number(at, 1, report.year)
        sheet.write_string(at, 2, harmless(label))
        sheet.write_string(at, 3, harmless(str(values.get("printed") or "")))
        if values.get("value") is not None:
            sheet.write_number(at, 4, float(values["value"]))
        for column, key in ((5, "measure"), (6, "quote"), (7, "source_title")):
            sheet.write_string(at, column, harmless(str(values.get(key) or "")))


def _all(table: SideBySide) -> Iterator[tuple[PastReport, str, dict[str, Any]]]:
    for at, report in enumerate(table.reports):
        for _indicator, label, figures in table.rows:
            if (entry := figures[at]) is not None:
                yield report, label, entry.values


def _place(entry: Entry) -> tuple[int, str, str, int]:
    values = entry.values
    return (
        entry.government_id,
        str(values.get("source_digest") or ""),
        str(values.get("region") or "—"),
        int(values.get("year") or 0),
    )


def _order(name: str, known: NamedIndicator | None, label: str) -> tuple[bool, str, str]:
    return known is None, known.domain.label if known else "", label if known else name
