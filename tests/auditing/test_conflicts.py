"""The same quantity twice, parts larger than wholes, and what is only unlikely."""

import pytest

from tests.texts import audited


def _findings(text: str) -> list[tuple[str, str]]:
    return [(f.severity, f.kind) for f in audited(text).findings]


def test_the_same_words_with_other_values_are_a_conflict() -> None:
    text = "制发行政执法监督意见书36份。\n二、不足\n全年制发行政执法监督意见书31份，整改不够。"
    assert _findings(text) == [("error", "conflict")]


@pytest.mark.parametrize(
    "text",
    [
        "2023年制发行政执法监督意见书36份。2024年制发行政执法监督意见书31份。",
        "上半年制发行政执法监督意见书16份。全年制发行政执法监督意见书31份。",
        "县本级制发行政执法监督意见书16份。全县制发行政执法监督意见书31份。",
        "查看卷宗6个，提出执法建议4条。查看卷宗150份，提出执法建议27条。",
    ],
)
def test_other_years_scopes_and_occasions_are_other_quantities(text: str) -> None:
    assert _findings(text) == []


def test_a_part_larger_than_its_whole_is_an_error() -> None:
    assert _findings("普法讲师团成员21人，其中律师24人。") == [("error", "scope")]


def test_a_narrower_scope_larger_than_the_wider_is_an_error() -> None:
    assert _findings("全市新收复议申请45件。市本级新收复议申请54件。") == [("error", "scope")]


def test_more_penalties_than_inspections_is_a_note() -> None:
    assert _findings("实施行政处罚860件、行政检查330次。") == [("note", "plausibility")]


def test_a_rate_above_a_hundred_is_a_note_and_growth_is_not() -> None:
    assert _findings("群众满意率102%。") == [("note", "plausibility")]
    assert _findings("案件同比增长102%。") == []


def test_a_day_that_does_not_exist_is_noted() -> None:
    assert _findings("2024年2月30日召开会议。") == [("note", "plausibility")]
