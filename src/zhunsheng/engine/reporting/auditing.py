"""
The audit of a report before it is signed: the auditor's findings, and what registers, plan and last year say.

It puts the parts together; each of them knows its own subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from zhunsheng.engine.auditing.audit import audit
from zhunsheng.engine.auditing.model import Finding
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Reading
from zhunsheng.engine.reporting.auditing_last_year import changed_since_last_year, copied
from zhunsheng.engine.reporting.auditing_model import (
    Doubt,
    LastYear,
    Matched,
    doubt,
    in_order,
)
from zhunsheng.engine.reporting.auditing_plan import against_plan
from zhunsheng.engine.reporting.auditing_registers import against_registers
from zhunsheng.engine.reporting.auditing_sections import (
    missing_date,
    missing_sections,
    sections_of,
)
from zhunsheng.engine.reporting.auditing_text import LaidOut, laid_out
from zhunsheng.engine.reporting.declarations import Genre
from zhunsheng.engine.reporting.model import Report
from zhunsheng.engine.reporting.templates import Part
from zhunsheng.engine.reporting.writing import Figures

Accepted = Mapping[tuple[str, str, Part], str]
"""What figures came to when their paragraph was accepted: by its source, the indicator and its side."""


def audit_of_report(
    report: Report | None,
    reading: Reading,
    *,
    matched: Iterable[Matched] = (),
    known: Figures = lambda _: None,
    plan: Reading | None = None,
    last_year: LastYear | None = None,
    genre: Genre | None = None,
    accepted: Accepted | None = None,
) -> tuple[Doubt, ...]:
    """
    Get what does not hold in a report, errors first, each in the order of the text.

    `reading` is that of `laid_out(report).document`; of a report that exists as a file alone, `report` is
    None, and its figures are all taken for free text. What is not given is not asked about.
    """
    laid = laid_out(report) if report is not None else None
    sections = sections_of(reading)
    found = [_of_finding(finding) for finding in audit(reading).findings]
    found += against_registers(matched, known, reading, laid)
    if last_year is not None:
        found += copied(reading, last_year, laid, report)
    if last_year is not None and report is not None and laid is not None:
        found += changed_since_last_year(report, last_year, known, laid)
    if plan is not None:
        found += against_plan(plan, reading, sections.get("shortcomings"))
    if genre is not None:
        found += missing_sections(reading, sections, genre, report)
        found += missing_date(reading, report)
    if accepted and report is not None and laid is not None:
        found += _changed(report, laid, accepted)
    if report is not None and laid is not None:
        found = [_with_source(one, report, laid) for one in found]
    return in_order(found)


def _of_finding(finding: Finding) -> Doubt:
    return doubt(
        finding.severity,
        finding.kind,
        finding.says,
        finding.suggestion,
        arithmetic=finding.arithmetic,
        places=finding.places,
    )


def _changed(report: Report, laid: LaidOut, accepted: Accepted) -> Iterator[Doubt]:
    """Get the bound figures that print something else than when their paragraph was accepted."""
    for start, end, key in laid.bound:
        bound = report.figures[key]
        source = report.blocks[laid.block_at(start)].source
        before = accepted.get((source, bound.indicator, bound.part))
        if before is None or before == bound.printed:
            continue
        yield doubt(
            "note",
            "changed",
            Message(
                f"“{bound.label}”在这一段采用后有变化，当时为{before}，现在为{bound.printed}",
                f"“{bound.label}” was {before} when the paragraph was accepted and is {bound.printed} now",
            ),
            Message(
                "数字已随台账更新，请核对前后文字是否仍然合适。",
                "The figure follows the register; see whether the words around it still fit.",
            ),
            arithmetic=f"{before} → {bound.printed}",
            places=(laid.place(start, end),),
        )


def _with_source(one: Doubt, report: Report, laid: LaidOut) -> Doubt:
    if not one.places:
        return one
    return replace(one, source=report.blocks[laid.block_at(one.places[0].start)].source)
