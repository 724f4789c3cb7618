"""
Every target of the three real plans, told by its place in the gold: the indicator it is one of, or why none.

No register counts study sessions, lectures, exams, training and attended hearings yet, and none the
levels that oversight of enforcement covers, so that these targets cannot be computed.
"""

import json
from pathlib import Path

import pytest

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.documents.opening import open_document
from zhunsheng.engine.planning.directory import Directory
from zhunsheng.engine.planning.proposal import ProposedTarget
from zhunsheng.engine.planning.understanding import understand
from zhunsheng.engine.reading.indicator_words import IndicatorWords
from zhunsheng.engine.reading.read import read

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(
    not (SHARED / "gold").exists(), reason="the real documents are not at hand"
)
STUDY = "law study has no register"
OVERSIGHT = "oversight of enforcement has no indicator with these words"
NONE = {STUDY, OVERSIGHT}
FILED, REVIEWED, CORRECTED = (
    "normative_documents.filed",
    "normative_documents.reviewed_of_received",
    "normative_documents.corrected_of_problems",
)
EXPECTED = {
    "000": (
        STUDY, STUDY, STUDY, STUDY, "recommendations.replied_on_time", FILED, REVIEWED, CORRECTED,
        OVERSIGHT, STUDY,
    ),
    "001": (
        FILED, REVIEWED, CORRECTED, REVIEWED, "enforcement.newly_qualified",
        "enforcement.newly_qualified", OVERSIGHT, "litigation.concerned_appearance",
        "reconsideration.concerned_hearing_attendance", "openness.published",
        "recommendations.completed", "recommendations.replied", STUDY, STUDY,
    ),
    "004": (
        STUDY, STUDY, STUDY, "decisions.risks_assessed", OVERSIGHT, OVERSIGHT, OVERSIGHT,
        "reconsideration.corrected", "reconsideration.sued",
        "litigation.lost_after_reconsideration", "reconsideration.releases",
        "litigation.appearance", "reconsideration.hearing_attendance", STUDY,
    ),
}  # fmt: skip
SHARES = frozenset({"Share", "Coverage", "Complete"})


def _words() -> tuple[IndicatorWords, ...]:
    return tuple(
        IndicatorWords(
            key=named.name,
            label=named.indicator.label,
            said_as=named.indicator.said_as,
            is_share=type(named.indicator).__name__ in SHARES,
            measure=named.indicator.measure,
        )
        for named in catalogue().indicators()
    )


def _targets(number: str) -> list[ProposedTarget]:
    path = next((SHARED / "documents").glob(f"{number}_*.txt"))
    return list(understand(read(open_document(path)), Directory(), _words()).targets)


@pytest.mark.parametrize("number", list(EXPECTED))
def test_each_target_is_bound_to_its_indicator_or_says_why_not(number: str) -> None:
    gold = json.loads((SHARED / "gold" / f"{number}.json").read_text("utf-8"))["targets"]
    found = _targets(number)
    assert len(gold) == len(EXPECTED[number]) == len(found)
    for at, (wanted, target, expected) in enumerate(
        zip(gold, found, EXPECTED[number], strict=True), start=1
    ):
        where = f"T{number}-{at:02}"
        assert target.place.quote in wanted["quote"] or wanted["quote"] in target.place.quote, where
        assert target.explicit == wanted["explicit"], where
        if expected in NONE:
            assert target.indicator == "", where
            assert target.not_measurable is not None, where
        else:
            assert target.indicator == expected, where
            assert catalogue().indicator(expected), where


def test_the_comparative_target_is_compared_with_an_indicator() -> None:
    (compared,) = (one for one in _targets("004") if one.value is None)
    assert compared.compared_with == "litigation.first_instance_lost"
