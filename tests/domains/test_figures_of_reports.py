"""
Figures that yearly reports give of decisions, documents, reviews and campaigns, found by their words.

The entries are made up; how many there are of each kind is what such reports say.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from tests.indicators.entries import UNITS, plain_entries
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.computing import compute
from zhunsheng.engine.indicators.embedded import EmbeddedEngine
from zhunsheng.engine.indicators.figures import Figure, figure
from zhunsheng.engine.indicators.tables import table_of
from zhunsheng.engine.indicators.validation import violation

YEAR = periods.year(2026)
WORDS = {word: named.name for named in catalogue().indicators() for word in named.indicator.said_as}


def figures(register: str, entries: list[dict[str, Any]]) -> dict[str, Figure]:
    """Get the figures of a year that rest on a register, by their full names."""
    found = catalogue().register(register)
    indicators = [one.indicator for one in catalogue().indicators() if one.register == found]
    engine = EmbeddedEngine()
    engine.load(register, table_of(found.register, plain_entries(found.register, entries)))
    cells = compute(engine.table(register), "happened", indicators, [YEAR])
    return {
        f"{found.domain.key}.{one.key}": figure(one, cells[one.key, YEAR.key], UNITS)
        for one in indicators
    }


def said(words: str, found: dict[str, Figure]) -> Any:
    """Get the value of a figure by the words of a report."""
    return found[WORDS[words]].value


def broken(domain: str, found: dict[str, Figure]) -> set[str]:
    """Get the rules of a domain that some figures break, those that rest on others left out."""
    short = {name.partition(".")[2]: one for name, one in found.items()}
    rules = [one.rule for one in catalogue().validation(domain)]
    return {
        rule.key
        for rule in rules
        if rule.keys <= short.keys() and violation(rule, short) is not None
    }


def many(count: int, **values: Any) -> list[dict[str, Any]]:
    return [dict(values) for _ in range(count)]


def reviewed(count: int, matter: str, raised: int = 0) -> list[dict[str, Any]]:
    given = {"handed_in": date(2026, 3, 2), "opinion_given": date(2026, 3, 20)}
    entries = many(count, **given, matter=matter, conclusion="legal", opinions_raised=0)
    entries[0]["opinions_raised"] = raised
    return [one | {"opinion_number": f"{matter}{at}"} for at, one in enumerate(entries)]


def test_reviews_are_the_sum_of_their_kinds_and_each_has_its_opinion():
    entries = [
        *reviewed(25, "normative_document", raised=8),
        *reviewed(1, "major_decision", raised=3),
        *reviewed(9, "agreement"),
    ]
    found = figures("legality_review.review", entries)
    assert said("合法性审查", found) == 35
    assert said("合法性审查的规范性文件", found) == 25
    assert said("合法性审查的重大决策", found) == 1
    assert said("合法性审查的其他事项", found) == 9
    assert said("合法性审查提出意见", found) == 11
    assert said("出具审查意见", found) == 35
    assert broken("legality_review", found) == set()
    del entries[0]["opinion_number"]
    found = figures("legality_review.review", entries)
    assert broken("legality_review", found) == {"one_opinion_each"}


def test_filings_of_the_year_before_are_counted_apart_and_not_lost():
    last_year = {"initiated": date(2025, 10, 9), "published": date(2025, 12, 30)}
    this_year = {"initiated": date(2026, 1, 5), "published": date(2026, 12, 1), "filing_days": 30}
    entries = [
        *many(1, **last_year, filed=date(2026, 1, 8), filing_days=10),
        *many(24, **this_year, maker_kind="government", filed=date(2026, 12, 31)),
        *many(1, **this_year, maker_kind="government"),
    ]
    found = figures("normative_documents.document", entries)
    assert said("报送备案规范性文件", found) == 25
    assert said("备案的上年度规范性文件", found) == 1
    assert said("规范性文件报备率", found) == Fraction(24, 25)
    assert said("规范性文件按期报备率", found) == Fraction(25, 26)
    assert broken("normative_documents", found) == set()


def test_every_filing_is_reviewed_and_every_error_corrected_or_the_share_says_so():
    received = {"received": date(2026, 5, 6)}
    problem = received | {"reviewed": date(2026, 6, 1), "result": "problem"}
    entries = [
        *many(7, **received, reviewed=date(2026, 6, 1), result="passed"),
        *many(1, **problem, corrected=date(2026, 7, 1), correction="repealed"),
        *many(1, **problem),
        *many(1, **received),
    ]
    found = figures("normative_documents.filing_review", entries)
    assert said("有备必审", found) == Fraction(9, 10)
    assert said("有错必纠", found) == Fraction(1, 2)
    assert broken("normative_documents", found) == set()


def test_a_clean_up_closes_when_what_was_kept_and_what_was_not_make_the_scope():
    batch = {"started": date(2026, 3, 2), "decided": date(2026, 9, 1), "in_scope": 53}
    counts = {"kept_count": 27, "amended_count": 6, "repealed_count": 20, "lapsed_count": 0}
    found = figures("normative_documents.cleanup", [batch | counts])
    assert said("废止、修改规范性文件", found) == 26
    assert said("继续有效规范性文件", found) == 27
    assert broken("normative_documents", found) == set()
    found = figures("normative_documents.cleanup", [batch | counts | {"kept_count": 26}])
    assert broken("normative_documents", found) == {"cleanup_totals"}


def test_barriers_are_those_removed_and_those_in_progress():
    found = figures(
        "fair_competition.barrier",
        [
            *many(11, found=date(2026, 4, 1), rectified=date(2026, 8, 3)),
            *many(7, found=date(2026, 4, 1)),
        ],
    )
    assert said("排查梳理隐性壁垒问题", found) == 18
    assert said("完成整改隐性壁垒问题", found) == 11
    assert said("推进整改隐性壁垒问题", found) == 7
    assert broken("fair_competition", found) == set()


def test_decisions_of_the_ten_fields_are_covered_once_all_are_assessed_before_the_meeting():
    made = {"proposed": date(2026, 1, 5), "met": date(2026, 5, 14), "outcome": "adopted"}
    entries = [
        *many(2, **made, subject="education", risk_assessed=date(2026, 4, 17)),
        *many(1, **made, subject="finance", risk_assessed=date(2026, 5, 15)),
        *many(22, **made, subject="other"),
    ]
    found = figures("decisions.decision", entries)
    assert said("出台重大行政决策", found) == 25
    assert said("决策风险评估全覆盖", found) == Fraction(2, 3)
    assert found["decisions.unreviewed"].value == 25
    assert found["decisions.off_catalogue"].value == 25


def test_villages_whose_counsel_is_over_are_a_gap():
    listed = {"listed": date(2024, 1, 8), "appointed": date(2024, 2, 1)}
    entries = [
        *many(3, **listed, until=date(2027, 1, 31)),
        *many(1, **listed, until=date(2026, 6, 30)),
        *many(1, listed=date(2026, 11, 2)),
    ]
    found = figures("legality_review.village_counsel", entries)
    assert said("法律顾问全覆盖的村(社区)", found) == 3
    assert said("村（社区）法律顾问覆盖率", found) == Fraction(3, 5)
    assert found["legality_review.villages_without_counsel"].value == 2
