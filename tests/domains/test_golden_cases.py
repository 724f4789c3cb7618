"""
Every domain by its golden cases: every gate closed, every clock kept and missed, every check broken.

Gates, clocks, due dates and checks are those found in the declarations; one without a case fails here.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.domains.following import followed, looking_up, steps_of, tried
from tests.domains.golden_cases import (
    DOMAINS,
    cases,
    counted,
    entry_of,
    golden,
    named,
    step_of,
    way_of,
)
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.registers.cases import checked, clock_problem, outlook

CALENDAR = Calendar()
REGISTERS = [found for key in DOMAINS for found in catalogue().registers(key)]


def by_name(case: dict[str, Any]) -> str:
    return f"{case['domain']}: {case['name']}"


def register_of(case: dict[str, Any]) -> str:
    return named(case).name


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_register_has_a_lawful_entry_and_every_step_can_be_taken(domain):
    found = golden(domain, "entries")
    registers = {one.register.key: one for one in catalogue().registers(domain)}
    assert set(found["entries"]) == set(registers)
    for key, register in registers.items():
        assert set(found["steps"].get(key, {})) == {step.key for step in steps_of(register)}
        for step in steps_of(register):
            case = {
                "domain": domain,
                "name": step.key,
                "register": key,
                "step": step.key,
                "values": {},
            }
            _, against = tried(case, followed(case, way_of(case)), step_of(case))
            assert against == [], (key, step.key)


@pytest.mark.parametrize("case", cases("gates"), ids=by_name)
def test_a_step_against_the_law_is_refused_with_its_article(case):
    _, against = tried(case, followed(case, way_of(case)), step_of(case))
    closed = {one.gate.key: one.source for one in against if one.gate}
    assert case["gate"] in closed, closed
    assert closed[case["gate"]].endswith(case["established_by"])


def test_every_gate_has_a_case_in_which_it_is_closed():
    declared = {
        (found.name, step.key, gate.key)
        for found in REGISTERS
        for step in steps_of(found)
        for gate in step.gates
    }
    assert declared == {(register_of(case), case["step"], case["gate"]) for case in cases("gates")}


@pytest.mark.parametrize("case", cases("clocks"), ids=by_name)
def test_a_clock_stands_where_the_law_says(case):
    found, values = named(case), followed(case, way_of(case))
    as_of = date.fromisoformat(case["as_of"])
    clocks = found.domain.clocks_by_key()
    assert clock_problem(found.register, clocks, values, as_of, CALENDAR) is None
    stands = outlook(found.register, clocks, values, as_of, CALENDAR)
    status = next((s for s in stands.statuses if s.run.clock.key == case["clock"]), None)
    assert (status.state.value if status else "absent") == case["state"]
    assert stands.is_late == case["late"]
    if status and status.deadline and "last_day" in case:
        assert str(status.deadline.last) == case["last_day"]
        assert status.is_provisional == case.get("provisional", False)


def test_every_clock_of_a_register_is_met_and_missed_in_a_case():
    declared = {
        (found.name, running.clock) for found in REGISTERS for running in found.register.clocks
    }
    seen: dict[tuple[str, str], set[str]] = {}
    for case in cases("clocks"):
        seen.setdefault((register_of(case), case["clock"]), set()).add(case["state"])
    assert set(seen) == declared
    for (name, key), states in seen.items():
        clock = catalogue().register(name).domain.clocks_by_key()[key]
        # A wait is not missed: it runs out, or is cut short.
        assert states & ({"elapsed", "too_early"} if clock.is_minimum else {"overdue", "met_late"})
    # The same clock may serve two registers of a domain; it is met in one of its cases.
    met = {(name.partition(".")[0], clock) for (name, clock), s in seen.items() if "met" in s}
    assert met == {(name.partition(".")[0], clock) for name, clock in declared}


@pytest.mark.parametrize("case", cases("bounds"), ids=by_name)
def test_a_step_outside_a_period_that_binds_is_refused_with_its_article(case):
    values, against = tried(case, followed(case, way_of(case)), step_of(case))
    assert against == []
    found, as_of = named(case), date.fromisoformat(case["as_of"])
    clocks = found.domain.clocks_by_key()
    problem = clock_problem(found.register, clocks, values, as_of, CALENDAR)
    assert problem is not None
    assert clocks[case["clock"]].label in problem.zh
    assert case["established_by"] in problem.zh


def test_every_clock_that_binds_has_a_case_in_which_it_is_not_kept():
    declared = {
        (found.name, one.clock)
        for found in REGISTERS
        for one in found.register.clocks
        if one.binding
    }
    assert declared == {(register_of(case), case["clock"]) for case in cases("bounds")}


@pytest.mark.parametrize("case", cases("due_dates"), ids=by_name)
def test_a_day_an_entry_names_is_kept_or_missed(case):
    found, values = named(case), followed(case, way_of(case))
    as_of = date.fromisoformat(case["as_of"])
    stands = outlook(found.register, found.domain.clocks_by_key(), values, as_of, CALENDAR)
    status = next((s for s in stands.due_dates if s.due_date.key == case["due_date"]), None)
    assert (status.state.value if status else "absent") == case["state"]
    assert stands.is_late == case["late"]
    if status and "last_day" in case:
        assert str(status.last_day) == case["last_day"]


def test_every_due_date_has_a_case_in_which_it_is_missed():
    declared = {(found.name, due.key) for found in REGISTERS for due in found.register.due_dates}
    missed = {
        (register_of(case), case["due_date"])
        for case in cases("due_dates")
        if case["state"] in {"overdue", "met_late"}
    }
    assert missed == declared


@pytest.mark.parametrize("case", cases("checks"), ids=by_name)
def test_values_that_contradict_each_other_are_refused_beside_their_field(case):
    register = named(case).register
    if "step" in case:
        values = followed(case, way_of(case)) | step_of(case).values
    else:
        values = entry_of(case)
    (check,) = [one for one in register.checks if one.field == case["field"]]
    found = checked(register, values, look_up=looking_up(case), counted=counted(case))
    assert set(found.problems) == {case["field"]}
    if check.source is not None:
        assert str(check.source).endswith(case["established_by"])


def test_every_check_has_a_case_in_which_it_is_broken():
    declared = {(found.name, check.field) for found in REGISTERS for check in found.register.checks}
    assert {(register_of(case), case["field"]) for case in cases("checks")} == declared


@pytest.mark.parametrize("found", REGISTERS, ids=lambda found: found.name)
def test_no_case_is_closed_while_a_clock_of_its_own_still_runs(found):
    procedure = found.register.procedure
    for step in steps_of(found):
        if procedure is None or not procedure.state(step.leads_to).final:
            continue
        case = {
            "domain": found.domain.key,
            "name": step.key,
            "register": found.register.key,
            "step": step.key,
            "values": {},
        }
        after = followed(case, [*way_of(case), step_of(case)])
        clocks = found.domain.clocks_by_key()
        assert outlook(found.register, clocks, after, date(2027, 12, 1), CALENDAR).due is None


def test_the_public_sees_nothing_of_a_register_that_holds_people():
    for found in REGISTERS:
        assert not (found.register.public and found.register.personal)
