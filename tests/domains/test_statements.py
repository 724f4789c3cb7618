"""The sentences of each domain: filled, composed, read again, and every figure found with its value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

import pytest

from tests.texts import document_of
from zhunsheng.engine.auditing.audit import audit
from zhunsheng.engine.catalogue import NamedIndicator, NamedStatement, catalogue
from zhunsheng.engine.indicators.declarations import Mean, Total
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.reading.model import Figure as ReadFigure
from zhunsheng.engine.reading.read import read
from zhunsheng.engine.reporting.composing import Facts, Paragraph, composed
from zhunsheng.engine.reporting.model import BoundFigure, Report
from zhunsheng.engine.reporting.writing import Known

GENRE = catalogue().genre("annual_report.law_based_government").genre
DOMAINS = sorted({named.domain.key for named in catalogue().statements()})
WITH_FIGURES = {named.domain.key for named in catalogue().indicators()}
NAMES = [named.name for named in catalogue().indicators()]
FACTS = Facts(year=2026, issuer="溪口县人民政府", region="溪口县")


def invented(named: NamedIndicator, year: int) -> Figure:
    """Get a figure that differs from that of every other indicator and every other year."""
    at = NAMES.index(named.name)
    base = 400 + 7 * at + year
    counted = base // 2 + year * (1 + at % 7)
    total = counted if isinstance(named.indicator, Total | Mean) else None
    return Figure(named.indicator, counted, base, total)


def known(name: str) -> Known:
    named = catalogue().indicator(name)
    return Known(named, invented(named, 9), invented(named, 1))


def report_of(statements: Iterable[NamedStatement]) -> Report:
    """Get a report of some sentences, with invented figures."""
    paragraphs = []
    for one in statements:
        text = one.statement.text
        for name in {slot.name for slot in one.statement.template.slots}:
            text = re.sub(rf"\{{{name}(?=[:}}])", f"{{{one.domain.full_name(name)}", text)
        paragraphs.append(Paragraph(one.statement.chapter, text, one.name))
    return composed(GENRE, FACTS, paragraphs, known)


def text_of(report: Report) -> str:
    return "\n".join(block.text for block in report.blocks)


def value_of(printed: str) -> Decimal:
    digits = "".join(sign for sign in printed if sign.isdigit() or sign == ".")
    return Decimal(digits)


def unread(report: Report, found: list[ReadFigure]) -> list[str]:
    """Get the figures that are printed and not read, in the order of the text."""
    left = list(found)
    lost = []
    for bound in report.figures.values():
        match = next((one for one in left if says(one, bound)), None)
        if match is None:
            lost.append(f"{bound.indicator} {bound.printed}")
        else:
            left.remove(match)
    return lost


def says(read_figure: ReadFigure, bound: BoundFigure) -> bool:
    printed = bound.printed.removeprefix("增加").removeprefix("减少")
    printed = printed.removeprefix("提高").removeprefix("下降")
    return read_figure.value == value_of(printed) and printed.endswith(read_figure.unit)


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_figure_of_the_sentences_is_read_again_and_nothing_is_found(domain: str):
    report = report_of(catalogue().statements(domain))
    assert report.figures
    reading = read(document_of(text_of(report)))
    assert unread(report, list(reading.figures)) == []
    assert [found.says.zh for found in audit(reading).findings] == []


def test_every_figure_of_all_sentences_together_is_read_again():
    report = report_of(catalogue().statements())
    reading = read(document_of(text_of(report)))
    assert "—" not in text_of(report)
    assert unread(report, list(reading.figures)) == []
    assert [found.says.zh for found in audit(reading).findings] == []


def test_every_domain_that_has_figures_has_sentences():
    assert set(DOMAINS) == WITH_FIGURES


def test_no_figure_is_given_by_two_sentences():
    given = [
        (one.domain.full_name(slot.name), slot.part)
        for one in catalogue().statements()
        for slot in one.statement.template.slots
    ]
    assert len(given) == len(set(given))


def test_every_part_of_a_report_has_a_sentence_but_those_that_units_write():
    told = {named.statement.chapter for named in catalogue().statements()}
    assert set(GENRE.keys) - told == {"emergencies", "publicity", "arrangements"}
