"""The licence case: from the application to the published decision."""

from zhunsheng.domains.licence.clocks import EXCLUDED_TIME
from zhunsheng.domains.licence.registers.fields import FIELDS, article
from zhunsheng.domains.licence.registers.procedure import STATES, STEPS
from zhunsheng.engine.registers.procedures import Check, Procedure, Values
from zhunsheng.engine.registers.register import Register, RegisterClock, Stop


def _is_joint(case: Values) -> bool:
    return case.get("handling") == "joint"


def _went_without_hearing(case: Values) -> bool:
    """Whether the case was decided as if nobody had asked for a hearing in time."""
    said = case.get("hearing_requested") or case.get("hearing_waived")
    return bool(case.get("decided") and not said)


def _renewal_names_its_expiry(case: Values) -> bool:
    return case.get("application") != "renewal" or bool(case.get("expiry"))


def _in_order(case: Values, *keys: str) -> bool:
    days = [case[key] for key in keys if case.get(key)]
    return days == sorted(days)


def _decision_clock(key: str, *, joint: bool) -> RegisterClock:
    return RegisterClock(
        clock=key,
        also_ends=("withdrawn",),
        stops=(Stop(first="excluded_from", last="excluded_to", ground=EXCLUDED_TIME.label),),
        extended="extended_by",
        extended_on="extended_on",
        when=lambda case: _is_joint(case) is joint,
    )


CLOCKS = (
    RegisterClock(
        clock="correction_notice",
        also_ends=("accepted", "declined", "withdrawn"),
    ),
    _decision_clock("decision", joint=False),
    _decision_clock("joint_decision", joint=True),
    RegisterClock(
        clock="inspection_assignment",
        ends="inspection_assigned",
        also_ends=("withdrawn", "decided"),
        when=lambda case: bool(case.get("inspection_needed")),
    ),
    # 第四十七条：申请听证是申请人、利害关系人的期限；没有届满以前，不能当作没有申请听证而作出决定。
    RegisterClock(
        clock="hearing_request",
        starts="hearing_informed",
        ends="hearing_requested",
        also_ends=("hearing_waived", "decided", "withdrawn"),
        of_others=True,
        lapsed=_went_without_hearing,
    ),
    RegisterClock(
        clock="hearing", starts="hearing_requested", ends="hearing", also_ends=("withdrawn",)
    ),
    RegisterClock(clock="hearing_notice"),
    RegisterClock(
        clock="delivery",
        when=lambda case: bool(case.get("content")),
    ),
    # 第五十条：提前三十日是申请人的期限。
    RegisterClock(
        clock="renewal_application",
        ends="received",
        when=lambda case: case.get("application") == "renewal",
        of_others=True,
    ),
)

CASE = Register(
    key="case",
    label="行政许可办件",
    shape="case",
    basis="中华人民共和国行政许可法（2019修正）第四章",
    says="申请、补正、受理、审查、听证、决定、送达和公开。",
    title="matter",
    happened="received",
    face=("application", "accepted", "decided"),
    fields=FIELDS,
    procedure=Procedure(states=STATES, steps=STEPS),
    clocks=CLOCKS,
    checks=(
        Check(
            field="expiry",
            says="申请延续的，应当写明原许可有效期届满日期。",
            holds=_renewal_names_its_expiry,
            source=article("第五十条"),
        ),
        Check(
            field="accepted",
            says="受理日期早于收到申请或者补正齐全的日期。",
            holds=lambda case: _in_order(case, "received", "corrected", "accepted"),
            source=article("第三十二条"),
        ),
        Check(
            field="decided",
            says="受理、审查、听证应当在决定以前。",
            holds=lambda case: (
                _in_order(case, "accepted", "reviewed", "decided")
                and _in_order(case, "hearing", "decided")
            ),
            source=article("第四十二条"),
        ),
        Check(
            field="valid_until",
            says="有效期的止日早于起日。",
            holds=lambda case: _in_order(case, "valid_from", "valid_until"),
        ),
    ),
)
