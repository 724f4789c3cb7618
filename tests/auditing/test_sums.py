"""Totals and their parts."""

import pytest

from tests.texts import audited
from zhunsheng.engine.auditing.model import Sum


def _sums(text: str) -> list[tuple[int, list[int], bool]]:
    relations = audited(text).relations
    return [
        (int(r.total.value), [int(part.value) for part in r.parts], r.holds)
        for r in relations
        if isinstance(r, Sum)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "全县共受理案件120件，其中行政处罚80件、行政许可25件、其他15件。",
        "全县共受理案件120件（行政处罚80件，行政许可25件，行政强制15件）。",
        "全县行政执法总数120件，行政处罚80件，行政许可25件，行政强制15件。",
        "全县共受理案件120件。其中，行政处罚80件，占66.7%；行政许可25件，占20.8%；行政强制15件，占12.5%。",
        "行政处罚80件、行政许可25件、行政强制15件，合计120件。",
    ],
)
def test_a_breakdown_that_adds_up_is_found_in_every_form(text: str) -> None:
    assert (120, [80, 25, 15], True) in _sums(text)


def test_a_breakdown_with_other_that_does_not_add_up_is_broken() -> None:
    assert _sums("全县共受理案件120件，其中行政处罚80件、行政许可25件、其他25件。") == [
        (120, [80, 25, 25], False)
    ]


def test_a_breakdown_that_does_not_claim_to_be_complete_may_stay_below() -> None:
    assert _sums("全县共受理案件120件，其中涉企30件、涉农10件。") == []


def test_one_wrong_digit_betrays_a_breakdown_of_three() -> None:
    assert _sums("全县共受理案件1264件，其中处罚803件、许可246件、强制225件。") == [
        (1264, [803, 246, 225], False)
    ]


def test_a_breakdown_within_a_breakdown_is_counted_once() -> None:
    text = "全年办结案件100件（其中纠错30件，含撤销18件、变更12件；维持50件；终止20件）。"
    assert (100, [30, 50, 20], True) in _sums(text)
    assert (30, [18, 12], True) in _sums(text)


def test_what_came_in_and_what_was_done_is_no_breakdown() -> None:
    assert _sums("共受理案件56件，办结50件，撤销2件。") == []


def test_figures_in_ten_thousands_add_up_within_rounding() -> None:
    assert _sums("受理诉求173.83万件，办结144.18万件，办理中29.64万件。") == [
        (1738300, [1441800, 296400], True)
    ]


def test_a_total_may_stand_in_an_earlier_sentence() -> None:
    text = "全市共收到申请6200件。\n（二）被申请人情况\n市政府60件；市级部门421件；县政府782件；县级部门2995件；其他1942件。"
    assert (6200, [60, 421, 782, 2995, 1942], True) in _sums(text)


def test_the_columns_of_a_table_add_up_to_its_total_row() -> None:
    table = "处理方式 | 件数 |\n维持 | 35 |\n撤销 | 15 |\n驳回 | 10 |\n合计 | {} |"
    assert _sums(table.format(60)) == [(60, [35, 15, 10], True)]
    assert _sums(table.format(61)) == [(61, [35, 15, 10], False)]


def test_cases_and_times_add_up_to_what_is_counted_in_both() -> None:
    audit = audited("全年行政执法总数20件次，其中行政许可12件，行政检查8次。")
    assert audit.findings == ()


def test_mixed_units_of_a_sum_that_holds_are_noted() -> None:
    audit = audited("全县行政执法总数120件，行政处罚15件，行政许可25件，行政检查80次。")
    assert [(f.severity, f.kind) for f in audit.findings] == [("note", "unit")]


def test_a_broken_sum_tells_the_arithmetic_and_the_place() -> None:
    (finding,) = audited(
        "共接待来访887人次，其中信访306人次，投诉90人次，咨询430人次，其他77人次。"
    ).findings
    assert finding.severity == "error"
    assert finding.arithmetic == "306 + 90 + 430 + 77 = 903 ≠ 887"
    assert finding.places[0].quote == "共接待来访887人次"
    assert "多16人次" in str(finding.says)
