"""
What a report is audited against: the plan of its year, last year's report, the indicators its figures are of.

It knows where these papers are kept; what they say is for the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from zhunsheng.engine.auditing.agreement import printed_step
from zhunsheng.engine.documents.document import Document
from zhunsheng.engine.reading.model import Reading
from zhunsheng.engine.reading.read import read
from zhunsheng.engine.reporting import matching
from zhunsheng.engine.reporting.auditing import Accepted
from zhunsheng.engine.reporting.auditing_model import LastYear, PastFigure
from zhunsheng.engine.reporting.matching import MatchedFigure
from zhunsheng.engine.reporting.templates import TemplateError, parsed
from zhunsheng.web.organizations.models import Government
from zhunsheng.web.planning.directories import indicator_words
from zhunsheng.web.registers import files
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import composing, keys
from zhunsheng.web.reporting.existing_documents import reading_of
from zhunsheng.web.reporting.held import HeldReport

PLAN = "plan.plan"
_NUMBER = re.compile(r"\d[\d,，]*(?:\.\d+)?")
_ABOUT = re.compile(r"余|约|多|近|左右|以上|超")
_TIMES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The papers a report is audited against; `without` says which of them are not there, and why."""

    plan: Reading | None = None
    last_year: LastYear | None = None
    accepted: Accepted = field(default_factory=dict)
    without: tuple[str, ...] = ()


def matched(reading: Reading) -> list[MatchedFigure]:
    """Get the figures of a text that are one of an indicator by their words."""
    return [one for one in matching.matched(reading, indicator_words()) if one.indicator]


def sources_of(held: HeldReport) -> Sources:
    """Get the papers that a report is audited against."""
    without: list[str] = []
    plan = _plan(held.entry.government, held.year, without)
    return Sources(plan=plan, last_year=_last_year(held, without), without=tuple(without))


def _plan(government: Government, year: int, without: list[str]) -> Reading | None:
    """Get the plan of a year as its document says it, the latest that was in force."""
    found = (
        Entry.unscoped.filter(
            register=PLAN, government=government, values__year=year, values__kind="annual"
        )
        .exclude(state="draft")
        .order_by("-pk")
        .first()
    )
    document = (found.values.get("document") or [None])[0] if found is not None else None
    if document is None:
        without.append(_("没有%(year)s年的年度计划，没有对照目标。") % {"year": year})
        return None
    try:
        return reading_of(str(document["digest"]), str(document["name"]))
    except files.FileError:
        without.append(_("%(year)s年年度计划的文件打不开，没有对照目标。") % {"year": year})
        return None


def _last_year(held: HeldReport, without: list[str]) -> LastYear | None:
    """Get last year's report: the one that was made here, else the one that was read in."""
    government, year = held.entry.government, held.year - 1
    kept = list(
        Entry.unscoped.filter(
            register=keys.PAST_FIGURE,
            government=government,
            values__year=year,
            values__region=government.name,
        )
        .order_by("pk")
        .values_list("values", flat=True)
    )
    reading = _made_here(government, year) or _read_in(kept)
    if reading is None and not kept:
        without.append(_("没有%(year)s年的报告，没有与上年对照。") % {"year": year})
        return None
    figures = {one.indicator: one for one in reversed(list(_past(kept)))}
    return LastYear(year=year, reading=reading, figures=figures)


def _made_here(government: Government, year: int) -> Reading | None:
    """Get the words of last year's report as it was made here; its figures are not asked for."""
    report = Entry.unscoped.filter(
        register=keys.REPORT, government=government, values__year=year, state__in=keys.FROZEN
    ).first()
    if report is None:
        return None
    paragraphs = Entry.unscoped.filter(
        register=keys.PARAGRAPH,
        state=keys.ACCEPTED,
        links__field="report",
        links__target=report.pk,
    ).order_by("pk")
    text = "\n".join(filter(None, (_words(composing.text_of(one)) for one in paragraphs)))
    if not text:
        return None
    return read(Document(name=report.title, format="report", text=text, wrapped=False))


def _words(text: str) -> str:
    """Get the words of a template without the places for figures."""
    try:
        template = parsed(text.strip())
    except TemplateError:
        return text
    return "".join(
        piece for segment in template.segments for piece in segment.pieces if isinstance(piece, str)
    )


def _read_in(kept: Sequence[dict[str, Any]]) -> Reading | None:
    """Get the text of last year's report as it was read in."""
    for values in kept[:1]:
        try:
            return reading_of(str(values["source_digest"]), str(values["source_title"]))
        except (files.FileError, KeyError):
            return None
    return None


def _past(kept: Sequence[dict[str, Any]]) -> Iterator[PastFigure]:
    for values in kept:
        said = str(values.get("printed") or "")
        number = _NUMBER.search(said)
        try:
            value = Decimal(str(values.get("value")))
        except InvalidOperation:
            continue
        digits = re.sub("[,，]", "", number[0]) if number else str(value)
        unit = str(values.get("measure") or "")
        times = _TIMES.get(said[number.end() : number.end() + 1], Decimal(1)) if number else 1
        yield PastFigure(
            indicator=str(values.get("indicator") or ""),
            value=value,
            unit=unit,
            printed=digits,
            scale=printed_step(digits) * (1 if unit.endswith("元") else times),
            approx=bool(_ABOUT.search(said)),
            quote=str(values.get("quote") or ""),
        )
