"""A report against last year's report and against the plan of its year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.reporting.drafts import WHOLE, draft, known, reading_of
from tests.texts import document_of
from zhunsheng.engine.reading.read import read
from zhunsheng.engine.reporting.auditing import audit_of_report
from zhunsheng.engine.reporting.auditing_model import Doubt, LastYear, PastFigure
from zhunsheng.engine.reporting.model import Report

_SHORTCOMING = (
    "一是部分乡镇承接赋权事项的能力还不强，执法人员配备不足，2024年持证人员仅有86人；"
    "二是个别部门办理行政复议案件不够规范，答复材料提交不及时，案件被纠错的比率仍然偏高。"
)
_PLAN = "云山县2025年法治政府建设工作要点\n一、重点任务\n1.提升能力。{}"


def against(report: Report, last_year: LastYear, kind: str) -> list[Doubt]:
    found = audit_of_report(
        report, reading_of(report), last_year=last_year, known=known(accepted=(52, 61))
    )
    return [one for one in found if one.kind == kind]


def of_last_year(**changed: str) -> LastYear:
    return LastYear(year=2024, reading=reading_of(draft(**changed)))


def test_a_paragraph_copied_from_last_year_is_a_warning() -> None:
    report = draft(shortcomings=_SHORTCOMING)
    (found,) = against(report, of_last_year(shortcomings=_SHORTCOMING), "copied")
    assert found.severity == "warning"
    assert found.source == "shortcomings-1"
    assert "2024年的报告相同" in found.says.zh


def test_other_digits_and_a_word_or_two_do_not_hide_a_copy() -> None:
    changed = (
        _SHORTCOMING.replace("2024年", "2025年").replace("86人", "91人").replace("仍然", "依然")
    )
    found = against(draft(shortcomings=changed), of_last_year(shortcomings=_SHORTCOMING), "copied")
    assert ["%" in one.says.zh for one in found] == [True]


def test_a_paragraph_on_the_same_subject_is_no_copy() -> None:
    changed = (
        "一是乡镇承接赋权事项后业务培训没有跟上，有的执法文书由县直部门代拟；"
        "二是行政复议案件中程序违法的占比上升，反映出执法全过程记录还有缺项。"
    )
    report = draft(shortcomings=changed)
    assert not against(report, of_last_year(shortcomings=_SHORTCOMING), "copied")


def test_short_sentences_may_be_alike() -> None:
    assert all(len(text) < 45 for text in WHOLE.values())
    assert not against(draft(), of_last_year(), "copied")


def test_a_sentence_whose_figures_are_computed_anew_is_no_copy() -> None:
    text = (
        "县司法局依法受理行政复议案件{reconsideration.accepted}，坚持有错必纠，"
        "推动行政争议在复议环节实质性化解，发挥行政复议化解行政争议的主渠道作用。"
    )
    assert not against(draft(disputes=text), of_last_year(disputes=text), "copied")


def past(printed: str, **more: object) -> LastYear:
    figure = PastFigure(
        indicator="reconsideration.accepted",
        value=Decimal(printed),
        unit="件",
        printed=printed,
        quote=f"受理行政复议案件{printed}件",
        **more,  # type: ignore[arg-type]
    )
    return LastYear(year=2024, figures={figure.indicator: figure})


_CHANGE = "受理行政复议案件{reconsideration.accepted}，比上年{reconsideration.accepted:change}。"


def test_last_years_figure_must_be_that_of_last_years_report() -> None:
    (found,) = against(draft(disputes=_CHANGE), past("58"), "last_year")
    assert found.severity == "warning"
    assert found.arithmetic == "61件 ≠ 58件"
    assert "受理行政复议案件58件" in found.says.zh


@pytest.mark.parametrize(("printed", "more"), [("61", {}), ("60", {"approx": True})])
def test_last_years_figure_as_last_years_report_has_it_is_no_doubt(
    printed: str, more: dict[str, object]
) -> None:
    assert not against(draft(disputes=_CHANGE), past(printed, **more), "last_year")


def test_a_report_that_does_not_speak_of_last_year_is_not_asked_about_it() -> None:
    report = draft(disputes="受理行政复议案件{reconsideration.accepted}。")
    assert not against(report, past("58"), "last_year")


def against_plan(target: str, **changed: str) -> list[tuple[str, str]]:
    report = draft(**changed)
    plan = read(document_of(_PLAN.format(target)))
    found = audit_of_report(report, reading_of(report), plan=plan)
    return [(one.kind, one.severity) for one in found]


_TARGET = "政府常务会议学法不少于12次。"


@pytest.mark.parametrize(
    ("target", "duties", "found"),
    [
        (_TARGET, "县政府常务会议学法12次，听取专题汇报。", []),
        (_TARGET, "县政府常务会议学法9次，听取专题汇报。", [("plan_missed", "error")]),
        (_TARGET, "县政府主要负责人听取专题汇报，部署工作。", [("plan_unreported", "warning")]),
    ],
)
def test_a_target_is_met_or_asked_about(
    target: str, duties: str, found: list[tuple[str, str]]
) -> None:
    assert against_plan(target, duties=duties) == found


@pytest.mark.parametrize(
    "duties", ["县政府常务会议学法9次，听取专题汇报。", "县政府主要负责人听取专题汇报，部署工作。"]
)
def test_a_target_that_the_shortcomings_speak_of_is_explained(duties: str) -> None:
    shortcomings = "政府常务会议学法没有达到计划要求，原因是会议安排不够合理。"
    assert not against_plan(_TARGET, duties=duties, shortcomings=shortcomings)
