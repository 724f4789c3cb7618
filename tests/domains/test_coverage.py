"""What docs/coverage.md says is there: its registers, its files, and the tests that show each row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import pytest

from tests.domains.golden_cases import DOMAINS
from zhunsheng.engine.catalogue import OWN_DOMAINS, catalogue

ROOT = Path(__file__).parents[2]
COVERAGE = (ROOT / "docs" / "coverage.md").read_text("utf-8")
TESTS = "\n".join(file.read_text("utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
SECTIONS = dict(
    re.findall(r"^## (D\d\d) .*?\n(.*?)(?=^## |\Z)", COVERAGE, re.MULTILINE | re.DOTALL)
)
# Which rows of each part of the mission are served; the others are named below its table.
ROWS: dict[str, Sequence[int]] = {
    "D03": range(1, 20),
    "D04": (1, 2, 6, 7, 8),
    "D05": sorted({*range(1, 20)} - {4, 6, 7, 13, 16}),
    "D07": range(1, 7),
    "D09": (1, 2, 4, 6, 10, 11, 12, 13, 15, 16, 29, 36),
    "D14": range(1, 37),
    "D15": range(1, 15),
}


def test_every_row_of_a_part_that_is_served_is_covered_once():
    assert set(SECTIONS) == set(ROWS)
    for part, numbers in ROWS.items():
        rows = re.findall(rf"^\| ({part}-\d\d) ", SECTIONS[part], re.MULTILINE)
        assert rows == [f"{part}-{number:02}" for number in numbers]


def test_every_register_serves_a_row_and_each_that_is_named_is_there():
    named = set(re.findall(rf"`((?:{'|'.join(DOMAINS)})\.\w+)`", COVERAGE))
    assert named == {found.name for found in catalogue().registers()}


def test_every_test_and_case_that_is_named_is_there():
    for test in re.findall(r"`(test_\w+)`", COVERAGE):
        assert f"def {test}(" in TESTS, test
    for part, rows in SECTIONS.items():
        domains = {name.partition(".")[0] for name in re.findall(r"`(\w+\.\w+)`", rows)}
        golden = [files(f"{OWN_DOMAINS}.{key}") / "golden" for key in DOMAINS if key in domains]
        for case in re.findall(r"`golden/(\w+\.json)`", rows):
            assert any((folder / case).is_file() for folder in golden), (part, case)


def domains_of(rows: str) -> set[str]:
    """Get the domains that serve a part of the mission."""
    return {name.partition(".")[0] for name in re.findall(r"`(\w+\.\w+)`", rows)} & set(DOMAINS)


def named_after(words: str, rows: str) -> set[str]:
    """Get the keys that stand after some words, up to the end of the clause."""
    clauses = re.findall(rf"{words} (`[^;|]+)", rows)
    return {key for clause in clauses for key in re.findall(r"`(\w+)`", clause)}


@pytest.mark.parametrize("part", SECTIONS)
def test_every_indicator_that_is_named_is_declared_and_none_is_forgotten(part):
    named = named_after("indicators?(?: for each field, such as)?", SECTIONS[part])
    domains = [catalogue().domains[key] for key in domains_of(SECTIONS[part])]
    declared = {one.key for domain in domains for one in domain.indicators}
    cells = {key for domain in domains for table in domain.statistics for key in table.keys}
    assert named <= declared
    assert declared - cells <= named


@pytest.mark.parametrize("part", SECTIONS)
def test_every_table_of_statistics_that_is_named_is_declared(part):
    found = re.findall(r"tables? (`\w+`(?: and `\w+`)?)", SECTIONS[part])
    named = {key for clause in found for key in re.findall(r"`(\w+)`", clause)}
    domains = [catalogue().domains[key] for key in domains_of(SECTIONS[part])]
    assert named == {table.key for domain in domains for table in domain.statistics}
