"""The lawsuit against an organ of government, as the organ handles it in one instance."""

from zhunsheng.domains.litigation.clocks import STAY
from zhunsheng.domains.litigation.registers.lawsuit.checks import CHECKS
from zhunsheng.domains.litigation.registers.lawsuit.fields import FIELDS, SETTLED
from zhunsheng.domains.litigation.registers.lawsuit.procedure import STATES, STEPS
from zhunsheng.domains.litigation.registers.shared import article, filled, interpretation
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.hints import Hint, reads_alike
from zhunsheng.engine.registers.procedures import Predicate, Procedure, Values
from zhunsheng.engine.registers.register import Register, RegisterClock, Stop


def _first(*conditions: Predicate) -> Predicate:
    """Get whether a case is of the first instance and meets conditions."""
    return lambda lawsuit: (
        lawsuit.get("instance") == "first" and all(holds(lawsuit) for holds in conditions)
    )


def _direct(lawsuit: Values) -> bool:
    return lawsuit.get("reconsidered") == "no" and not lawsuit.get("duty_expired")


def _is(key: str, *choices: str) -> Predicate:
    return lambda lawsuit: lawsuit.get(key) in choices


def _since(start: str) -> Predicate:
    """Get whether a period began under the law at hand; what began before is left to the court."""
    return lambda lawsuit: (lawsuit.get(start) or "") >= "2018-02-08"


def _told(lawsuit: Values) -> bool:
    return lawsuit.get("told") is not False


def _untold(lawsuit: Values) -> bool:
    return lawsuit.get("told") is False


def _may_be_appealed(paper: str) -> Predicate:
    return lambda lawsuit: (
        lawsuit.get("instance") == "first"
        and lawsuit.get("outcome") not in SETTLED
        and lawsuit.get("paper") == paper
    )


# 起诉期限约束原告：逾期起诉的，答辩时可以提出。
SUIT = tuple(
    RegisterClock(clock=clock, when=_first(_since(start), *conditions), of_others=True)
    for clock, start, conditions in (
        ("direct_suit", "known", (_direct, _told)),
        ("uninformed_suit", "known", (_direct, _untold)),
        (
            "suit_after_reconsideration",
            "decision_received",
            (_is("reconsidered", "upheld", "changed"),),
        ),
        ("suit_after_silence", "reconsideration_expired", (_is("reconsidered", "silent"),)),
        ("inaction_suit", "duty_expired", ()),
    )
)

ANSWER = (
    RegisterClock(clock="complaint_service", when=_first(), of_others=True),
    RegisterClock(clock="defendant_answer", when=_first()),
    # 提出异议、申请延期是权利：不提出不算逾期，逾期提出没有效力。
    RegisterClock(
        clock="jurisdiction_objection",
        ends="objected",
        when=_first(),
        of_others=True,
        binding=filled("objected"),
        otherwise="期满以后提出的管辖异议没有效力，请继续答辩举证。",
    ),
    RegisterClock(
        clock="evidence_extension_request",
        ends="extension_asked",
        when=_first(),
        of_others=True,
        binding=filled("extension_asked"),
        otherwise="期满以后不能再申请延期举证，请说明理由并尽快提交。",
    ),
)

COURT = (
    RegisterClock(clock="head_notice", when=filled("head_notified"), of_others=True),
    RegisterClock(
        clock="first_instance",
        stops=(Stop(first="stayed", last="resumed", ground=STAY.label),),
        when=_first(lambda lawsuit: lawsuit.get("track") != "summary"),
        of_others=True,
    ),
    RegisterClock(
        clock="simplified_instance",
        ends="judged",
        stops=(Stop(first="stayed", last="resumed", ground=STAY.label),),
        when=_first(_is("track", "summary")),
        of_others=True,
    ),
    RegisterClock(
        clock="second_instance",
        stops=(Stop(first="stayed", last="resumed", ground=STAY.label),),
        when=_is("instance", "second"),
        of_others=True,
    ),
)

# 上诉是权利：逾期上诉没有效力，期满以前裁判也不生效。
APPEAL = tuple(
    RegisterClock(
        clock=clock,
        starts="judgment_served",
        also_ends=("effective",),
        when=_may_be_appealed(paper),
        of_others=True,
        lapsed=lambda lawsuit: bool(lawsuit.get("effective")) and not lawsuit.get("appealed"),
        binding=filled("appealed"),
        otherwise="上诉期限届满没有上诉的，裁判生效，请办理“登记生效”。",
    )
    for clock, paper in (("judgment_appeal", "judgment"), ("ruling_appeal", "ruling"))
)

LAWSUIT = Register(
    key="lawsuit",
    label="行政应诉案件",
    shape="case",
    named_across=True,
    basis="中华人民共和国行政诉讼法（2017修正）及其司法解释",
    says="行政机关作为被告的案件：答辩举证、负责人出庭、裁判、上诉、履行和败诉分析；一个审级一件。",
    title="matter",
    happened="served",
    face=("served", "court", "outcome"),
    fields=FIELDS,
    procedure=Procedure(states=STATES, steps=STEPS),
    clocks=(*SUIT, *ANSWER, *COURT, *APPEAL),
    due_dates=(
        DueDate(
            key="evidence",
            label="延期举证",
            until="evidence_until",
            ends="evidence_submitted",
            source=interpretation("第三十四条"),
        ),
        DueDate(
            key="performance",
            label="履行裁判",
            until="performance_until",
            ends="performed",
            source=article("第九十六条"),
        ),
    ),
    checks=CHECKS,
    hints=(
        Hint(
            key="same_cause",
            compares="loss_cause",
            alike=lambda one, other: one == other,
            says="另有{count}件案件因同样的原因败诉，请一并查找原因。",
        ),
        Hint(
            key="alike",
            compares="matter",
            alike=reads_alike,
            says="另有{count}件案由相近，答辩时可以参考。",
            when=lambda lawsuit: not lawsuit.get("judged"),
        ),
    ),
)
