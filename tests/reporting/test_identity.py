"""The JSON that goes with a report: one form, the place of each figure in the text, digests over all of it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.reporting.samples import Paragraph, identity, report
from zhunsheng.engine.ledger.verifier import LedgerError, canonical
from zhunsheng.engine.reporting.identity import LedgerHead, MadeBy, figures_json
from zhunsheng.engine.reporting.verifier_record import (
    FORMAT,
    digests_of,
    disagreements,
    opened,
    text_of,
)

REPORT = report()
FOUND = identity(REPORT)
RECORD = json.loads(FOUND.content)


def test_it_says_whose_report_it_is_as_of_when_and_by_what_it_was_computed():
    assert RECORD["format"] == FORMAT == "zhunsheng-report/1"
    assert (RECORD["title"], RECORD["issuer"], RECORD["year"]) == (
        "溪口县人民政府关于2025年度来信情况的报告",
        "溪口县人民政府",
        2025,
    )
    assert (RECORD["as_of"], RECORD["genre"]) == ("2025-12-31", "post.yearly")
    assert RECORD["engine"] == {"name": "zhunsheng", "version": "0.1.0"}
    assert RECORD["ledger"] == {"algorithm": "sm3", "position": 3, "head": "ab" * 32}


def test_it_is_canonical_and_the_same_every_time():
    assert canonical(RECORD) == FOUND.content
    assert identity(report()) == FOUND


def test_each_figure_has_its_place_in_its_paragraph_or_cell():
    printed = {figure["id"]: figure["printed"] for figure in RECORD["figures"]}
    cells = [cell for table in RECORD["tables"] for row in table["rows"] for cell in row]
    places = {
        mark["id"]: one["text"][mark["start"] : mark["end"]]
        for one in (*RECORD["paragraphs"], *cells)
        for mark in one["figures"]
    }
    assert places == printed
    assert len(printed) == 8


def test_a_table_stands_where_it_stands_in_the_report():
    assert RECORD["tables"][0]["after"] == len(RECORD["paragraphs"])
    assert text_of(RECORD) == REPORT.text


def test_the_mark_of_a_heading_is_part_of_its_text():
    assert "一、2025年举措" in [one["text"] for one in RECORD["paragraphs"]]


def test_a_figure_carries_its_exact_counts_and_totals_as_text():
    figures = {figure["id"]: figure for figure in RECORD["figures"]}
    assert figures["f2"]["counted"] == 52
    assert figures["f2"]["last_counted"] == 49
    fees = next(figure for figure in RECORD["figures"] if figure["indicator"] == "post.fees")
    assert (fees["total"], fees["is_money"], fees["printed"]) == ("552220000", True, "552.22万元")


@pytest.mark.parametrize(
    ("total", "written"),
    [
        (30, "30"),
        (Decimal("3.50"), "3.5"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0.0"), "0"),
        (0, "0"),
    ],
)
def test_totals_are_written_without_exponents_and_idle_zeros(total, written):
    figures = dict(REPORT.figures)
    key = next(key for key, one in figures.items() if one.indicator == "post.days")
    figures[key] = replace(figures[key], total=total)
    record = json.loads(identity(replace(REPORT, figures=figures)).content)
    assert next(one["total"] for one in record["figures"] if one["id"] == key) == written


@pytest.mark.parametrize("algorithm", ["sm3", "sha256"])
def test_the_digests_can_be_of_either_algorithm(algorithm):
    found = identity(REPORT, algorithm)
    record = json.loads(found.content)
    assert record["digests"] == digests_of(record, algorithm)
    assert (found.algorithm, found.text_digest, found.figures_digest) == (
        algorithm,
        record["digests"]["text"],
        record["digests"]["figures"],
    )


def test_the_algorithm_is_that_of_the_ledger_where_none_is_asked_for():
    found = figures_json(
        REPORT,
        as_of=date(2025, 12, 31),
        genre="post.yearly",
        engine=MadeBy("zhunsheng", "0.1.0"),
        ledger=LedgerHead("sha256", 3, "ab" * 32),
    )
    assert found.algorithm == "sha256"


def test_an_algorithm_that_is_not_to_be_had_is_refused():
    with pytest.raises(LedgerError, match="md5"):
        identity(REPORT, "md5")


def test_another_text_has_another_digest_and_another_count_too():
    other = identity(report(Paragraph("duties", "又一段。")))
    assert other.text_digest != FOUND.text_digest
    figures = dict(REPORT.figures)
    figures["f1"] = replace(figures["f1"], base=61)
    counted = identity(replace(REPORT, figures=figures))
    assert counted.text_digest == FOUND.text_digest
    assert counted.figures_digest != FOUND.figures_digest


def test_what_is_written_agrees_with_itself_as_the_verifier_reads_it():
    assert list(disagreements(opened(FOUND.content))) == []


def test_the_digest_of_the_text_is_that_of_its_prefix_and_its_lines():
    content = b"zhunsheng-report/1 text\n" + REPORT.text.encode()
    assert identity(REPORT, "sha256").text_digest == hashlib.sha256(content).hexdigest()
