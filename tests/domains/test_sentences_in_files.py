"""
What domains say in the yearly report is found again when the report is read back, and adds up.

Figures are made up: each a number of its own, wholes from their parts. All three files of the report are read.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from zlib import crc32

import pytest

from zhunsheng.engine.auditing.audit import audit
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.documents.opening import read_bytes
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.reading.model import Reading
from zhunsheng.engine.reading.read import read
from zhunsheng.engine.reporting.composing import Facts, Paragraph, composed
from zhunsheng.engine.reporting.model import Report
from zhunsheng.engine.reporting.writing import Known
from zhunsheng.rendering.report import as_docx, as_html, as_pdf

FACTS = Facts(
    year=2025,
    issuer="溪口县人民政府",
    region="溪口县",
    addressee="溪口县人大常委会",
    issued=date(2026, 2, 26),
    period="2025年",
    place="溪口县",
)
PARTS = {
    "enforcement.acts": ("licence", "penalty", "compulsion", "confirmation", "benefit", "inspection"),
    "credit_publicity.records": ("licence_records", "penalty_records"),
}  # fmt: skip
INSPECTIONS = frozenset({"enforcement.inspection_acts", "inspection.visits"})
WRITERS: dict[str, Callable[[Report], tuple[bytes, str]]] = {
    "html": lambda report: (as_html(report).encode(), "报告.html"),
    "docx": lambda report: (as_docx(report), "报告.docx"),
    "pdf": lambda report: (as_pdf(report), "报告.pdf"),
}


def number_of(name: str, salt: int) -> int:
    """Get a number of an indicator, the same whenever it is asked for, with no other's digits by chance."""
    domain, _, key = name.partition(".")
    parts = [f"{domain}.{one}" for one in PARTS.get(name, ())]
    if name == "enforcement.acts":
        parts = [f"{one}_acts" for one in parts]
    if parts:
        return sum(number_of(one, salt) for one in parts)
    # Who checks less than it punishes is told so by the audit.
    least = 8000 if name in INSPECTIONS else 101
    return least + crc32(f"{key}/{domain}/{salt}".encode()) % 7000


@cache
def known(name: str, salt: int) -> Known:
    """Get made-up figures of an indicator: of the year, and of the year before."""
    named = catalogue().indicator(name)
    count = number_of(name, salt)
    base = count + 7 + count % 5
    now = Figure(named.indicator, count, base, count)
    last = Figure(named.indicator, count + 13, base + 29, count + 13)
    return Known(named, now, last)


def report_of(salt: int) -> Report:
    """Get a report with every sentence of every domain, as one that begins lets them be edited."""
    paragraphs = []
    for named in catalogue().statements():
        text = named.statement.text
        for key, name in sorted(named.indicators.items(), key=lambda one: -len(one[0])):
            for end in ("}", ":"):
                text = text.replace(f"{{{key}{end}", f"{{{name}{end}")
        paragraphs.append(Paragraph(named.statement.chapter, text, named.name))
    genre = catalogue().genre("annual_report.law_based_government").genre
    return composed(genre, FACTS, paragraphs, lambda name: known(name, salt))


def reading_of(report: Report, kind: str) -> Reading:
    return read(read_bytes(*WRITERS[kind](report)))


@pytest.mark.parametrize("salt", [1, 2])
@pytest.mark.parametrize("kind", WRITERS)
def test_every_figure_of_a_report_is_found_again_in_its_files(kind, salt):
    report = report_of(salt)
    reading = reading_of(report, kind)
    found = {f"{figure.printed}{figure.unit}" for figure in reading.figures}
    missing = [
        (one.id, one.indicator, one.printed)
        for one in report.figures.values()
        if one.part != "change" and one.printed not in found
    ]
    assert missing == []


@pytest.mark.parametrize("salt", [1, 2])
@pytest.mark.parametrize("kind", WRITERS)
def test_the_audit_of_what_was_written_finds_nothing(kind, salt):
    findings = audit(reading_of(report_of(salt), kind)).findings
    assert [(one.kind, one.says.zh, one.arithmetic) for one in findings] == []
