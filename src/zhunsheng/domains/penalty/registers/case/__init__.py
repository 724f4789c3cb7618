"""The penalty case by ordinary procedure: from the clue to the archive."""

from zhunsheng.domains.penalty.registers.case.fields import FIELDS
from zhunsheng.domains.penalty.registers.case.procedure import STATES, STEPS
from zhunsheng.domains.penalty.registers.shared import article
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.procedures import Check, Procedure, Values
from zhunsheng.engine.registers.register import Register, RegisterClock


def _went_without_hearing(case: Values) -> bool:
    """Whether the case was decided as if the party had let the time for a hearing pass."""
    said = case.get("hearing_requested") or case.get("hearing_waived")
    return bool(case.get("decided") and case.get("outcome") == "penalty" and not said)


def _found_after_it_happened(case: Values) -> bool:
    committed, discovered = case.get("committed"), case.get("discovered")
    return not committed or not discovered or bool(committed <= discovered)


def _decided_after_review(case: Values) -> bool:
    decided = case.get("decided")
    before = [case.get(key) for key in ("informed", "hearing", "reviewed", "discussed")]
    return not decided or all(day <= decided for day in before if day)


def _names_its_amount(case: Values, kinds: str, amount: str) -> bool:
    return ("fine" in (case.get(kinds) or ())) == (case.get(amount) is not None)


CLOCKS = (
    RegisterClock(
        clock="decision",
        also_ends=("withdrawn", "transferred"),
        when=lambda case: bool(case.get("filed")),
    ),
    RegisterClock(clock="evidence_preservation", ends="preservation_handled"),
    # 第六十四条：要求听证是当事人的期限；没有届满以前，不能当作没有要求听证而作出决定。
    RegisterClock(
        clock="hearing_request",
        ends="hearing_requested",
        also_ends=("hearing_waived", "decided"),
        when=lambda case: bool(case.get("hearing_due")),
        of_others=True,
        lapsed=_went_without_hearing,
    ),
    RegisterClock(clock="hearing_notice"),
    RegisterClock(clock="service"),
    RegisterClock(
        clock="payment",
        when=lambda case: bool(case.get("fine")),
        extended="deferred_by",
        extended_on="deferred_on",
        of_others=True,
    ),
)

CASE = Register(
    key="case",
    label="行政处罚案件（普通程序）",
    shape="case",
    named_across=True,
    basis="中华人民共和国行政处罚法（2021修订）第五章第三节",
    says="立案、取证、告知、听证、法制审核、集体讨论、决定、送达、执行和归档。",
    title="matter",
    happened="discovered",
    face=("filed", "outcome", "decided"),
    fields=FIELDS,
    procedure=Procedure(states=STATES, steps=STEPS),
    clocks=CLOCKS,
    due_dates=(
        DueDate(
            key="filing",
            label="重大执法决定备案",
            until="report_until",
            ends="reported",
            when=lambda case: bool(case.get("major")),
        ),
    ),
    checks=(
        Check(
            field="discovered",
            says="发现日期早于违法行为发生或者终了之日。",
            holds=_found_after_it_happened,
            source=article("第三十六条"),
        ),
        Check(
            field="partner",
            says="联合、协作执法须写明另一单位。",
            holds=lambda case: (
                case.get("form") not in {"joint", "cooperative"} or bool(case.get("partner"))
            ),
        ),
        Check(
            field="proposed_fine",
            says="拟作罚款的须写明数额；没有拟作罚款的不填。",
            holds=lambda case: _names_its_amount(case, "proposed", "proposed_fine"),
        ),
        Check(
            field="fine",
            says="处以罚款的须写明数额；没有处以罚款的不填。",
            holds=lambda case: _names_its_amount(case, "penalties", "fine"),
        ),
        Check(
            field="penalties",
            says="不予处罚的，不能有处罚种类。",
            holds=lambda case: not case.get("penalties") or case.get("outcome") == "penalty",
        ),
        Check(
            field="report_until",
            says="须备案的重大执法决定，应当写明应备案日期。",
            holds=lambda case: not case.get("major") or bool(case.get("report_until")),
        ),
        Check(
            field="archived",
            says="须备案的重大执法决定还没有报送备案，备案以后再归档。",
            holds=lambda case: (
                not case.get("archived") or not case.get("major") or bool(case.get("reported"))
            ),
        ),
        Check(
            field="decided",
            says="告知、听证、法制审核、集体讨论应当在决定以前。",
            holds=_decided_after_review,
            source=article("第五十八条"),
        ),
    ),
)
