"""The words in which results are shown."""

from decimal import Decimal

import pytest

from tests.rendering import samples
from zhunsheng.engine.auditing.model import Audit
from zhunsheng.rendering.words import (
    coverage_summary,
    gravest_first,
    period_in_words,
    relation_in_words,
    shown_number,
    summary,
    target_in_words,
    targets_by_task,
)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("12846", "12,846"),
        ("10.50", "10.5"),
        ("0", "0"),
        ("-3.20", "-3.2"),
        ("1E+4", "10,000"),
        (None, "—"),
    ],
)
def test_numbers_have_separators_and_no_needless_zeros(value: str | None, shown: str) -> None:
    assert shown_number(Decimal(value) if value is not None else None) == shown


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ("quarter", "每季度", "each quarter"),
        ("by 2031-06-30", "2031-06-30前", "by 2031-06-30"),
        ("something new", "something new", "something new"),
    ],
)
def test_a_period_is_said_in_words(period: str, zh: str, en: str) -> None:
    assert (period_in_words(period, "zh"), period_in_words(period, "en")) == (zh, en)


def test_a_target_says_what_it_asks_for() -> None:
    assert target_in_words(samples.target()) == "≥12次"


def test_a_comparison_says_with_what_it_compares() -> None:
    assert target_in_words(samples.target(value=None)) == "≥上年"


def test_targets_are_found_under_their_task() -> None:
    assert list(targets_by_task(samples.reading(kind="plan"))) == ["一/1"]


def test_what_was_missed_comes_before_what_was_met() -> None:
    states = ("met", "unclear", "unreported", "missed", "met")
    ordered = gravest_first(tuple(map(samples.coverage, states)))
    assert [covered.state for covered in ordered] == [
        "missed",
        "unreported",
        "unclear",
        "met",
        "met",
    ]


def test_the_summary_counts_what_was_read_and_found() -> None:
    said = summary(samples.reading(), samples.AUDIT)
    assert said.zh == "读出数字5个，核对关系3组，错误1处，存疑0处，提示1处。"
    assert said.en == "5 figures read, 3 relations checked, 1 error, 0 warnings, 1 note."


def test_the_summary_of_a_plan_counts_tasks_units_and_targets() -> None:
    said = summary(samples.reading(kind="plan"), Audit(relations=(), findings=()))
    assert said.zh.startswith("读出任务1项、责任单位2个、量化目标1个，")


def test_the_summary_of_the_comparison_counts_every_state() -> None:
    said = coverage_summary((samples.coverage("missed"), samples.coverage("met")))
    assert said.zh == "目标2项：已完成1项，未达到1项，未报告0项，不明确0项。"


def test_a_relation_is_a_row_of_words() -> None:
    rows = [relation_in_words(relation, "zh") for relation in samples.RELATIONS]
    assert rows == [
        ("合计", "受理申请30件", "其中办结20件；转交12件", "不符"),
        ("比率", "办结率70%", "其中办结20件；受理申请30件", "不符"),
        ("前后不一", "受理申请30件", "全年受理申请31件", "不符"),
    ]
