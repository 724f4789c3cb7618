"""Figures that yearly reports give of enforcement and inspections, found by their words."""

from __future__ import annotations

from datetime import date

from tests.domains.test_figures_of_reports import broken, figures, many, said

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


def test_fifty_seven_joint_visits_to_as_many_firms_find_their_problems():
    joint = {"planned": date(2026, 5, 6), "visited": date(2026, 5, 7), "form": "joint"}
    visits = [one | {"subject": f"S{at}"} for at, one in enumerate(many(57, **joint, problems=6))]
    visits[0]["problems"] = 32
    alone = many(3, **(joint | {"form": "alone", "subject": "S1", "problems": 1}))
    found = figures("inspection.visit", [*visits, *alone])
    assert said("联合检查", found) == 57
    assert said("联合检查企业", found) == 57
    assert said("联合检查发现问题隐患", found) == 368
