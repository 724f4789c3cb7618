"""Indicators that contradict themselves are refused when they are imported."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from zhunsheng.engine.indicators.declarations import (
    Complete,
    Count,
    Coverage,
    Definition,
    Indicator,
    Mean,
    Share,
    Total,
)
from zhunsheng.engine.refusals import DeclarationError


def anything(row: object, _: object) -> object:
    return row


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: Count(key="回复", label="回复", register="letter"), "名称应为小写英文"),
        (lambda: Count(key="replies", label="", register="letter"), "缺少中文名"),
        (lambda: Count(key="replies", label="回复", register="post.letter"), "不带领域"),
        (
            lambda: Count(key="replies", label="回复", register="letter", holds="ever"),  # type: ignore[arg-type]
            "holds应为in_period、by_end",
        ),
        (
            lambda: Count(key="replies", label="回复", register="letter", better="less"),  # type: ignore[arg-type]
            "better应为more",
        ),
        (
            lambda: Count(key="replies", label="回复", register="letter", said_as=("回", "回")),
            "重复的",
        ),
        (
            lambda: Count(
                key="replies",
                label="回复",
                register="letter",
                earlier=(Definition(since=date(2020, 1, 1)),),
            ),
            "由先到后",
        ),
        (
            lambda: Count(
                key="replies",
                label="回复",
                register="letter",
                since=date(2025, 1, 1),
                earlier=(Definition(),),
            ),
            "改了什么",
        ),
        (lambda: Total(key="fees", label="收费", register="letter"), "加总哪个字段"),
        (lambda: Mean(key="days", label="天数", register="letter"), "什么的平均"),
        (lambda: Mean(key="days", label="天数", register="letter", of="fee", per=0), "至少为1"),
        (lambda: Complete(key="towns", label="乡镇", register="letter", each="town"), "怎样算齐全"),
        (
            lambda: Complete(key="towns", label="乡镇", register="letter", counts=anything),
            "按哪一列分",
        ),
        (lambda: Share(key="rate", label="回复率", register="letter"), "分子"),
        (lambda: Coverage(key="all", label="覆盖", register="letter", reaches=0), "至少为1"),
    ],
)
def test_a_contradiction_is_refused_in_words(make: Callable[[], Indicator], complaint: str) -> None:
    with pytest.raises(DeclarationError, match=complaint):
        make()


def test_a_misspelt_word_is_refused() -> None:
    with pytest.raises(TypeError, match="out_off"):
        Share(key="rate", label="率", register="letter", counts=anything, out_off=anything)  # type: ignore[call-arg]
