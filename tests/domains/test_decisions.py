"""Decisions: what their steps leave open, who answers for them, and the figures of a year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.domains.following import followed
from tests.domains.golden_cases import way_of
from zhunsheng.domains.decisions import figures
from zhunsheng.domains.decisions.registers.decision.completion import STAGES, completion
from zhunsheng.domains.decisions.registers.decision.papers import REQUIRED_PAPERS, missing_papers


def lawful(register: str, step: str) -> dict[str, Any]:
    """Get the values of the lawful entry of a register when a step may be taken."""
    case = {
        "domain": "decisions",
        "name": step,
        "register": register,
        "step": step,
        "values": {},
    }
    return followed(case, way_of(case))


DECIDED = lawful("decision", "archive")


def standing(values: dict[str, Any]) -> dict[str, str]:
    return {row["stage"]: row["standing"] for row in completion(values)}


def test_a_record_says_which_steps_are_done_waived_and_not_needed():
    assert standing(DECIDED) == {
        "部门协商": "not_needed",
        "公众参与": "done",
        "听证": "not_needed",
        "专家论证": "waived",
        "风险评估": "waived",
        "公平竞争审查": "not_needed",
        "合法性审查": "done",
        "集体讨论": "done",
        "请示报告": "done",
        "公布": "done",
    }
    assert DECIDED["complete"] is True
    assert DECIDED["publication_lag"] == 6


def test_what_a_matter_needs_is_missing_until_it_is_done_whatever_reason_there_is():
    wanting = DECIDED | {"professional": True, "subject": "food_safety", "touches_market": True}
    missing = {stage for stage, where in standing(wanting).items() if where == "missing"}
    assert missing == {"专家论证", "风险评估", "公平竞争审查"}


def test_a_step_without_a_need_and_without_a_reason_is_missing():
    assert standing(DECIDED | {"risk_waiver": None})["风险评估"] == "missing"


@given(st.sets(st.sampled_from([stage.done for stage in STAGES])))
def test_a_stage_that_was_done_is_never_missing(done):
    values = {"name": "某方案"} | dict.fromkeys(done, "2026-03-02")
    shown = standing(values)
    assert all(shown[stage.label] == "done" for stage in STAGES if stage.done in done)


@given(st.sets(st.sampled_from([paper.key for paper in REQUIRED_PAPERS])))
def test_a_file_lacks_what_the_case_has_made_and_it_does_not_hold(held):
    lacking = {paper.key for paper in missing_papers(DECIDED | {"archived_papers": sorted(held)})}
    assert lacking.isdisjoint(held)
    assert lacking | held >= {"study", "draft", "notice", "adoption", "minutes", "decision"}
    assert "hearing" not in lacking


def test_the_risk_level_of_a_decision_is_that_of_its_assessment():
    case = {"domain": "decisions", "name": "", "register": "decision", "step": "review_competition"}
    case |= {"way": ["start", "assess_risk"], "values": {}}
    found = followed(case, way_of(case))
    assert (found["risk_reported"], found["risk_level"]) == (True, "low")


def test_whoever_answers_is_traced_to_the_steps_and_the_posts_at_the_meeting():
    found = lawful("accountability", "close")
    posts = {row["post"]: row["agrees"] for row in found["members_then"]}
    assert posts == {"分管副县长": True, "县长": True}
    stages = {row["stage"]: row["standing"] for row in found["completion_then"]}
    assert stages["专家论证"] == "waived"
    assert stages["公布"] == "missing"


RULES = {
    "state": {"level": "national", "covers": "general", "effective": "2019-09-01"},
    "province": {"level": "province", "region": "990000", "covers": "general"},
    "county": {"level": "county", "region": "990121", "covers": "general"},
    "old": {"level": "county", "region": "990121", "covers": "general", "repealed": "2024-01-01"},
    "economic": {"level": "province", "region": "990000", "covers": "economic"},
}
RULES = {key: {"effective": "2020-01-01"} | one for key, one in RULES.items()}


def test_the_rules_of_a_place_and_a_day_are_found_the_nearest_first():
    on = date(2026, 3, 2)
    assert figures.rules_for(RULES, "general", "990121", on) == ("county", "province", "state")
    assert figures.rules_for(RULES, "general", "990122", on) == ("province", "state")
    assert figures.rules_for(RULES, "economic", "990121", on) == ("economic",)
    assert figures.rules_for(RULES, "general", "990121", date(2023, 12, 31))[:2] == (
        "county",
        "old",
    )
    assert figures.rules_for(RULES, "general", "990121", date(2019, 12, 31)) == ("state",)


def test_governments_and_departments_without_a_published_catalogue_are_named():
    catalogues = [
        {"organ": "某县", "year": 2026, "published": "2026-03-20"},
        {"organ": "某局", "year": 2026},
        {"organ": "某委", "year": 2025, "published": "2025-03-20"},
    ]
    organs = {"某县": "government", "某局": "department", "某委": "department", "某镇": "town"}
    assert figures.without_catalogue(catalogues, organs, 2026) == ("某局", "某委")


ITEM = "decisions.catalogue_item/2026-0001"
MADE = {
    "whole": DECIDED | {"catalogue_item": ITEM},
    "off": DECIDED | {"catalogue_item": None, "published": None, "counsel_present": False},
    "unreviewed": DECIDED | {"opinion_given": None},
    "secret": DECIDED | {"not_public": True, "not_public_basis": "规定", "published": None},
    "last_year": DECIDED | {"met": "2025-05-14"},
    "deferred": DECIDED | {"outcome": "deferred"},
}


def test_the_decisions_of_a_year_are_those_adopted_in_it():
    assert set(figures.made_in(MADE, 2026)) == {"whole", "off", "unreviewed", "secret"}
    assert figures.with_all_steps(MADE, 2026) == figures.Counted(2, 4)
    assert figures.with_all_steps(MADE, 2026).percent == Decimal(50)
    assert figures.with_all_steps({}, 2026).percent is None


def test_catalogue_decisions_and_reviews_are_held_against_each_other():
    items = {
        ITEM: {"planned": "2026-09-30"},
        "waiting": {"planned": "2026-12-31"},
        "removed": {"planned": "2026-12-31", "removed": "2026-06-01"},
        "next_year": {"planned": "2027-03-31"},
    }
    found = figures.difference(items, MADE, 2026)
    assert found.undecided == ("waiting",)
    assert found.off_catalogue == ("off",)
    assert found.unreviewed == ("unreviewed",)


def test_decisions_of_the_ten_fields_are_covered_once_they_are_assessed():
    decisions = [
        DECIDED | {"subject": "education", "risk_assessed": "2026-04-17"},
        DECIDED | {"subject": "finance"},
        DECIDED,
    ]
    assert figures.assessed_in_the_ten_fields(decisions) == figures.Counted(1, 2)


def test_meetings_without_counsel_and_decisions_not_published_are_named():
    assert figures.without_counsel(MADE) == ("off",)
    assert figures.unpublished(MADE, 2026) == ("off",)
    assert figures.days_to_publication(MADE.values()) == Decimal(6)
    assert figures.days_to_publication([{}]) is None
