"""
Every figure of two real reports, told by its place in the gold: its indicator, or the domain it waits for.

Checked by reading: what each figure counts against what its indicator counts. What is in neither table stays
unmatched, most of it because its words narrow it (联席会议 of two fields, cases of a court).
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.reporting.test_matching import words
from zhunsheng.engine.documents.opening import open_document
from zhunsheng.engine.reading.read import read
from zhunsheng.engine.reporting.matching import MatchedFigure, matched

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(
    not (SHARED / "gold").exists(), reason="the real documents are not at hand"
)
MATCHED = {
    "002": {
        1: "demonstration.single_projects_reserved",
        13: "legality_review.reviews",
        14: "legality_review.reviews_major_decision",
        15: "legality_review.reviews_normative_document",
        16: "legality_review.reviews_besides",
        17: "legality_review.opinions_raised",
        18: "normative_documents.filings",
        20: "legality_review.opinions_issued",
        21: "legality_review.papers_reviewed",
        22: "legality_review.team_persons",
        23: "legality_review.contracts_revised",
        24: "legality_review.manual_copies",
        30: "enforcement.rights_court_cases",
        56: "powers.enforcement_items",
        60: "powers.delegated",
        75: "enforcement.acts",
        76: "enforcement.licence_acts",
        77: "enforcement.penalty_acts",
        78: "enforcement.compulsion_acts",
        79: "enforcement.confirmation_acts",
        80: "enforcement.benefit_acts",
        81: "enforcement.inspection_acts",
        82: "credit_publicity.records",
        88: "reconsideration.accepted",
        89: "litigation.appearances_due",
        90: "litigation.heads_appeared",
        91: "litigation.appearance",
        92: "recommendations.judicial",
        93: "recommendations.opinions",
        135: "reconsideration.accepted",
        136: "reconsideration.concluded",
        137: "reconsideration.confirmed_illegal",
        138: "reconsideration.revoked",
        139: "reconsideration.ordered_to_perform",
    },
    "003": {
        5: "decisions.made",
        7: "legality_review.studies",
        8: "legality_review.reviews_major_decision",
        9: "legality_review.villages_with_counsel",
        10: "legality_review.trainings",
        14: "enforcement.licence_acts",
        15: "enforcement.penalty_acts",
        16: "enforcement.compulsion_acts",
        17: "enforcement.inspection_acts",
        20: "enforcement.joint_files",
        35: "reconsideration.accepted",
        36: "reconsideration.concluded",
        37: "powers.power_changes",
        38: "powers.service_changes",
    },
}
AWAITING = {
    "002": {
        "D02": (
            0,
            2,
            3,
            4,
            5,
            6,
            39,
            40,
            41,
            42,
            43,
            44,
            45,
        ),
        "D10": (
            27,
            84,
            85,
        ),
        "D16": (
            35,
            36,
            37,
            113,
            114,
            115,
            116,
            117,
            118,
        ),
        "D12": (
            46,
            47,
            48,
            49,
            50,
            51,
            52,
            54,
            55,
        ),
        "D11": (
            53,
            95,
            96,
            97,
            98,
            99,
        ),
        "D17": (
            63,
            64,
            65,
            67,
            83,
            86,
            87,
        ),
        "D13": (
            101,
            102,
            103,
            104,
            105,
            106,
            107,
            108,
            109,
            110,
            111,
            112,
        ),
        "D08": (
            119,
            120,
            121,
            122,
            123,
            124,
            125,
            126,
            127,
            128,
            129,
            130,
        ),
        "D19": (131,),
    },
    "003": {
        "D02": (
            0,
            34,
        ),
        "D16": (
            1,
            2,
            3,
            4,
        ),
        "D10": (
            21,
            22,
            23,
            24,
            25,
            26,
            27,
        ),
        "D11": (28,),
        "D13": (
            29,
            30,
            31,
            32,
            33,
        ),
        "D08": (
            40,
            41,
            42,
            43,
            44,
            49,
            50,
            51,
            52,
            53,
            54,
            55,
            56,
            60,
        ),
        "D19": (
            45,
            46,
            47,
            48,
        ),
    },
}


def figures(number: str) -> list[tuple[dict, MatchedFigure]]:
    """Get the figures of a report with those of its gold."""
    gold = json.loads((SHARED / "gold" / f"{number}.json").read_text("utf-8"))["figures"]
    path = next((SHARED / "documents").glob(f"{number}_*.txt"))
    found = matched(read(open_document(path)), words())
    assert [float(one.figure.value) for one in found] == [float(one["value"]) for one in gold]
    return list(zip(gold, found, strict=True))


@pytest.mark.parametrize("number", list(MATCHED))
def test_each_figure_is_that_of_its_indicator_and_no_other_is_matched(number: str) -> None:
    found = {
        at: one.indicator for at, (_, one) in enumerate(figures(number)) if one.state == "matched"
    }
    assert found == MATCHED[number]


@pytest.mark.parametrize("number", list(AWAITING))
def test_figures_of_subjects_without_a_register_wait_for_their_domain(number: str) -> None:
    found: dict[str, tuple[int, ...]] = {}
    for at, (_, one) in enumerate(figures(number)):
        if one.awaits is not None:
            found[one.awaits.number] = (*found.get(one.awaits.number, ()), at)
    assert found == AWAITING[number]


def test_three_in_five_figures_are_matched_or_wait_for_a_domain() -> None:
    states = [one.state for number in MATCHED for _, one in figures(number)]
    assert len(states) == 201
    assert states.count("unknown") <= len(states) * 0.4
