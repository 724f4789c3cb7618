"""What docs/coverage.md says is there: its registers, its files, and the tests that show each row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from tests.domains.golden_cases import DOMAINS
from zhunsheng.domains.openness import official_table, shares
from zhunsheng.engine.catalogue import OWN_DOMAINS, catalogue

ROOT = Path(__file__).parents[2]
COVERAGE = (ROOT / "docs" / "coverage.md").read_text("utf-8")
TESTS = "\n".join(file.read_text("utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
SECTIONS = dict(
    re.findall(r"^## (D\d\d) .*?\n(.*?)(?=^## |\Z)", COVERAGE, re.MULTILINE | re.DOTALL)
)
# The rows that are served of each part of the mission.
ROWS: dict[str, Sequence[int]] = {
    "D09": (1, 2, 4, 6, 10, 11, 12, 13, 15, 16, 29, 36),
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


def test_every_figure_that_is_named_is_computed():
    declared = {one.key for one in shares.SHARES}
    for key in re.findall(r"shares? `(\w+)`", COVERAGE):
        assert key in declared or hasattr(shares, key), key
    for module, name in re.findall(r"`(shares|official_table)\.(\w+)`", COVERAGE):
        assert hasattr({"shares": shares, "official_table": official_table}[module], name), name
