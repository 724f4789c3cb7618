"""Each target of a plan, set against what the report says."""

import pytest

from tests.texts import document_of
from zhunsheng.engine.auditing.coverage import compare
from zhunsheng.engine.auditing.model import Coverage
from zhunsheng.engine.reading.model import Reading
from zhunsheng.engine.reading.read import read

_PLAN = "云山县2024年法治政府建设工作要点\n一、重点任务\n1.提升能力。{}"
_REPORT = "云山县人民政府2024年法治政府建设情况报告\n一、主要举措\n（一）提升能力。{}"


def _read(frame: str, words: str) -> Reading:
    return read(document_of(frame.format(words)))


def _compared(plan: str, report: str) -> list[Coverage]:
    return list(compare(_read(_PLAN, plan), _read(_REPORT, report)))


@pytest.mark.parametrize(
    ("plan", "report", "state"),
    [
        ("政府常务会议学法不少于12次。", "全年组织政府常务会议学法12次。", "met"),
        ("政府常务会议学法不少于12次。", "全年组织政府常务会议学法9次。", "missed"),
        ("行政机关负责人出庭应诉率不低于90%。", "行政机关负责人出庭应诉率96.3%。", "met"),
        ("行政诉讼败诉率低于8%。", "行政诉讼败诉率8%。", "missed"),
        ("新建法治文化公园3个。", "建成法治文化公园4个。", "met"),
        ("地区生产总值增长5%左右。", "地区生产总值增长4.8%。", "met"),
        ("力争减轻企业负担3亿元。", "减轻企业负担28000万元。", "missed"),
        ("行政复议办理时限压缩至30日以内。", "全年培训执法人员300人次。", "unreported"),
    ],
)
def test_a_target_is_met_missed_or_not_reported(plan: str, report: str, state: str) -> None:
    (coverage,) = _compared(plan, report)
    assert coverage.state == state
    assert (coverage.figure is None) == (state == "unreported")


def test_the_reason_quotes_both_documents() -> None:
    (coverage,) = _compared("案卷评查不少于60件。", "开展行政执法案卷评查45件。")
    assert "案卷评查不少于60件" in str(coverage.why)
    assert "案卷评查45件" in str(coverage.why)
    assert "missed" in coverage.why.en


def test_a_share_is_never_set_against_a_count() -> None:
    (coverage,) = _compared("行政复议案件调解率不低于30%。", "行政复议案件调解30件。")
    assert coverage.state == "unreported"


def test_a_level_is_never_set_against_a_growth() -> None:
    (coverage,) = _compared("行政复议案件调解率不低于30%。", "行政复议案件调解率同比增长35%。")
    assert coverage.state == "unreported"


@pytest.mark.parametrize(("count", "state"), [("4", "met"), ("3", "missed")])
def test_what_recurs_each_quarter_is_counted_over_the_year(count: str, state: str) -> None:
    (coverage,) = _compared("每季度开展普法宣讲不少于1场。", f"全年开展普法宣讲{count}场。")
    assert coverage.state == state


def test_full_coverage_is_met_by_the_same_words() -> None:
    (coverage,) = _compared("实现村级法律顾问全覆盖。", "村级法律顾问实现全覆盖。")
    assert (coverage.state, coverage.target.explicit) == ("met", False)


def test_a_total_cannot_settle_a_target_for_each_unit() -> None:
    (coverage,) = _compared("各镇（街道）会前学法不少于6次。", "县政府常务会议会前学法12次。")
    assert coverage.state == "unclear"


def test_a_target_by_size_is_left_to_a_human() -> None:
    (coverage,) = _compared(
        "编制70人及以下的镇，年内新增行政执法资格不少于3人。", "新增行政执法资格58人。"
    )
    assert coverage.state == "unclear"


def test_a_target_by_size_is_settled_where_the_report_names_the_size() -> None:
    (coverage,) = _compared(
        "编制70人及以下的镇，年内新增行政执法资格不少于3人。",
        "新增行政执法资格58人，其中编制70人及以下的镇均新增行政执法资格4人。",
    )
    assert (coverage.state, coverage.figure and coverage.figure.value) == ("met", 4)


def test_a_comparison_without_a_number_is_left_to_a_human() -> None:
    (coverage,) = _compared("行政复议案件纠错率高于上年同期。", "行政复议案件纠错率12%。")
    assert coverage.state == "unclear"


def test_an_approximate_figure_short_of_its_target_is_unclear() -> None:
    (coverage,) = _compared("培训执法人员不少于300人次。", "培训执法人员290余人次。")
    assert coverage.state == "unclear"
