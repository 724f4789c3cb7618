"""Enforcement beyond its golden cases: who counts as an officer, what is a first violation, what waits."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domains.following import followed
from tests.domains.golden_cases import Taken, golden, lawful_values, named, way_of
from zhunsheng.domains.penalty.registers.case import computing
from zhunsheng.domains.penalty.registers.shared import fit_officers
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.registers.cases import checked, clock_problem

CALENDAR = Calendar()
VALID = {"officer.mark": "valid", "officer.valid_until": "2026-03-02"}


def penalty_case(step: str, **more: Any) -> dict[str, Any]:
    return {
        "domain": "penalty",
        "name": step,
        "register": "case",
        "step": step,
        "values": {},
    } | more


@pytest.mark.parametrize(
    ("officer", "day", "count"),
    [
        ({}, "2026-03-02", 1),
        ({}, "2026-03-03", 0),
        ({"officer.mark": "left_post"}, "2026-03-02", 0),
        ({"officer.mark": "wrong_post"}, "2026-03-02", 0),
        ({"officer.revoked": "2026-02-01"}, "2026-03-02", 0),
        ({"officer.valid_until": None}, "2026-03-02", 0),
    ],
    ids=["last day", "day after", "left", "wrong post", "revoked", "unknown"],
)
def test_an_officer_whose_certificate_is_not_valid_on_the_day_does_not_count(officer, day, count):
    row = {"officer": "enforcement.officer/2026-00001"} | VALID | officer
    assert fit_officers([row], day) == count


def test_the_same_officer_named_twice_is_one():
    row = {"officer": "enforcement.officer/2026-00001"} | VALID
    assert fit_officers([row, row], "2026-03-02") == 1


@pytest.mark.parametrize(
    ("other", "first"),
    [
        ({"outcome": "penalty", "decided": "2026-02-27"}, False),
        ({"outcome": "penalty", "decided": "2026-03-03"}, True),
        ({"outcome": "exempt", "decided": "2026-02-27"}, True),
        ({}, True),
    ],
    ids=["punished before", "punished after", "not punished", "still open"],
)
def test_a_violation_is_no_first_one_where_the_records_hold_a_penalty(other, first):
    case = {
        "subject": "inspection.subject/2026-00001",
        "subject.fellows": [other],
        "discovered": "2026-03-02",
    }
    case["earlier_violations"] = computing.earlier_violations(case)
    assert computing.is_first(case) is first
    # What the records say is not overruled, and what the investigation found is not either.
    assert computing.is_first(case | {"stated_first": False}) is False


def test_five_years_hold_where_lives_or_money_are_in_danger():
    case = {"committed": "2024-02-29", "discovered": "2026-03-01"}
    assert computing.may_still_be_punished(case) is False
    assert computing.may_still_be_punished(case | {"discovered": "2026-02-28"}) is True
    assert computing.may_still_be_punished(case | {"endangers": True}) is True


@pytest.mark.parametrize(("decided", "refused"), [("2026-03-30", True), ("2026-03-31", False)])
def test_the_time_to_ask_for_a_hearing_is_waited_for(decided, refused):
    way = golden("penalty", "entries")["steps"]["case"]["request_hearing"]["way"]
    way = [*way, {"step": "review", "values": {"reviewed": "2026-03-25"}}]
    case = penalty_case("decide", way=way)
    values = lawful_values(case, "decide")["values"] | {
        "decided": decided,
        "penalties": ["revoked_licence"],
        "fine": None,
    }
    taken = Taken("decide", values, date.fromisoformat(decided))
    after = followed(case, [*way_of(case), taken])
    found = named(case)
    clocks = found.domain.clocks_by_key()
    problem = clock_problem(found.register, clocks, after, date(2026, 4, 30), CALENDAR)
    assert (problem is not None) == refused


@given(st.integers(1, 10**9), st.integers(0, 4000))
def test_the_surcharge_never_exceeds_the_fine(fine, days):
    found = computing.surcharge({"fine": fine, "days_late": days})
    assert found is not None
    assert 0 <= found <= fine
    assert computing.surcharge({"fine": 10_000, "days_late": 5}) == 1_500


def test_the_total_of_the_statistics_is_the_sum_of_the_six_kinds():
    raw = golden("enforcement", "entries")["entries"]["statistics"]
    register = catalogue().register("enforcement.statistics").register
    found = checked(register, raw).values
    assert found["total"] == 35_623
    assert found["implausible"] is False
