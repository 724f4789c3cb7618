"""Soft measures: a reminder, a talk, advice, guidance; followed up, and seen where they did not help."""

from zhunsheng.domains.enforcement.registers.shared import (
    FIELDS_OF_WORK,
    filled,
    in_order,
    where,
)
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Values
from zhunsheng.engine.registers.register import Register

MEASURES = (
    Choice(key="reminder", label="提醒"),
    Choice(key="talk", label="约谈"),
    Choice(key="advice", label="建议"),
    Choice(key="guidance", label="指导"),
)


def earlier_measures(measure: Values) -> int:
    """Get how many measures the same subject was given before."""
    given = measure.get("given") or ""
    fellows = measure.get("subject.fellows") or ()
    return sum((other.get("given") or given) < given for other in fellows)


SOFT_MEASURE = Register(
    key="soft_measure",
    label="柔性执法措施",
    shape="event",
    basis="包容审慎监管和柔性执法的要求",
    says="对检查对象采取的提醒、约谈、建议、指导，采取以后的回访，以及再次违法。",
    title="matter",
    happened="given",
    face=("subject", "measure", "outcome"),
    fields=(
        Field(
            key="matter",
            label="事由",
            required=True,
            examples=("消防通道堆物提醒", "进货台账不全指导", "扬尘控制约谈"),
        ),
        Field(
            key="subject",
            label="对象",
            kind="reference",
            refers_to="inspection.subject",
            required=True,
            brings=("fellows",),
        ),
        Field(
            key="field_of_work", label="领域", kind="choice", required=True, choices=FIELDS_OF_WORK
        ),
        Field(key="measure", label="措施", kind="choice", required=True, choices=MEASURES),
        Field(key="given", label="采取日期", kind="date", required=True),
        Field(
            key="earlier",
            label="此前对该对象采取的措施",
            kind="integer",
            measure="次",
            computed=earlier_measures,
        ),
        Field(
            key="repeated",
            label="采取措施后再次违法",
            kind="boolean",
            computed=lambda measure: (
                earlier_measures(measure) > 0 or measure.get("outcome") == "again"
            ),
            help="同一对象此前已采取过措施，或者回访时又有违法。",
        ),
        Field(key="follow_until", label="应回访日期", kind="date", required=True),
        Field(key="followed", label="回访日期", kind="date"),
        Field(
            key="outcome",
            label="回访结果",
            kind="choice",
            choices=(
                Choice(key="corrected", label="已改正"),
                Choice(key="not_yet", label="尚未改正"),
                Choice(key="again", label="再次违法"),
            ),
        ),
    ),
    due_dates=(
        DueDate(key="follow_up", label="柔性措施回访", until="follow_until", ends="followed"),
    ),
    checks=(
        Check(
            field="outcome",
            says="已经回访的，请写明回访结果。",
            holds=where(filled("followed"), filled("outcome")),
        ),
        Check(
            field="followed",
            says="回访日期早于采取日期。",
            holds=in_order("given", "followed"),
        ),
    ),
)
