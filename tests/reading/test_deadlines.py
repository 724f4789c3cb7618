"""By when a plan wants what."""

from datetime import date

import pytest

from tests.texts import flow
from zhunsheng.engine.reading.deadlines import read_deadlines
from zhunsheng.engine.reading.model import DocumentKind, Task


def _deadlines(text: str, kind: DocumentKind = "plan") -> list[tuple[str, str | None]]:
    found = read_deadlines(flow(text), (), 2024, kind)
    return [(str(d.date) if d.date else "", d.every) for d in found]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("各镇于9月30日前完成清理。", "2024-09-30"),
        ("自查自纠（2024年4月11日至5月底）。全面排查。", "2024-05-31"),
        ("组织“5·12”防灾宣传活动。", "2024-05-12"),
        ("落实《云山县执法提升三年行动方案（2023—2025年）》。", "2025-12-31"),
        ("6月—9月开展督查。", "2024-09-30"),
    ],
)
def test_a_deadline_is_resolved_against_the_year_of_the_plan(text: str, day: str) -> None:
    assert _deadlines(text) == [(day, None)]


@pytest.mark.parametrize(
    "text",
    [
        "云山县人民政府\n2024年7月12日",
        "已经3月21日县政府第9次常务会议审议通过。",
        "截至6月底，清理文件三十件。",
        "2022年以来办结的案件逐卷自查。",
        "纳入年底考核。",
        "学习《云山县2024年底前清理方案》。",
        "2024年3月初，县人大票决确定了民生实事项目。",
        "现将1—6月份进展情况予以公示。",
    ],
)
def test_dates_of_issue_and_of_the_past_set_no_deadline(text: str) -> None:
    assert _deadlines(text) == []


def test_recurring_reports_are_deadlines_without_a_day() -> None:
    assert _deadlines("每季度末月20日前报送进展。") == [("", "quarter")]


def test_a_deadline_names_its_task_and_quotes_its_clause() -> None:
    text = flow("1.清理文件。各镇要在6月底前完成文件清理，并报县司法局。")
    place = text.place(0, 6)
    task = Task(path="1", title="清理文件", place=place, units=(), start=0, end=len(text.text))
    (deadline,) = read_deadlines(text, (task,), 2024, "plan")
    assert (deadline.task, deadline.date) == ("1", date(2024, 6, 30))
    assert deadline.place.quote == "各镇要在6月底前完成文件清理"


def test_the_quote_goes_on_where_the_clause_is_only_a_date() -> None:
    (deadline,) = read_deadlines(flow("到2024年底，建成法治广场三处，群众满意。"), (), 2024, "plan")
    assert deadline.place.quote == "到2024年底，建成法治广场三处"


def test_the_outlook_of_a_report_counts_against_the_year_its_heading_names() -> None:
    text = "一、2024年工作回顾\n完成清理。\n二、2025年工作打算\n6月底前完成评查。"
    assert _deadlines(text, "report") == [("2025-06-30", None)]


def test_a_report_sets_deadlines_only_where_it_looks_ahead() -> None:
    text = "一、2024年工作情况\n6月底前完成清理。\n二、下一步工作打算\n12月底前完成评查。"
    assert _deadlines(text, "report") == [("2024-12-31", None)]
