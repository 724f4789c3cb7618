"""Measures of administrative compulsion (行政强制措施): sealing, seizing, freezing."""

from zhunsheng.domains.compulsion.clocks import TEST_TIME
from zhunsheng.domains.compulsion.registers.measure.fields import FIELDS
from zhunsheng.domains.compulsion.registers.measure.procedure import STATES, STEPS
from zhunsheng.domains.compulsion.registers.measure.vocabulary import SEIZURES
from zhunsheng.domains.compulsion.registers.shared import (
    among,
    annulment_complete,
    article,
    filled,
    in_order,
)
from zhunsheng.engine.registers.procedures import Check, Procedure, Values
from zhunsheng.engine.registers.register import Register, RegisterClock, Stop


def _approved_before(measure: Values) -> bool:
    return bool(measure.get("urgent")) or in_order("begun", "approved", "executed")(measure)


CLOCKS = (
    RegisterClock(
        clock="emergency_report", starts="executed", ends="reported", when=filled("urgent")
    ),
    RegisterClock(
        clock="seizure",
        starts="executed",
        ends="ended",
        stops=(Stop(first="test_from", last="test_to", ground=TEST_TIME.label),),
        extended="extended_by",
        extended_on="extended_on",
        when=among("kind", SEIZURES),
    ),
    RegisterClock(
        clock="freeze_delivery", starts="executed", ends="delivered", when=among("kind", {"freeze"})
    ),
    RegisterClock(
        clock="freeze",
        starts="executed",
        ends="ended",
        extended="extended_by",
        extended_on="extended_on",
        when=among("kind", {"freeze"}),
    ),
)

MEASURE = Register(
    key="measure",
    label="行政强制措施",
    shape="case",
    basis="中华人民共和国行政强制法（2011）第三章",
    says="查封、扣押、冻结等措施：批准、实施、期限、延长、处理和解除。",
    title="matter",
    happened="begun",
    face=("kind", "executed", "ended"),
    fields=FIELDS,
    procedure=Procedure(states=STATES, steps=STEPS),
    clocks=CLOCKS,
    checks=(
        Check(
            field="executed",
            says="实施早于批准；情况紧急当场实施的，请写明。",
            holds=_approved_before,
            source=article("第十八条"),
        ),
        Check(
            field="test_to",
            says="检测、鉴定应当在实施以后开始，结束不早于开始。",
            holds=in_order("executed", "test_from", "test_to"),
            source=article("第二十五条"),
        ),
        Check(
            field="handled",
            says="处理早于实施。",
            holds=in_order("executed", "handled"),
            source=article("第二十五条"),
        ),
        Check(
            field="lifted",
            says="解除早于实施。",
            holds=in_order("executed", "lifted"),
            source=article("第二十八条"),
        ),
        Check(
            field="returned",
            says="退还财物早于解除。",
            holds=in_order("lifted", "returned"),
            source=article("第二十八条"),
        ),
        Check(
            field="annulled_by",
            says="被撤销或者确认违法的，日期和途径都要写明。",
            holds=annulment_complete,
        ),
    ),
)
