"""The audit of a report before it is signed: what it finds, in which order, and under which keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reporting.drafts import GENRE, draft, reading_of
from zhunsheng.engine.documents.opening import open_document
from zhunsheng.engine.reading.read import read
from zhunsheng.engine.reporting.auditing import audit_of_report
from zhunsheng.engine.reporting.auditing_model import Doubt
from zhunsheng.engine.reporting.model import Report

SHARED = Path(__file__).parents[3] / "shared" / "documents"
REAL = pytest.mark.skipif(not SHARED.exists(), reason="the real documents are not at hand")


def audited(report: Report) -> tuple[Doubt, ...]:
    return audit_of_report(report, reading_of(report), genre=GENRE)


def of_file(number: str) -> tuple[Doubt, ...]:
    (path,) = SHARED.glob(f"{number}_*")
    return audit_of_report(None, read(open_document(path)), genre=GENRE)


@REAL
def test_in_document_002_the_parts_of_the_visitors_do_not_add_up() -> None:
    # 攀枝花市东区2024年度报告：306+90+430+77=903，正文写887。established by adding the printed parts up
    first = of_file("002")[0]
    assert (first.severity, first.kind) == ("error", "sum")
    assert "887人次" in first.quote
    assert first.arithmetic == "306 + 90 + 430 + 77 = 903 ≠ 887"


@REAL
def test_in_document_002_the_reviews_of_files_are_given_twice() -> None:
    # 同一报告两处写案卷评查自查自纠，一处1356件，一处1263件。established by reading both places
    (conflict,) = [one for one in of_file("002") if one.kind == "conflict"]
    assert conflict.severity == "warning"
    assert {"自查自纠1356件", "自查自纠1263件"} == {place.quote for place in conflict.places}
    assert conflict.arithmetic == "1356 ≠ 1263"


@REAL
def test_document_002_has_all_chapters_and_a_date() -> None:
    assert not [one for one in of_file("002") if one.kind in {"section", "date"}]


@REAL
def test_document_003_has_no_shortcomings_and_no_date() -> None:
    # 安岳县2023年报告：没有写不足，落款没有日期；“下一步”一段是下年安排。established by reading the document
    found = of_file("003")
    (section,) = [one for one in found if one.kind == "section" and one.severity == "error"]
    assert section.quote == "存在的不足和原因"
    assert [one.says.zh for one in found if one.kind == "date"] == ["报告没有成文日期"]


def test_a_whole_draft_lacks_its_date_alone() -> None:
    assert [one.kind for one in audited(draft())] == ["date"]


@pytest.mark.parametrize(
    ("chapter", "title", "severity"),
    [
        ("duties", "履行推进法治政府建设第一责任人职责的情况", "warning"),
        ("shortcomings", "存在的不足和原因", "error"),
        ("arrangements", "2026年度推进法治政府建设的主要安排", "error"),
    ],
)
def test_a_chapter_that_is_missing_is_named(chapter: str, title: str, severity: str) -> None:
    found = [one for one in audited(draft(**{chapter: None})) if one.kind == "section"]
    assert [(one.quote, one.severity) for one in found] == [(title, severity)]


def test_a_chapter_that_says_next_to_nothing_is_empty() -> None:
    (found,) = [one for one in audited(draft(shortcomings="无。")) if one.kind == "section"]
    assert found.says.zh == "“存在的不足和原因”这一部分是空的"
    assert found.severity == "error"


def test_themes_without_a_word_are_one_note() -> None:
    (found,) = [one for one in audited(draft(publicity=None)) if one.kind == "theme"]
    assert (found.quote, found.severity) == ("加强法治宣传教育", "note")


def test_free_text_is_audited_as_any_report_is() -> None:
    text = "接待来访887人次，其中信访306人次、投诉90人次、咨询430人次、其他77人次。"
    (found,) = [one for one in audited(draft(disputes=text)) if one.severity == "error"]
    assert found.kind == "sum"
    assert found.source == "disputes-1"


def test_errors_come_before_warnings_and_warnings_before_notes() -> None:
    found = audited(draft(publicity=None, shortcomings=None))
    assert [one.severity for one in found] == ["error", "warning", "note"]


def test_a_doubt_keeps_its_key_when_other_paragraphs_change() -> None:
    text = "接待来访887人次，其中信访306人次、投诉90人次、咨询430人次、其他77人次。"
    before = audited(draft(disputes=text))[0]
    after = audited(draft(disputes=text, duties="县政府常务会议学法13次，听取专题汇报两次。"))[0]
    assert before.key == after.key
    assert before.places != after.places


def test_a_doubt_gets_another_key_when_its_words_change() -> None:
    text = "接待来访{}人次，其中信访306人次、投诉90人次、咨询430人次、其他77人次。"
    keys = {audited(draft(disputes=text.format(number)))[0].key for number in (887, 888)}
    assert len(keys) == 2


def test_two_doubts_with_the_same_words_have_two_keys() -> None:
    text = "接待来访887人次，其中信访306人次、投诉90人次、咨询430人次、其他77人次。"
    found = audited(draft(disputes=f"一季度情况。{text}", publicity=f"年度情况。{text}"))
    errors = [one for one in found if one.kind == "sum"]
    assert len(errors) == len({one.key for one in errors}) == 2


def test_a_figure_that_changed_since_its_paragraph_was_accepted_is_a_note() -> None:
    report = draft(disputes="受理行政复议案件{reconsideration.accepted}。")
    accepted = {("disputes-1", "reconsideration.accepted", "value"): "49件"}
    found = audit_of_report(report, reading_of(report), accepted=accepted)  # type: ignore[arg-type]
    assert [(one.severity, one.arithmetic) for one in found] == [("note", "49件 → 52件")]


def test_a_figure_that_did_not_change_is_no_doubt() -> None:
    report = draft(disputes="受理行政复议案件{reconsideration.accepted}。")
    accepted = {("disputes-1", "reconsideration.accepted", "value"): "52件"}
    assert not audit_of_report(report, reading_of(report), accepted=accepted)  # type: ignore[arg-type]
