"""Openness beyond its golden cases: who decides, which dates contradict, what looks alike."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from tests.domains.following import followed, tried
from tests.domains.golden_cases import shortest_way, step_of, way_of
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.registers.cases import clock_problem, next_steps
from zhunsheng.engine.registers.hints import Other, hinted

CALENDAR = Calendar()
REGISTERS = {found.register.key: found for found in catalogue().registers("openness")}


def of_request(step: str, values: dict[str, Any]) -> dict[str, Any]:
    return {
        "domain": "openness",
        "name": step,
        "register": "request",
        "step": step,
        "values": values,
    }


def test_no_clock_of_the_domain_is_without_a_register():
    used = {running.clock for found in REGISTERS.values() for running in found.register.clocks}
    assert used == {found.clock.key for found in catalogue().clocks("openness")}


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
    case = of_request(step, values)
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
        case = of_request("draft_reply", values) | {"way": way}
        _, against = tried(case, followed(case, way_of(case)), step_of(case))
        assert against == [], outcome
        reached.add(outcome)
    assert reached == outcomes - {"not_corrected", "fee_unpaid"}


def test_an_event_of_public_sentiment_has_no_field_that_says_who():
    fields = REGISTERS["sentiment"].register.fields
    assert not {field.key for field in fields if field.kind in {"person", "party"}}
    assert not REGISTERS["sentiment"].register.personal
    assert all(field.choices for field in fields if field.key == "source")


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
