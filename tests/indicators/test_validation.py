"""Rules between figures, and figures that stand out."""

from __future__ import annotations

import pytest

from zhunsheng.engine.indicators.anomalies import stands_out
from zhunsheng.engine.indicators.declarations import Count, Total
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.validation import Side, ValidationRule, violation
from zhunsheng.engine.refusals import DeclarationError


def counted(number: int) -> Figure:
    return Figure(Count(key="a", label="甲", register="letter"), number, number)


NOTHING = Figure(Total(key="a", label="甲", register="letter", of="fee"), 0, 0)


def rule(**said: object) -> ValidationRule:
    plain: dict[str, object] = {
        "key": "answered",
        "label": "收到的都有去向",
        "left": Side(adds=("received", "carried_over")),
        "operator": "=",
        "right": Side(adds=("answered", "open")),
    }
    return ValidationRule(**(plain | said))  # type: ignore[arg-type]


def test_two_sides_that_agree_break_no_rule() -> None:
    figures = {"received": 7, "carried_over": 2, "answered": 6, "open": 3}
    assert violation(rule(), {key: counted(value) for key, value in figures.items()}) is None


def test_two_sides_that_do_not_agree_are_shown_with_both_numbers() -> None:
    figures = {"received": 1207, "carried_over": 2, "answered": 6, "open": 3}
    found = violation(rule(), {key: counted(value) for key, value in figures.items()})
    assert found is not None
    assert found.says == "收到的都有去向：应＝，实为1,209与9"


@pytest.mark.parametrize(("corrected", "is_broken"), [(4, False), (3, True), (2, True)])
def test_what_must_be_more_is_not_enough_when_it_is_equal(corrected, is_broken) -> None:
    one = rule(left=Side(adds=("corrected",)), operator=">", right=Side(adds=("lost",)))
    found = violation(one, {"corrected": counted(corrected), "lost": counted(3)})
    assert (found is not None) == is_broken


@pytest.mark.parametrize(
    ("missing", "is_broken"), [("skip", False), ("zero", True), ("violates", True)]
)
def test_a_figure_without_a_value_is_dealt_with_as_the_side_says(missing, is_broken) -> None:
    one = rule(left=Side(adds=("received",), missing=missing), right=Side(adds=("answered",)))
    found = violation(one, {"received": NOTHING, "answered": counted(3)})
    assert (found is not None) == is_broken


def test_what_is_taken_away_counts_against_its_side() -> None:
    one = rule(
        left=Side(adds=("received",), takes=("withdrawn",)),
        operator=">=",
        right=Side(adds=("answered",)),
    )
    figures = {"received": counted(5), "withdrawn": counted(3), "answered": counted(3)}
    assert violation(one, figures) is not None
    assert violation(one, figures | {"withdrawn": counted(2)}) is None


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ({"key": "收"}, "小写英文"),
        ({"label": ""}, "中文名"),
        ({"operator": "<"}, "比较应为"),
        ({"scope": "town"}, "范围应为"),
        ({"left": Side(adds=())}, "没有指标"),
        ({"right": Side(adds=("a",), missing="guess")}, "缺数的处理"),  # type: ignore[arg-type]
    ],
)
def test_a_rule_that_contradicts_itself_is_refused(said, complaint) -> None:
    with pytest.raises(DeclarationError, match=complaint):
        rule(**said)


def test_too_few_figures_let_nothing_stand_out() -> None:
    assert stands_out(1000, [1, 1, 1, 1, 1], "past") is None


@pytest.mark.parametrize(
    ("value", "others", "stands"),
    [
        (100, [100] * 8, False),
        (104, [100] * 8, False),
        (200, [100] * 8, True),
        (1, [0] * 8, True),
        (30, [10, 20, 30, 40, 50, 60], False),
        (500, [10, 20, 30, 40, 50, 60], True),
    ],
)
def test_a_value_far_from_the_others_stands_out(value, others, stands) -> None:
    assert (stands_out(value, others, "peers") is not None) == stands
