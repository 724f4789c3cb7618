"""Decisions: what their steps leave open, who answers for them, and which rules apply."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.domains.following import followed
from tests.domains.golden_cases import way_of
from zhunsheng.domains.decisions.registers.catalogue import nearness
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


def rules_for(region: str, on: str) -> list[str]:
    """Get the rules that apply, the nearest first."""
    near = {key: nearness(one, region, on) for key, one in RULES.items()}
    found = [(far, key) for key, far in near.items() if far is not None]
    return [key for _, key in sorted(found, key=lambda pair: (-pair[0], pair[1]))]


def test_the_rules_of_a_place_and_a_day_are_found_the_nearest_first():
    assert rules_for("990121", "2026-03-02") == ["county", "province", "state"]
    assert rules_for("990122", "2026-03-02") == ["province", "state"]
    assert rules_for("990121", "2023-12-31")[:2] == ["county", "old"]
    assert rules_for("990121", "2019-12-31") == ["state"]
    assert rules_for("980101", "2019-08-31") == []
