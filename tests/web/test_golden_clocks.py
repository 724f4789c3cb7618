"""Every domain through the one door: each clock and due date keeps its lateness, each bound binds."""

from __future__ import annotations

import pytest

from tests.domains.golden_cases import step_of
from tests.web.golden import cases_of, clocks, due_dates, joined, lines_about, standing
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.verifying import verify_all


@pytest.mark.parametrize("clock", clocks(), ids=joined)
def test_a_clock_runs_through_the_actions_as_the_law_says(desk, clock):
    found = cases_of("clocks", clock, "clock")
    assert found, "this clock has no golden case"
    for case in found:
        entry = desk.follow(case)
        status = next(
            (s for s in standing(entry, case).statuses if s.run.clock.key == case["clock"]), None
        )
        assert (status.state.value if status else "absent") == case["state"], case["name"]
        assert standing(entry, case).is_late == case["late"], case["name"]
        if status and status.deadline and "last_day" in case:
            assert str(status.deadline.last) == case["last_day"], case["name"]
            assert status.is_provisional == case.get("provisional", False), case["name"]
        if case["state"] == "met_late" and case["late"]:
            assert entry.late, case["name"]
    assert verify_all().faults == ()


@pytest.mark.parametrize("bound", clocks(binding=True), ids=joined)
def test_a_step_outside_a_period_that_binds_is_refused_and_changes_nothing(desk, bound):
    found = cases_of("bounds", bound, "clock")
    assert found, "this clock binds and has no golden case"
    for case in found:
        entry, step = desk.follow(case), desk.ready(case, step_of(case))
        before = (lines_about(entry), entry.state)
        with pytest.raises(InvalidError) as refused:
            desk.take_ready(case, entry, step)
        (said,) = refused.value.problems.values()
        assert case["established_by"] in said.zh, case["name"]
        entry.refresh_from_db()
        assert (lines_about(entry), entry.state) == before


@pytest.mark.parametrize("due_date", due_dates(), ids=joined)
def test_a_day_an_entry_names_is_its_last_day_until_it_is_met(desk, due_date):
    found = cases_of("due_dates", due_date, "due_date")
    assert found, "this due date has no golden case"
    for case in found:
        entry = desk.follow(case)
        stands = standing(entry, case)
        status = next((s for s in stands.due_dates if s.due_date.key == case["due_date"]), None)
        assert (status.state.value if status else "absent") == case["state"], case["name"]
        assert stands.is_late == case["late"], case["name"]
        if status and status.is_open:
            assert entry.due == status.last_day, case["name"]
