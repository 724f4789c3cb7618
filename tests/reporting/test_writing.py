"""Sentences with their figures filled in: what is left out, what is missing, what each figure carries."""

from __future__ import annotations

import pytest

from tests.reporting.samples import known
from zhunsheng.engine.reporting.templates import Slot, parsed
from zhunsheng.engine.reporting.writing import written


def said(text):
    return written(parsed(text), known, period="2025年", place="溪口县")


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("收到{letters}。", "收到52件。"),
        ("收到{post.letters}，上年{letters:last}。", "收到52件，上年49件。"),
        ("收到{letters}[，逾期{late}]。", "收到52件。"),
        ("收到{letters}[，答复率{answered}]。", "收到52件，答复率93.75%。"),
        ("收到{letters}[，逾期{late}，比上年{late:change}]。", "收到52件。"),
        ("收到{letters}[，丢失{lost}]。", "收到52件。"),
        ("收到{letters}[，谢谢]。", "收到52件，谢谢。"),
        ("逾期{late}，比上年{late:change}。", "逾期0件，比上年—。"),
    ],
)
def test_a_sentence_leaves_out_what_is_nothing_in_brackets_only(template, text):
    assert said(template).text == text


def test_what_cannot_be_filled_is_named():
    found = said("丢失{lost}，逾期{late:change}，收到{letters}。")
    assert found.missing == (Slot("lost"), Slot("late", "change"))
    assert found.text == "丢失—，逾期—，收到52件。"


def test_a_sentence_all_of_whose_figures_are_nothing_says_so():
    assert said("逾期{late}。").nothing
    assert not said("逾期{late}，收到{letters}。").nothing
    assert said("逾期{late}[，收到{letters}]。").nothing
    assert not said("一句没有数字的话。").nothing


def test_a_figure_carries_all_it_takes_to_find_out_where_it_comes_from():
    (figure,) = said("收到{letters:change}。").figures
    assert (figure.indicator, figure.label, figure.part) == ("post.letters", "来信", "change")
    assert (figure.printed, figure.period, figure.place) == ("增加3件", "2025年", "溪口县")
    assert (figure.counted, figure.base, figure.last_counted, figure.last_base) == (52, 60, 49, 50)
    assert figure.says == "收到的来信。"


@pytest.mark.parametrize(
    ("name", "kind", "is_money", "per"),
    [
        ("letters", "count", False, 1),
        ("answered", "share", False, 1),
        ("fees", "total", True, 1),
        ("days", "mean", False, 2),
    ],
)
def test_a_figure_says_how_it_follows_from_its_counts(name, kind, is_money, per):
    (figure,) = said(f"{{{name}}}").figures
    assert (figure.kind, figure.is_money, figure.per) == (kind, is_money, per)


def test_last_year_is_carried_only_where_the_figure_speaks_of_it():
    plain, last = said("收到{letters}，上年{letters:last}。").figures
    assert (plain.last_counted, last.last_counted) == (None, 49)


def test_spans_name_their_figures_by_place():
    spans = said("收到{letters}，逾期{late}。").spans
    assert [(span.text, span.figure) for span in spans] == [
        ("收到", ""),
        ("52件", "0"),
        ("，逾期", ""),
        ("0件", "1"),
        ("。", ""),
    ]
