"""Disclosure on request: every gate closed and open, every clock running, stopped and late."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.states import State
from zhunsheng.engine.registers.cases import (
    checked,
    clock_problem,
    next_steps,
    obstacles,
    outlook,
)

CALENDAR = Calendar()
NAMED = catalogue().register("openness.request")
REQUEST, CLOCKS = NAMED.register, NAMED.domain.clocks_by_key()
RECEIVED = {
    "received": "2025-09-25",
    "channel": "online",
    "applicant": {"kind": "person", "name": "某甲", "number": ""},
    "applicant_kind": "person",
    "subject": "某街道改造方案",
    "content": "请公开方案全文。",
}


def entry(**values: Any) -> dict[str, Any]:
    return RECEIVED | values


def stands(as_of: str, **values: Any):
    return outlook(REQUEST, CLOCKS, entry(**values), date.fromisoformat(as_of), CALENDAR)


def said_against(step: str, **values: Any) -> list[str]:
    procedure = REQUEST.procedure
    assert procedure is not None
    found = procedure.step(step)
    assert found is not None
    return [f"{o.says.zh}{o.source}" for o in obstacles(REQUEST, found, entry(**values))]


def test_a_request_as_received_is_complete():
    assert checked(REQUEST, RECEIVED).problems == {}


def test_a_request_without_what_the_register_needs_is_refused_field_by_field():
    problems = checked(REQUEST, {"received": "soon", "colour": 1}).problems
    assert {"received", "colour", "channel", "applicant", "subject"} <= problems.keys()
    assert problems["channel"].zh == "请填写提交方式。"


def test_a_draft_may_be_incomplete():
    assert checked(REQUEST, {"received": "2025-09-25"}, partly=True).problems == {}


def test_a_new_request_may_be_registered_by_a_reporter_and_by_nobody_else():
    (step,) = next_steps(REQUEST, "received", entry(), {"reporter"})
    assert (step.step.key, step.is_open) == ("register", True)
    assert next_steps(REQUEST, "received", entry(), {"inspector"}) == ()


def test_the_reply_is_due_in_twenty_working_days():
    found = stands("2025-10-09")
    assert found.due == date(2025, 10, 29)
    assert not found.is_late


def test_after_a_correction_the_reply_is_due_from_its_receipt():
    corrected = {"correction_asked": "2025-09-28", "corrected": "2025-10-15"}
    assert stands("2025-10-16", **corrected).due == date(2025, 11, 12)


def test_consultation_stops_the_clock():
    consulted = {"consulted": "2025-10-14", "consultation_ended": "2025-10-20"}
    statuses = stands("2025-10-21", **consulted).statuses
    reply = next(s for s in statuses if s.run.clock.key == "reply")
    assert reply.deadline is not None
    assert reply.deadline.last == date(2025, 11, 5)


def test_an_extension_moves_the_last_day():
    assert stands("2025-10-30", extended_by=20).due == date(2025, 11, 26)


def test_a_late_reply_stays_late():
    found = stands("2026-06-01", replied="2025-10-30")
    assert found.is_late
    assert found.statuses[0].state is State.MET_LATE


def test_a_consultation_begun_after_the_end_is_kept_and_stops_nothing():
    late = {"consulted": "2025-11-10", "consultation_ended": "2025-11-20"}
    found = stands("2025-12-01", **late)
    assert found.is_late
    assert found.due == date(2025, 10, 29)


def test_a_consultation_before_the_correction_is_of_the_past():
    past = {"consulted": "2025-10-09", "consultation_ended": "2025-10-13"}
    corrected = {"correction_asked": "2025-09-28", "corrected": "2025-10-15"}
    assert stands("2025-10-16", **past, **corrected).due == date(2025, 11, 12)


def test_a_consultation_nobody_ended_stands_still_until_the_reply_only():
    left_open = {"consulted": "2025-10-14", "replied": "2025-11-20"}
    statuses = [stands(day, **left_open).statuses[0] for day in ("2025-11-21", "2026-11-20")]
    assert statuses[0].deadline is not None
    assert statuses[1].deadline is not None
    assert statuses[0].deadline.last == statuses[1].deadline.last


def test_lateness_is_not_extended_away():
    late = entry(extended_by=20, extension_notified="2025-10-30")
    problem = clock_problem(REQUEST, CLOCKS, late, date(2025, 11, 1), CALENDAR)
    assert problem is not None
    assert "不是依法延长" in problem.zh
    in_time = entry(extended_by=20, extension_notified="2025-10-29")
    assert clock_problem(REQUEST, CLOCKS, in_time, date(2025, 11, 1), CALENDAR) is None


def test_the_third_party_has_fifteen_working_days():
    statuses = stands("2025-10-21", consulted="2025-10-14").statuses
    third = next(s for s in statuses if s.run.clock.key == "third_party_reply")
    assert third.deadline is not None
    assert third.deadline.last == date(2025, 11, 4)


def test_the_correction_must_be_asked_within_seven_working_days():
    assert stands("2025-11-01", correction_asked="2025-10-15").is_late


def test_an_abandoned_request_needs_no_reply():
    assert stands("2026-06-01", abandoned="2025-11-01").statuses == ()


def test_dates_that_contradict_each_other_are_told():
    problem = clock_problem(
        REQUEST, CLOCKS, entry(replied="2025-09-01"), date(2026, 1, 1), CALENDAR
    )
    assert problem is not None
    assert "早于起算时间" in problem.zh
    assert clock_problem(REQUEST, CLOCKS, entry(), date(2026, 1, 1), CALENDAR) is None


DRAFT = {"outcome": "granted", "basis": "政府信息公开条例", "secrecy_reviewed": True}


def test_a_reply_with_all_that_the_law_asks_may_be_drafted():
    assert said_against("draft_reply", **DRAFT) == []


@pytest.mark.parametrize(
    ("step", "values", "complaint"),
    [
        ("draft_reply", DRAFT | {"outcome": None}, "请填写答复类别"),
        ("draft_reply", DRAFT | {"secrecy_reviewed": False}, "保密审查.*第十七条"),
        ("draft_reply", DRAFT | {"touches_third_party": True}, "征求第三方意见.*第三十二条"),
        ("draft_reply", DRAFT | {"opinion": "objects"}, "公共利益.*第三十二条"),
        ("draft_reply", DRAFT | {"outcome": "state_secret"}, "说明理由.*第三十六条"),
        ("draft_reply", DRAFT | {"outcome": "partly"}, "说明理由.*第三十六条"),
        ("draft_reply", DRAFT | {"outcome": "still_unclear"}, "先告知补正.*第三十条"),
        (
            "ask_correction",
            {
                "correction_asked": "2025-10-20",
                "correction_items": "写明名称",
                "correction_until": "2025-11-01",
                "corrected": "2025-10-15",
            },
            "一次性.*第三十条",
        ),
        (
            "treat_as_abandoned",
            {
                "correction_until": "2025-11-01",
                "abandoned": "2025-11-01",
                "outcome": "not_corrected",
            },
            "没有届满.*第三十条",
        ),
        (
            "treat_as_abandoned",
            {"correction_until": "2025-11-01", "abandoned": "2025-11-02", "outcome": "granted"},
            "逾期不补正.*第三十条",
        ),
        (
            "extend",
            {
                "extended_by": 21,
                "extension_approved_by": "某主任",
                "extension_notified": "2025-10-28",
            },
            "最长20个工作日.*第三十三条",
        ),
    ],
)
def test_a_step_against_the_law_is_refused_with_its_article(step, values, complaint):
    (said,) = said_against(step, **values)
    assert re.search(complaint, said), said


def test_the_reply_is_approved_by_another_than_its_drafter():
    procedure = REQUEST.procedure
    assert procedure is not None
    reply = procedure.step("reply")
    assert reply is not None
    assert (reply.by, reply.approves) == (("approver",), True)


def test_a_document_that_is_not_disclosed_needs_its_reasons():
    document = catalogue().register("openness.document_attribute").register
    values = {"name": "某通知", "issued": "2026-01-05", "attribute": "closed"}
    assert "须写明理由" in checked(document, values).problems["reasons"].zh
    assert checked(document, values | {"reasons": "内部事务信息"}).problems == {}


def test_information_is_published_after_its_review_for_secrecy_only():
    item = catalogue().register("openness.proactive_item").register
    values = {
        "name": "某规划",
        "topic": "major_projects",
        "responsible": "510400-01",
        "made": "2026-01-05",
        "published": "2026-01-20",
    }
    assert "第十七条" in checked(item, values).problems["secrecy_reviewed"].zh
    assert checked(item, values | {"secrecy_reviewed": True}).problems == {}


def test_every_row_of_the_mission_for_openness_has_a_register():
    named = {found.register.key for found in catalogue().registers("openness")}
    assert named == {
        "proactive_item",  # D15-01, D15-03
        "document_attribute",  # D15-02
        "request",  # D15-04, D15-05
        "interpretation",  # D15-06
        "sentiment",  # D15-07
        "release",  # D15-08
        "account",  # D15-09
        "message",  # D15-10
        "town_catalogue",  # D15-11
        "public_report",  # D15-12
        "platform",  # D15-13
        "method",  # D15-14
    }
