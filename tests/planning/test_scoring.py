"""Scores by a scheme that is a file, explained down to the facts; a scheme nobody could compute is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.engine.planning.scoring import (
    Fact,
    SchemeError,
    own_scheme,
    read_scheme,
    score,
)

SCHEME = """
label = "试行评分"
starts_at = "100"
lowest = "0"
highest = "105"
[[items]]
key = "duty_overdue"
label = "逾期"
points = "-2.5"
at_most = "-5"
[[items]]
key = "target_met"
label = "达到"
points = "10"
"""


def fact(kind: str, number: int) -> Fact:
    return Fact(kind, f"plan.duty/{number}", f"任务{number}")


def test_a_score_says_which_facts_cost_how_much():
    found = score(read_scheme(SCHEME), [fact("duty_overdue", 1)])
    assert found.total == Decimal("97.5")
    (overdue, _) = found.explained
    assert [one.title for one in overdue.facts] == ["任务1"]
    assert not overdue.is_capped


def test_an_item_costs_no_more_than_its_limit_and_the_whole_no_more_than_its_bounds():
    found = score(read_scheme(SCHEME), [fact("duty_overdue", n) for n in range(4)])
    assert found.total == 95
    assert found.explained[0].is_capped
    assert found.explained[0].uncapped == -10
    assert score(read_scheme(SCHEME), [fact("target_met", 1)]).total == 105
    assert score(read_scheme(SCHEME), [fact("target_met", 1)]).is_bounded


def test_a_fact_that_is_told_twice_counts_once_and_one_without_an_item_counts_nothing():
    twice = [fact("duty_overdue", 1), fact("duty_overdue", 1), fact("obligation_met", 1)]
    assert score(read_scheme(SCHEME), twice).total == Decimal("97.5")


KINDS = [item.key for item in own_scheme().items]


@given(st.lists(st.builds(fact, st.sampled_from(KINDS), st.integers(0, 60)), max_size=80))
def test_the_parts_of_a_score_add_up_and_stay_within_their_limits(facts):
    found = score(own_scheme(), facts)
    added = found.scheme.starts_at + sum(one.points for one in found.explained)
    assert found.total == min(max(added, found.scheme.lowest), found.scheme.highest)
    for one in found.explained:
        assert one.uncapped == one.item.points * len(one.facts)
        if one.item.at_most is not None:
            assert abs(one.points) <= abs(one.item.at_most)
    assert {one for part in found.explained for one in part.facts} == set(facts)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("duty_overdue", "duty_forgotten"), "不认识项目"),
        (("lowest =", "least ="), "不认识：least"),
        (('points = "-2.5"', 'points = "-2.5"\nweight = "1"'), "不认识：weight"),
        (('"-2.5"', '"0"'), "不能是0"),
        (('at_most = "-5"', 'at_most = "5"'), "同号"),
        (('points = "10"', "points = 1.5"), "应为数字"),
        (('starts_at = "100"', 'starts_at = "110"'), "起始分"),
        (('key = "target_met"', 'key = "duty_overdue"'), "重复"),
        (('label = "逾期"', 'label = ""'), "缺少名称"),
        (("[[items]]", "[[item]]"), "不认识：item"),
        (('label = "试行评分"', "label ="), "TOML"),
    ],
)
def test_a_scheme_that_says_what_nobody_can_compute_is_refused(change, says):
    with pytest.raises(SchemeError, match=says):
        read_scheme(SCHEME.replace(*change))


def test_the_scheme_that_comes_with_the_product_is_read():
    assert own_scheme().starts_at == 100
    assert "duty_overdue" in KINDS
