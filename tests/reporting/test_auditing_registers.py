"""What a report says, against what the registers say."""

from __future__ import annotations

import pytest

from tests.reporting.drafts import draft, known, matching, reading_of
from zhunsheng.engine.reporting.auditing import audit_of_report
from zhunsheng.engine.reporting.auditing_model import Doubt
from zhunsheng.engine.reporting.writing import Figures

ACCEPTED, CORRECTED = "reconsideration.accepted", "reconsideration.corrected"


def found_in(text: str, words: str, indicator: str, figures: Figures) -> tuple[Doubt, ...]:
    report = draft(disputes=text)
    reading = reading_of(report)
    matched = matching(reading, words, indicator)
    assert matched
    found = audit_of_report(report, reading, matched=matched, known=figures)
    return tuple(one for one in found if one.kind.startswith("register"))


@pytest.mark.parametrize(
    "text",
    [
        "全年受理行政复议案件52件。",
        "全年受理行政复议案件50余件。",
        "受理行政复议案件同比下降14.75%。",
        "受理行政复议案件较上年减少9件。",
        "上年受理行政复议案件61件。",
        "2024年受理行政复议案件61件。",
        "2019年受理行政复议案件33件。",
        "受理行政复议案件较上年减少到52件。",
    ],
)
def test_what_the_register_says_too_is_no_doubt(text: str) -> None:
    assert not found_in(text, "行政复议", ACCEPTED, known(accepted=(52, 61)))


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("全年受理行政复议案件53件。", "52件 ≠ 53件"),
        ("全年受理行政复议案件80余件。", "52件 ≠ 80件"),
        ("受理行政复议案件较上年减少8件。", "52件，上年61件，相差-9 ≠ 8件"),
        ("受理行政复议案件同比增长14.75%。", "52件，上年61件，变化-14.7541% ≠ 14.75%"),
        ("上年受理行政复议案件52件。", "61件 ≠ 52件"),
        ("2024年受理行政复议案件52件。", "61件 ≠ 52件"),
    ],
)
def test_what_the_register_says_otherwise_is_an_error_with_its_arithmetic(
    text: str, arithmetic: str
) -> None:
    (found,) = found_in(text, "行政复议", ACCEPTED, known(accepted=(52, 61)))
    assert (found.severity, found.kind) == ("error", "register")
    assert found.arithmetic == arithmetic
    assert found.source == "disputes-1"


@pytest.mark.parametrize("printed", ["25", "25.0", "25.00"])
def test_a_share_may_be_rounded_as_the_text_likes(printed: str) -> None:
    text = f"行政复议纠错率{printed}%。"
    assert not found_in(text, "纠错率", CORRECTED, known(corrected=(16, None)))


def test_a_share_that_no_rounding_explains_is_an_error() -> None:
    (found,) = found_in("行政复议纠错率26%。", "纠错率", CORRECTED, known(corrected=(16, None)))
    assert found.arithmetic == "16 ÷ 64 = 25% ≠ 26%"


def test_a_share_that_was_cut_off_is_a_note() -> None:
    # 17/64 = 26.5625%
    (found,) = found_in("行政复议纠错率26.5%。", "纠错率", CORRECTED, known(corrected=(17, None)))
    assert (found.severity, found.kind) == ("note", "register_rounding")


def test_points_of_a_share_are_set_against_the_year_before() -> None:
    # 16/64 = 25%, 16/80 = 20%
    figures = known(corrected=(16, 16))
    assert not found_in("行政复议纠错率提高5个百分点。", "纠错率", CORRECTED, figures)
    (found,) = found_in("行政复议纠错率提高6个百分点。", "纠错率", CORRECTED, figures)
    assert found.arithmetic == "25% − 20% = 5个百分点 ≠ 6个百分点"


def test_a_figure_that_is_bound_to_its_indicator_is_not_asked_about() -> None:
    text = "全年受理行政复议案件{reconsideration.accepted}。"
    assert not found_in(text, "行政复议", ACCEPTED, known(accepted=(99, None)))


def test_an_indicator_that_nobody_knows_is_not_asked_about() -> None:
    assert not found_in("全年受理行政复议案件53件。", "行政复议", ACCEPTED, known())


def test_units_of_another_kind_are_not_compared() -> None:
    assert not found_in("行政复议纠错率16件。", "纠错率", CORRECTED, known(corrected=(17, None)))
