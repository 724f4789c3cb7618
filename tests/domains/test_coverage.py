"""What docs/coverage.md says is there: its registers, its files, and the tests that show each row."""

from __future__ import annotations

import re
from pathlib import Path

from tests.domains.openness_cases import GOLDEN
from zhunsheng.domains.openness import official_table, shares
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


def test_every_figure_that_is_named_is_computed():
    declared = {one.key for one in shares.SHARES}
    for key in re.findall(r"shares? `(\w+)`", COVERAGE):
        assert key in declared or hasattr(shares, key), key
    for module, name in re.findall(r"`(shares|official_table)\.(\w+)`", COVERAGE):
        assert hasattr({"shares": shares, "official_table": official_table}[module], name), name
