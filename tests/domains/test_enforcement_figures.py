"""Figures that yearly reports give of enforcement and inspections, found by their words."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from typing import Any

import pytest

from tests.domains.test_figures_of_reports import broken, figures, many, said
from zhunsheng.domains.enforcement.registers.campaigns import linked
from zhunsheng.domains.enforcement.registers.soft_measures import earlier_measures
from zhunsheng.domains.enforcement.registers.standards import criteria_open
from zhunsheng.domains.enforcement.registers.teams import moved_twice, without_successor
from zhunsheng.domains.enforcement.registers.towns import (
    least_new_officers,
    new_officers,
    posted_officers,
)
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.indicators.validation import violation

KINDS = {
    "licence_count": 17844,
    "penalty_count": 985,
    "compulsion_count": 676,
    "confirmation_count": 1068,
    "benefit_count": 331,
    "inspection_count": 14719,
}


def test_more_penalties_than_inspections_are_found():
    year = {"year_ended": date(2026, 12, 31), "total": 35623} | KINDS
    found = figures("enforcement.statistics", [year])
    assert said("行政执法总数", found) == 35623
    assert said("行政许可", found) == 17844
    assert said("行政检查", found) == 14719
    assert broken("enforcement", found) == set()
    more = {"penalty_count": 86_000, "inspection_count": 33_000}
    found = figures("enforcement.statistics", [year | more])
    assert broken("enforcement", found) == {"six_kinds", "penalties_and_inspections"}


ON = date(2026, 5, 6)
THREE_CASES = {
    "licence": {"licence.case": many(3, received=ON, decided=ON, content="准予")},
    "penalty": {
        "penalty.case": many(2, discovered=ON, decided=ON, outcome="penalty"),
        "penalty.on_the_spot": many(1, found=ON, decided=ON),
    },
    "compulsion": {
        "compulsion.measure": many(1, begun=ON, kind="seal", executed=datetime(2026, 5, 6, 10)),
        "compulsion.execution": [
            {"begun": ON, "kind": "transfer", "carried_out": ON},
            {"begun": ON, "applied": ON},
        ],
    },
    "confirmation": {"enforcement.confirmation": many(3, received=ON, decided=ON)},
    "benefit": {"enforcement.benefit": many(3, received=ON, decided=ON)},
}


def entered_rule_broken(kind: str, yearly: list[dict[str, Any]]) -> bool:
    """Get whether three entered cases of a kind break the rule against its yearly number."""
    found = figures("enforcement.statistics", yearly)
    for register, entries in THREE_CASES[kind].items():
        found |= figures(register, entries)
    (rule,) = [
        one for one in catalogue().validation("enforcement") if one.rule.key == f"{kind}_entered"
    ]
    by_key = {key: found[name] for key, name in rule.indicators.items()}
    return violation(rule.rule, by_key) is not None


@pytest.mark.parametrize("kind", THREE_CASES)
def test_cases_above_the_yearly_number_of_their_kind_are_found(kind):
    year = {"year_ended": date(2026, 12, 31), "total": 35623} | KINDS
    assert entered_rule_broken(kind, [year | {f"{kind}_count": 2}])
    assert not entered_rule_broken(kind, [year | {f"{kind}_count": 3}])
    # Units keep part of their cases elsewhere, and the year's number comes after its cases.
    assert not entered_rule_broken(kind, [year])
    assert not entered_rule_broken(kind, [])


def test_fifty_seven_joint_visits_to_as_many_firms_find_their_problems():
    joint = {"planned": date(2026, 5, 6), "visited": date(2026, 5, 7), "form": "joint"}
    visits = [one | {"subject": f"S{at}"} for at, one in enumerate(many(57, **joint, problems=6))]
    visits[0]["problems"] = 32
    alone = many(3, **(joint | {"form": "alone", "subject": "S1", "problems": 1}))
    found = figures("inspection.visit", [*visits, *alone])
    assert said("联合检查", found) == 57
    assert said("联合检查企业", found) == 57
    assert said("联合检查发现问题隐患", found) == 368


@pytest.mark.parametrize(
    ("town", "least"),
    [
        ({"headcount": 70}, 3),
        ({"headcount": 71}, 5),
        ({"headcount": 71, "boundary": 80}, 3),
        ({"headcount": 60, "small_minimum": 2}, 2),
        ({}, None),
    ],
    ids=["boundary", "above", "boundary set here", "minimum set here", "unknown"],
)
def test_a_town_needs_as_many_new_officers_as_its_headcount_asks(town, least):
    assert least_new_officers(town) == least


def test_only_officers_of_the_year_count_as_new_and_only_those_who_stay_as_posted():
    passed = [("1", "2026-05-06"), ("1", "2026-05-06"), ("2", "2025-05-06"), ("3", None)]
    rows = [{"officer": number, "officer.passed": day} for number, day in passed]
    assert new_officers({"until": "2026-12-31", "qualified": rows}) == 1
    assert new_officers({"until": None, "qualified": rows}) == 0
    posted = [
        {"officer": "1", "officer.posted": "2026-03-02"},
        {"officer": "2", "officer.posted": "2026-03-02", "officer.revoked": "2026-04-01"},
        {"officer": "3"},
    ]
    assert posted_officers({"posted": posted}) == 1


def test_every_power_of_a_merged_team_has_one_successor():
    powers = [{"item": "1", "successor": "2"}, {"item": "1", "successor": "3"}, {"item": "2"}]
    assert moved_twice({"powers": powers}) == 1
    assert without_successor({"powers": powers}) == 1


def test_a_measure_is_a_repeated_one_where_the_subject_was_given_another_before():
    fellows = [{"given": "2026-03-01"}, {"given": "2026-03-02"}, {"given": "2026-03-03"}, {}]
    assert earlier_measures({"given": "2026-03-02", "subject.fellows": fellows}) == 1


def test_an_item_that_two_teams_hold_is_found():
    listed = {"adopted": date(2026, 1, 5), "team": "某队"}
    items = [listed | {"code": code, "act": "penalty"} for code in ("1", "2", "3")]
    assert broken("enforcement", figures("enforcement.item", items)) == set()
    found = figures("enforcement.item", [*items, items[0] | {"team": None}])
    assert said("没有承办队伍的执法事项", found) == 1
    assert broken("enforcement", found) == {"one_team_each"}


def test_six_meetings_with_neighbours_discuss_six_items_and_review_ninety_six_files():
    held = {"decided": date(2026, 6, 2), "kind": "neighbours", "files_reviewed": 16}
    items = [held | {"meeting": f"第{at}次会议"} for at in range(1, 7)]
    other = {"decided": date(2026, 6, 2), "kind": "departments", "meeting": "会商"}
    found = figures("enforcement.joint_item", [*items, other])
    assert said("召开毗邻地区联席会议", found) == 6
    assert said("联席会议研讨事项", found) == 6
    assert said("集中评查各地行政执法案卷", found) == 96
    assert said("跨部门综合监管事项", found) == 1


def test_problems_are_closed_open_or_overdue_and_courts_have_seventy_nine_cases_of_rights():
    traffic = {"kind": "problem", "field_of_work": "traffic", "begun": date(2026, 3, 2)}
    rights = {"kind": "campaign", "field_of_work": "intellectual_property", "court_cases": 79}
    closed = {"until": date(2026, 6, 30), "closed": date(2026, 6, 1), "cases_handled": 12}
    entries = [
        *many(3, **traffic, **closed, penalties=9),
        *many(1, **traffic, until=date(2026, 6, 30)),
        *many(1, **traffic, until=date(2027, 3, 31)),
        *many(1, **rights, **closed, begun=date(2026, 1, 5), penalties=4),
    ]
    found = figures("enforcement.campaign", entries)
    assert said("突出问题整治办结率", found) == Fraction(3, 5)
    assert said("逾期未办结突出问题", found) == 1
    assert said("重点领域查办案件", found) == 48
    assert said("查处知识产权案件", found) == 12
    assert said("受理知识产权纠纷案件", found) == 79
    assert found["enforcement.campaign_cases_traffic"].value == 36
    assert broken("enforcement", found) == set()


def test_cases_that_are_linked_count_once_and_criteria_that_are_not_met_are_open():
    rows = [
        {"case": "1", "case.outcome": "penalty"},
        {"case": "1", "case.outcome": "penalty"},
        {"case": "2", "case.outcome": "exempt"},
        {"case": "3"},
    ]
    assert linked()({"cases": rows}) == 3
    assert linked("penalty")({"cases": rows}) == 1
    assert criteria_open({"criteria": [{"met": True}, {"met": False}, {}]}) == 2
