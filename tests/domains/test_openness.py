"""Openness by its golden cases: every gate closed, every clock kept and missed, every check broken."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from tests.domains.openness_cases import (
    Taken,
    cases,
    entry_of,
    golden,
    named,
    shortest_way,
    step_of,
    way_of,
)
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.registers.cases import (
    Obstacle,
    checked,
    clock_problem,
    next_steps,
    obstacles,
    outlook,
)
from zhunsheng.engine.registers.hints import Other, hinted
from zhunsheng.engine.registers.procedures import Step

CALENDAR = Calendar()
REGISTERS = {found.register.key: found for found in catalogue().registers("openness")}


def by_name(case: dict[str, Any]) -> str:
    return str(case["name"])


def followed(case: dict[str, Any], way: list[Taken]) -> dict[str, Any]:
    """Get the values of an entry after a way, each step of which the law allows."""
    found = named(case)
    values = checked(found.register, entry_of(case))
    assert values.problems == {}, case["name"]
    after = values.values
    for taken in way:
        after, against = tried(case, after, taken)
        assert against == [], (case["name"], taken.step)
    return after


def tried(
    case: dict[str, Any], values: dict[str, Any], taken: Taken
) -> tuple[dict[str, Any], list[Obstacle]]:
    found = named(case)
    procedure = found.register.procedure
    assert procedure is not None
    step = procedure.step(taken.step)
    assert step is not None
    assert set(taken.values) <= {*step.requires, *step.asks}, (case["name"], taken.step)
    after = checked(found.register, values | taken.values).values
    return after, list(obstacles(found.register, step, after))


def steps_of(register: str) -> tuple[Step, ...]:
    procedure = REGISTERS[register].register.procedure
    return procedure.steps if procedure else ()


def test_every_register_has_a_lawful_entry_and_every_step_can_be_taken():
    entries, steps = golden("entries")["entries"], golden("entries")["steps"]
    assert set(entries) == set(REGISTERS)
    for key in REGISTERS:
        assert set(steps.get(key, {})) == {step.key for step in steps_of(key)}
        for step in steps_of(key):
            case = {"name": step.key, "register": key, "step": step.key, "values": {}}
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
        (key, step.key, gate.key)
        for key in REGISTERS
        for step in steps_of(key)
        for gate in step.gates
    }
    assert declared == {(case["register"], case["step"], case["gate"]) for case in cases("gates")}


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
        (key, running.clock)
        for key, found in REGISTERS.items()
        for running in found.register.clocks
    }
    seen: dict[tuple[str, str], set[str]] = {}
    for case in cases("clocks"):
        seen.setdefault((case["register"], case["clock"]), set()).add(case["state"])
    assert set(seen) == declared
    for states in seen.values():
        assert states & {"overdue", "met_late"}
    # The same clock may serve two registers; it is met in one of its cases.
    met = {clock for (_, clock), states in seen.items() if "met" in states}
    assert met == {clock for _, clock in declared}


def test_no_clock_of_the_domain_is_without_a_register():
    used = {running.clock for found in REGISTERS.values() for running in found.register.clocks}
    assert used == {found.clock.key for found in catalogue().clocks("openness")}


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
    declared = {
        (key, due.key) for key, found in REGISTERS.items() for due in found.register.due_dates
    }
    missed = {
        (case["register"], case["due_date"])
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
    assert set(checked(register, values).problems) == {case["field"]}
    if check.source is not None:
        assert str(check.source).endswith(case["established_by"])


def test_every_check_has_a_case_in_which_it_is_broken():
    declared = {
        (key, check.field) for key, found in REGISTERS.items() for check in found.register.checks
    }
    assert {(case["register"], case["field"]) for case in cases("checks")} == declared


def test_no_case_is_closed_while_a_clock_of_its_own_still_runs():
    for key, found in REGISTERS.items():
        procedure = found.register.procedure
        for step in steps_of(key):
            if procedure is None or not procedure.state(step.leads_to).final:
                continue
            case = {"name": key, "register": key, "step": step.key, "values": {}}
            after = followed(case, [*way_of(case), step_of(case)])
            clocks = found.domain.clocks_by_key()
            assert outlook(found.register, clocks, after, date(2027, 12, 1), CALENDAR).due is None


@pytest.mark.parametrize(
    ("step", "values", "complaint"),
    [
        ("extend", {"extended_by": 21}, "1至20.*第三十三条"),
        ("extend", {"extension_notified": "2026-03-31"}, "不是依法延长"),
        ("reply", {"replied": "2026-02-27"}, "早于起算时间"),
        (
            "end_consultation",
            {"consultation_ended": "2026-03-30", "opinion": "silent"},
            "到2026-03-30才届满",
        ),
        (
            "receive_organ_opinion",
            {"organ_answered": "2026-03-30", "organ_opinion": "silent"},
            "到2026-03-30才届满",
        ),
        ("end_consultation", {"consultation_ended": "2026-03-06"}, "早于"),
    ],
    ids=[
        "no extension beyond twenty working days",
        "lateness is not extended away",
        "no reply before the request",
        "no third party is silent before its term is over",
        "no organ agrees by silence before its term is over",
        "no opinion before it was asked for",
    ],
)
def test_dates_that_contradict_the_counting_are_refused(step, values, complaint):
    case = {"name": step, "register": "request", "step": step, "values": values}
    after, _ = tried(case, followed(case, way_of(case)), step_of(case))
    found = REGISTERS["request"]
    problem = clock_problem(
        found.register, found.domain.clocks_by_key(), after, date(2026, 12, 1), CALENDAR
    )
    assert problem is not None
    assert re.search(complaint, problem.zh)


def test_a_new_request_may_be_registered_by_a_reporter_and_by_nobody_else():
    request = REGISTERS["request"].register
    (step,) = next_steps(request, "received", {"received": "2026-03-02"}, {"reporter"})
    assert step.step.key == "register"
    assert next_steps(request, "received", {}, {"inspector"}) == ()


def test_a_reply_an_extension_and_a_postponement_are_not_the_reporters_to_decide():
    procedure = REGISTERS["request"].register.procedure
    assert procedure is not None
    decided = {step.key for step in procedure.steps if step.by == ("approver",)}
    assert decided == {"reply", "send_back", "extend", "postpone"}
    assert [step.key for step in procedure.steps if step.approves] == ["reply"]


def test_the_outcomes_of_the_official_table_can_all_be_reached():
    request = REGISTERS["request"].register
    outcomes = {choice.key for choice in request.field("outcome").choices}
    reached = set()
    for outcome in outcomes - {"not_corrected", "fee_unpaid"}:
        way: list[Any] = ["register"]
        if outcome == "still_unclear":
            way += ["ask_correction", "receive_correction"]
        if outcome == "excessive":
            way += ["ask_reasons", {"step": "judge_reasons", "values": {"reasons_accepted": False}}]
        values = {"outcome": outcome, "reasons": "见答复书", "search": "已检索"}
        case = {
            "name": outcome,
            "register": "request",
            "step": "draft_reply",
            "values": values,
            "way": way,
        }
        _, against = tried(case, followed(case, way_of(case)), step_of(case))
        assert against == [], outcome
        reached.add(outcome)
    assert reached == outcomes - {"not_corrected", "fee_unpaid"}


def test_an_event_of_public_sentiment_has_no_field_that_says_who():
    fields = REGISTERS["sentiment"].register.fields
    assert not {field.key for field in fields if field.kind in {"person", "party"}}
    assert not REGISTERS["sentiment"].register.personal
    assert all(field.choices for field in fields if field.key == "source")


def test_the_public_sees_nothing_of_a_register_that_holds_people():
    for found in REGISTERS.values():
        assert not (found.register.public and found.register.personal)


@pytest.mark.parametrize(
    ("register", "own", "other", "says"),
    [
        (
            "request",
            {"subject": "老旧小区改造方案"},
            {"subject": "城东老旧小区改造方案"},
            "另有1件申请要的是相近的信息；可以公开的，宜及时转为主动公开。",
        ),
        (
            "platform",
            {"items": "燃气缴费、社保查询", "status": "running"},
            {"items": "水费缴纳、燃气缴费", "status": "running"},
            "另有1个平台承载同样的事项，请核对是否重复建设。",
        ),
    ],
)
def test_what_looks_alike_is_pointed_out(register, own, other, says):
    hints = REGISTERS[register].register.hints
    others = (Other(1, "2026-00001", "", other),)
    assert [found.says for found in hinted(hints, own, others)] == [says]
    settled = {"converted": "2026-03-02"} if register == "request" else {"status": "closed"}
    assert hinted(hints, own | settled, others) == ()


def test_the_way_to_every_step_is_known():
    assert shortest_way(REGISTERS["request"], "reply") == ["register", "draft_reply"]
