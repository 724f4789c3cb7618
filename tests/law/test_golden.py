"""
Named cases: at least three for each of the clocks that are used most, one for every other.

The last days were established by walking day by day over the `holidays` package, the amounts and
articles taken from the catalogue of statutory rules; none was read off this program.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.deadlines import Suspension, due
from zhunsheng.engine.law.explanation import explain
from zhunsheng.engine.law.wording import in_words

CASES = json.loads((Path(__file__).parent / "golden.json").read_text("utf-8"))
CALENDAR = Calendar()
MOST_USED = (
    "openness.reply",
    "openness.correction_notice",
    "openness.third_party_reply",
    "openness.proactive_disclosure",
    "reconsideration.acceptance_review",
    "reconsideration.ordinary_answer",
    "reconsideration.ordinary_decision",
    "reconsideration.application",
    "penalty.decision",
    "penalty.hearing_notice",
    "penalty.payment",
    "licence.decision",
    "compulsion.seizure",
    "litigation.defendant_answer",
    "petitions.handling",
    "decisions.public_comment",
    "recommendations.procuratorial_reply",
)


def moment(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['clock']}：{case['case']}")
def test_the_last_day_is_the_one_that_was_established(case):
    deadline = due(
        catalogue().clock(case["clock"]).clock,
        moment(case["from"]),
        CALENDAR,
        suspensions=[
            Suspension(first=date.fromisoformat(first), last=date.fromisoformat(last))
            for first, last in case.get("suspended", [])
        ],
        extend=case.get("extended_by", False),
    )
    assert deadline.last == moment(case["last"])
    assert deadline.provisional == case.get("provisional", False)
    source = deadline.version.source
    assert source.instrument.name + source.article == case["source"]
    explanation = explain(deadline, CALENDAR)
    assert explanation.last == deadline.last
    assert str(deadline.last_day) in in_words(explanation).outcome.zh


def test_every_clock_has_a_case_and_the_most_used_have_three():
    cases = Counter(case["clock"] for case in CASES)
    assert {named.name for named in catalogue().clocks()} == set(cases)
    assert {name for name in MOST_USED if cases[name] < 3} == set()
