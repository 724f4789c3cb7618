"""Inspection, penalty, reconsideration and litigation, as far as the tests need them."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

MEASURES = Instrument(name="某市检查办法", version="2020", in_force=date(2020, 1, 1))

FINDINGS = Field(
    key="findings",
    label="发现的问题",
    kind="rows",
    columns=(
        Field(key="matter", label="问题", required=True),
        Field(key="amount", label="涉及金额", kind="money"),
        Field(key="found", label="发现日期", kind="date"),
        Field(key="grade", label="程度", kind="choice",
              choices=(Choice(key="light", label="轻微"), Choice(key="grave", label="严重"))),
        Field(key="by", label="负责整改单位", kind="unit"),
        Field(key="earlier", label="以前的检查", kind="reference", refers_to="casework.inspection"),
    ),
)  # fmt: skip

INSPECTION = Register(
    key="inspection",
    label="行政检查",
    shape="case",
    basis="某市检查办法",
    title="place",
    happened="planned",
    fields=(
        Field(key="place", label="检查对象", required=True),
        Field(key="firm", label="当事人", kind="party", personal=True),
        Field(key="planned", label="检查日期", kind="date", required=True,
              source=MEASURES.article("第三条")),
        Field(key="responsible", label="检查单位", kind="unit", required=True),
        Field(key="court", label="有关法院", kind="unit", outside=True),
        Field(key="region", label="所在地", kind="region"),
        Field(key="basis", label="检查依据", kind="instrument"),
        Field(key="officer", label="检查人员", kind="person"),
        Field(key="area", label="领域", kind="choice", choices=(
            Choice(key="food", label="食品", group="市场"),
            Choice(key="drugs", label="药品", group="市场"),
            Choice(key="fire", label="消防", group="安全"),
            Choice(key="mine", label="矿山", group="安全"),
            Choice(key="road", label="道路", group="安全"),
        )),
        Field(key="ways", label="检查方式", kind="choice", several=True, choices=(
            Choice(key="site", label="现场"), Choice(key="papers", label="书面"),
        )),
        Field(key="origin", label="来源", kind="choice", choices=(
            Choice(key="plan", label="计划"), Choice(key="report", label="举报"),
        )),
        Field(key="serious", label="情节严重", kind="boolean"),
        Field(key="officers", label="检查人数", kind="integer", measure="人", expected=(2, 10)),
        Field(key="value", label="货值", kind="money", expected=(100, 10_000_00)),
        FINDINGS,
        Field(key="notes", label="检查情况", kind="long_text"),
        Field(key="evidence", label="佐证材料", kind="attachments"),
        Field(key="heard", label="已听取陈述申辩", kind="boolean"),
        Field(key="inspected", label="检查完成日期", kind="date"),
        Field(key="record", label="检查记录", kind="attachments"),
        Field(key="result", label="检查结论", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="planned", label="待检查"),
            State(key="inspected", label="已检查"),
            State(key="closed", label="已归档", final=True),
        ),
        steps=(
            Step(key="inspect", label="完成检查", comes_from=("planned",), leads_to="inspected",
                 requires=("inspected",), asks=("record", "heard"), document="检查记录表",
                 source=MEASURES.article("第五条"), undoable=True),
            Step(key="close", label="归档", comes_from=("inspected",), leads_to="closed",
                 by=("approver",), requires=("result",), approves=True,
                 gates=(
                     Gate(key="heard", needs="须先听取陈述申辩。", skippable=True,
                          open_when=lambda one: bool(one.get("heard")),
                          source=MEASURES.article("第六条")),
                 )),
            Step(key="reopen", label="退回", comes_from=("inspected",), leads_to="planned",
                 by=("approver",)),
        ),
    ),
)  # fmt: skip


def _follows(key: str, label: str, refers_to: str, called: str) -> Register:
    return Register(
        key=key,
        label=label,
        shape="event",
        basis="某市检查办法",
        title="matter",
        happened="made",
        fields=(
            Field(key="matter", label="案由", required=True),
            Field(key="made", label="日期", kind="date", required=True),
            Field(key="before", label=called, kind="reference", refers_to=refers_to),
        ),
    )


PENALTY = _follows("penalty", "行政处罚", "casework.inspection", "来源检查")
RECONSIDERATION = _follows("reconsideration", "行政复议", "casework.penalty", "被复议的处罚")
LITIGATION = _follows("litigation", "行政应诉", "casework.reconsideration", "复议案件")


def _plan_of(plan: Values, place: str, on: str) -> int | None:
    region = plan.get("region") or ""
    return len(region) if place.startswith(region) and plan["planned"] <= on else None


ORDER = Register(
    key="order",
    label="责令改正",
    shape="event",
    basis="某市检查办法",
    title="matter",
    happened="made",
    fields=(
        Field(key="matter", label="事由", required=True),
        Field(key="made", label="日期", kind="date", required=True),
        Field(key="paper", label="文书编号", once=True),
        Field(
            key="plan",
            label="所属检查",
            kind="reference",
            refers_to="casework.inspection",
            suits=_plan_of,
        ),
    ),
)
