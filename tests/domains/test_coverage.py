"""What docs/coverage.md says is there: its registers, its files, and the tests that show each row."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

import pytest

from tests.domains.golden_cases import DOMAINS
from zhunsheng.engine.catalogue import OWN_DOMAINS, DomainContents, catalogue

ROOT = Path(__file__).parents[2]
COVERAGE = (ROOT / "docs" / "coverage.md").read_text("utf-8")
TESTS = "\n".join(file.read_text("utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
SECTIONS = dict(
    re.findall(r"^## (D\d\d) .*?\n(.*?)(?=^## |\Z)", COVERAGE, re.MULTILINE | re.DOTALL)
)
# Which rows of each part of the mission are served; the others are named below its table.
ROWS: dict[str, Sequence[int]] = {
    "D01": range(1, 19),
    "D03": range(1, 20),
    "D04": range(1, 16),
    "D05": range(1, 20),
    "D06": range(1, 14),
    "D07": range(1, 8),
    "D09": range(1, 38),
    "D13": (18,),
    "D14": range(1, 37),
    "D15": range(1, 15),
    "D17": (8,),
    "D18": range(1, 20),
    "D19": (4,),
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


def domains_by_part(part: str) -> list[DomainContents]:
    return [catalogue().domains[key] for key in domains_of(SECTIONS[part])]


def named_for(domain: str, find: Callable[[str], set[str]]) -> set[str]:
    """Get what the parts that speak of a domain name."""
    return {key for rows in SECTIONS.values() if domain in domains_of(rows) for key in find(rows)}


def indicators_in(rows: str) -> set[str]:
    return named_after("indicators?(?: for each field, such as)?", rows)


def tables_in(rows: str) -> set[str]:
    found = re.findall(r"tables? (`\w+`(?: and `\w+`)?)", rows)
    return {key for clause in found for key in re.findall(r"`(\w+)`", clause)}


@pytest.mark.parametrize("part", SECTIONS)
def test_every_indicator_and_table_that_is_named_is_declared(part):
    domains = domains_by_part(part)
    assert indicators_in(SECTIONS[part]) <= {one.key for of in domains for one in of.indicators}
    assert tables_in(SECTIONS[part]) <= {table.key for of in domains for table in of.statistics}


@pytest.mark.parametrize("domain", sorted(domains_of(COVERAGE)))
def test_no_indicator_and_no_table_of_a_domain_is_forgotten(domain):
    found = catalogue().domains[domain]
    cells = {key for table in found.statistics for key in table.keys}
    assert {one.key for one in found.indicators} - cells <= named_for(domain, indicators_in)
    assert {table.key for table in found.statistics} <= named_for(domain, tables_in)
