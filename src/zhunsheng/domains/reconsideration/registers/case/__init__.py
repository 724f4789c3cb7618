"""The reconsideration case: from the application to the decision, its service and its performance."""

from zhunsheng.domains.reconsideration.clocks.grounds import (
    APPRAISAL_TIME,
    FORCE_MAJEURE,
    SITE_INSPECTION_TIME,
    STAY,
)
from zhunsheng.domains.reconsideration.registers.case import (
    application,
    decision,
    hearing,
    procedure,
)
from zhunsheng.domains.reconsideration.registers.case.checks import CHECKS
from zhunsheng.domains.reconsideration.registers.case.gates import IS_ORDINARY, IS_SUMMARY
from zhunsheng.domains.reconsideration.registers.shared import filled
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.hints import Hint, reads_alike
from zhunsheng.engine.registers.procedures import Procedure, Values
from zhunsheng.engine.registers.register import Register, RegisterClock, Stop

_TOO_LATE = "没有不可抗力或者其他正当理由的，办理“不予受理”；有的，填写耽误申请期限的起止日期。"
_TOO_OLD = "请办理“不予受理”。"
_ACCEPTED = filled("accepted")
_SINCE = "2024-01-01"
"""Since when the law in this wording counts; for what was known before, its terms are not counted."""


def _waits_for_correction(case: Values) -> bool:
    return bool(case.get("correction_notified")) and not case.get("corrected")


# 第二十条：期限约束申请人；过了期限的申请不受理。最长保护期（第二十一条）是受理的门槛。
APPLICATION = (
    RegisterClock(
        clock="application",
        stops=(Stop(first="hindered", last="hindrance_ended", ground=FORCE_MAJEURE.label),),
        when=lambda case: (
            case.get("told") is not False
            and not case.get("longer_term")
            and (case.get("known") or "") >= _SINCE
        ),
        of_others=True,
        binding=_ACCEPTED,
        otherwise=_TOO_LATE,
    ),
    RegisterClock(
        clock="uninformed_application",
        when=lambda case: case.get("told") is False and (case.get("known") or "") >= _SINCE,
        of_others=True,
        binding=_ACCEPTED,
        otherwise=_TOO_OLD,
    ),
    RegisterClock(
        clock="inaction_wait",
        starts="duty_applied",
        ends="applied",
        of_others=True,
        binding=_ACCEPTED,
        otherwise="行政机关收到履职申请还没有满60日，不予受理；请告知申请人期满以后再申请。",
    ),
)

ACCEPTANCE = (
    RegisterClock(
        clock="acceptance_review",
        # 第三十条：期满没有作出不予受理决定的，视为受理，此后不能再决定不予受理。
        also_ends=("refused",),
        restarts="corrected",
        when=lambda case: not _waits_for_correction(case),
        binding=filled("refused"),
        otherwise="审查期限届满视为受理；请办理“受理”，勾选“期满视为受理”，受理日期填届满之日。",
    ),
    RegisterClock(
        clock="correction_notice",
        when=lambda case: bool(case.get("incomplete") or case.get("correction_notified")),
    ),
    RegisterClock(
        clock="correction",
        also_ends=("abandoned",),
        extended="correction_extended",
        extended_on="correction_extended_on",
        of_others=True,
        lapsed=filled("abandoned"),
    ),
)

ANSWER = tuple(
    clock
    for track, runs in (("ordinary", IS_ORDINARY), ("simplified", IS_SUMMARY))
    for clock in (
        RegisterClock(clock=f"{track}_service", also_ends=("terminated",), when=runs),
        RegisterClock(
            clock=f"{track}_answer",
            also_ends=("answer_lapsed", "terminated"),
            when=runs,
            of_others=True,
            lapsed=filled("answer_lapsed"),
        ),
    )
)

STOPS = (
    Stop(first="appraisal_from", last="appraisal_to", ground=APPRAISAL_TIME.label),
    Stop(first="inspection_from", last="inspection_to", ground=SITE_INSPECTION_TIME.label),
    Stop(first="suspended", last="resumed", ground=STAY.label),
    Stop(first="mediating_from", last="mediating_to", ground=STAY.label),
    Stop(first="reviewing_from", last="reviewing_to", ground=STAY.label),
)
ENDS = ("mediated", "terminated")

DECISION = (
    RegisterClock(
        clock="ordinary_decision",
        also_ends=ENDS,
        stops=STOPS,
        extended="extended_by",
        extended_on="extension_told",
        when=IS_ORDINARY,
    ),
    RegisterClock(clock="simplified_decision", also_ends=ENDS, stops=STOPS, when=IS_SUMMARY),
    RegisterClock(clock="hearing_notice"),
    RegisterClock(
        clock="termination",
        when=lambda case: (
            case.get("suspension_ground") in {"item_1", "item_2", "item_4"}
            and not case.get("resumed")
        ),
        binding=lambda case: case.get("termination_ground") == "stayed_60",
        otherwise="请等到满60日，或者在原因消除以后恢复审理。",
    ),
)

DUE_DATES = (
    DueDate(
        key="intake",
        label="涉企“绿色通道”",
        until="intake_until",
        ends="accepted",
        when=lambda case: (
            bool(case.get("business"))
            and not any(case.get(key) for key in ("refused", "correction_notified"))
        ),
    ),
)

SAME_ACT = Hint(
    key="same_act",
    compares="act_number",
    alike=lambda one, other: one.strip() == other.strip(),
    says="另有{count}件复议针对同一行政行为，请核对是否重复申请，可以合并审理。",
)
ALIKE = Hint(
    key="alike",
    compares="matter",
    alike=reads_alike,
    says="另有{count}件事由相近，办理时可以参考。",
    when=lambda case: not case.get("decided"),
)

CASE = Register(
    key="case",
    label="行政复议案件",
    shape="case",
    named_across=True,
    basis="中华人民共和国行政复议法（2023修订）",
    says="行政复议案件从申请、受理、审理、调解到决定、送达、公开和履行，普通程序和简易程序。",
    title="matter",
    happened="received",
    face=("received", "respondent", "outcome"),
    fields=(*application.FIELDS, *hearing.FIELDS, *decision.FIELDS),
    procedure=Procedure(states=procedure.STATES, steps=procedure.STEPS),
    clocks=(*APPLICATION, *ACCEPTANCE, *ANSWER, *DECISION),
    due_dates=DUE_DATES,
    checks=CHECKS,
    hints=(SAME_ACT, ALIKE),
)
