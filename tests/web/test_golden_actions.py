"""
Every domain through the one door: each gate refuses with its article, each clock keeps its lateness.

The gates and clocks are those found in the declarations; one without a golden case fails here.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.domains.golden_cases import cases, named, step_of
from tests.web.desk import Desk
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.registers.cases import outlook
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.errors import ClosedError, InvalidError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all

GATES = [
    (found.name, step.key, gate.key)
    for found in catalogue().registers()
    if found.register.procedure
    for step in found.register.procedure.steps
    for gate in step.gates
]
CLOCKS = [
    (found.name, running.clock)
    for found in catalogue().registers()
    for running in found.register.clocks
]
DUE_DATES = [
    (found.name, due_date.key)
    for found in catalogue().registers()
    for due_date in found.register.due_dates
]
CHECKS = [
    (found.name, check.field)
    for found in catalogue().registers()
    for check in found.register.checks
]


def joined(one: Any) -> str:
    return ".".join(one) if isinstance(one, tuple) else str(one)


def cases_of(kind: str, about: tuple[str, ...], *keys: str) -> list[dict[str, Any]]:
    """Get the cases of a kind that are about a gate, a clock, a due date or a check."""
    return [
        case
        for case in cases(kind)
        if (f"{case['domain']}.{case['register']}", *(case[key] for key in keys)) == about
    ]


def standing(entry: Entry, case: dict[str, Any]) -> Any:
    found, as_of = named(case), date.fromisoformat(case["as_of"])
    clocks = found.domain.clocks_by_key()
    return outlook(found.register, clocks, entry.values, as_of, calendar_of())


@pytest.fixture
def desk(world, reporter, approver) -> Desk:
    return Desk(world, reporter, approver)


@pytest.mark.parametrize("gate", GATES, ids=joined)
def test_a_step_against_the_law_is_refused_with_its_article_and_changes_nothing(desk, gate):
    found = cases_of("gates", gate, "step", "gate")
    assert found, "this gate has no golden case"
    for case in found:
        entry = desk.follow(case)
        # What the step refers to is made with it, and has lines of its own.
        own = StoredLine.objects.filter(about=entry.about)
        lines, state = own.count(), entry.state
        with pytest.raises(ClosedError) as refused:
            desk.take(case, entry, step_of(case))
        assert case["established_by"] in refused.value.message.zh
        entry.refresh_from_db()
        assert (own.count(), entry.state) == (lines, state)


@pytest.mark.parametrize("clock", CLOCKS, ids=joined)
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


@pytest.mark.parametrize("due_date", DUE_DATES, ids=joined)
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


@pytest.mark.parametrize("check", CHECKS, ids=joined)
def test_values_that_contradict_each_other_are_not_kept(desk, check):
    found = cases_of("checks", check, "field")
    assert found, "this check has no golden case"
    for case in found:
        with pytest.raises(InvalidError) as refused:
            desk.attempt(case)
        assert set(refused.value.problems) == {case["field"]}, case["name"]
