"""What docs/coverage.md says is there: its registers, its files, and the tests that show each row."""

from __future__ import annotations

import re
from pathlib import Path

from tests.domains.openness_cases import GOLDEN
from zhunsheng.engine.catalogue import catalogue

ROOT = Path(__file__).parents[2]
COVERAGE = (ROOT / "docs" / "coverage.md").read_text("utf-8")
TESTS = "\n".join(file.read_text("utf-8") for file in (ROOT / "tests").rglob("test_*.py"))


def test_every_row_of_openness_is_covered_once():
    rows = re.findall(r"^\| (D15-\d\d) ", COVERAGE, re.MULTILINE)
    assert rows == [f"D15-{number:02}" for number in range(1, 15)]


def test_every_register_of_openness_serves_a_row_and_each_that_is_named_is_there():
    named = set(re.findall(r"`(openness\.\w+)`", COVERAGE))
    assert named == {found.name for found in catalogue().registers("openness")}


def test_every_test_and_case_that_is_named_is_there():
    for test in re.findall(r"`(test_\w+)`", COVERAGE):
        assert f"def {test}(" in TESTS, test
    for case in re.findall(r"`golden/(\w+\.json)`", COVERAGE):
        assert (GOLDEN / case).is_file(), case


def test_every_indicator_and_table_that_is_named_is_declared_and_none_is_forgotten():
    named = set()
    for part in re.findall(r"indicators?(?: for each field, such as)? (`[^;|]+)", COVERAGE):
        named |= set(re.findall(r"`(\w+)`", part))
    declared = {one.indicator.key for one in catalogue().indicators("openness")}
    assert named <= declared
    cells = {key for one in catalogue().statistics("openness") for key in one.table.keys}
    assert declared - cells <= named


def test_every_table_of_statistics_that_is_named_is_declared():
    named = set()
    for part in re.findall(r"tables? (`\w+`(?: and `\w+`)?)", COVERAGE):
        named |= set(re.findall(r"`(\w+)`", part))
    assert named == {one.table.key for one in catalogue().statistics("openness")}
