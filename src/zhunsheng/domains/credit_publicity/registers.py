"""What is recorded of the publicity of licences and penalties (双公示): upload, repair, withdrawal."""

from zhunsheng.domains.credit_publicity.instruments import (
    DOUBLE_PUBLICITY_REQUIREMENTS,
    MARKET_PENALTY_PUBLICITY,
)
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register, RegisterClock

_article = MARKET_PENALTY_PUBLICITY.article
_REQUIREMENTS = DOUBLE_PUBLICITY_REQUIREMENTS.article("")


def _names_its_case(record: Values, act: str) -> bool:
    return (record.get("act") == act) == bool(record.get(f"{act}_case"))


FIELDS = (
    Field(
        key="matter",
        label="决定名称",
        required=True,
        examples=("占道经营处罚决定", "食品经营许可决定"),
        help="不写自然人的姓名。",
    ),
    Field(
        key="act",
        label="信息类别",
        kind="choice",
        required=True,
        choices=(
            Choice(key="licence", label="行政许可"),
            Choice(key="penalty", label="行政处罚"),
        ),
    ),
    Field(
        key="licence_case",
        label="许可办件编号",
        kind="reference",
        refers_to="licence.case",
    ),
    Field(
        key="penalty_case",
        label="处罚案件编号",
        kind="reference",
        refers_to="penalty.case",
    ),
    Field(key="decided", label="决定日期", kind="date", required=True),
    Field(key="published", label="上传公示日期", kind="date", source=_REQUIREMENTS),
    Field(key="informed", label="已书面告知当事人将公示", kind="boolean", examples=("是",)),
    Field(key="shown_until", label="应停止公示日期", kind="date"),
    Field(key="ended", label="停止公示日期", kind="date"),
    Field(key="exempt", label="不公示的依据和理由", kind="long_text"),
    Field(key="exempted", label="决定不公示日期", kind="date"),
    Field(key="annulled", label="决定被变更、撤销、确认违法或者无效日期", kind="date"),
    Field(key="withdrawn", label="撤回公示日期", kind="date", source=_article("第十一条")),
    Field(key="withdrawal_reasons", label="撤回的理由", kind="long_text"),
    Field(key="repair_applied", label="收到信用修复申请日期", kind="date"),
    Field(
        key="all_conditions",
        label="已核实达到公示时限且四项条件同时符合",
        kind="boolean",
        examples=("是",),
        help="条件见第十四条。",
        source=_article("第十四条"),
    ),
    Field(key="repair_reasons", label="不予修复的理由", kind="long_text"),
    Field(key="repair_refused", label="不予修复日期", kind="date"),
)

STEPS = (
    Step(
        key="publish",
        label="上传公示",
        comes_from=("decided",),
        leads_to="published",
        requires=("published",),
        asks=("informed", "shown_until"),
        source=_REQUIREMENTS,
        gates=(
            Gate(
                key="informed",
                needs="公示处罚信息的，送达决定书时应当书面告知当事人。请补充告知后再公示。",
                open_when=lambda record: (
                    record.get("act") != "penalty" or bool(record.get("informed"))
                ),
                source=_article("第八条"),
            ),
        ),
    ),
    Step(
        key="exempt",
        label="依法不公示",
        comes_from=("decided",),
        leads_to="exempt",
        by=("approver",),
        requires=("exempt", "exempted"),
        source=_REQUIREMENTS,
        approves=True,
    ),
    Step(
        key="apply_for_repair",
        label="收到信用修复申请",
        comes_from=("published",),
        leads_to="repairing",
        requires=("repair_applied",),
        source=_article("第十四条"),
    ),
    Step(
        key="repair",
        label="提前停止公示",
        comes_from=("repairing",),
        leads_to="repaired",
        by=("approver",),
        requires=("ended",),
        asks=("all_conditions",),
        source=_article("第十四条"),
        gates=(
            Gate(
                key="all_conditions",
                needs="达到公示时限，并且同时符合四项条件的，才可以提前停止公示；不符合的，办理不予修复。",
                open_when=lambda record: bool(record.get("all_conditions")),
                source=_article("第十四条"),
            ),
        ),
        approves=True,
    ),
    Step(
        key="refuse_repair",
        label="不予修复",
        comes_from=("repairing",),
        leads_to="published",
        by=("approver",),
        requires=("repair_refused", "repair_reasons"),
        source=_article("第十四条"),
        approves=True,
    ),
    Step(
        key="withdraw",
        label="撤回公示",
        comes_from=("published", "repairing"),
        leads_to="withdrawn",
        requires=("annulled", "withdrawn", "withdrawal_reasons"),
        source=_article("第十一条"),
    ),
    Step(
        key="end",
        label="期满停止公示",
        comes_from=("published", "repairing"),
        leads_to="ended",
        requires=("ended",),
        source=_article("第十三条"),
    ),
)

RECORD = Register(
    key="record",
    label="“双公示”信用信息",
    shape="case",
    basis=str(_REQUIREMENTS),
    says="许可、处罚决定的上传公示、信用修复、撤回和期满停止。",
    title="matter",
    happened="decided",
    face=("act", "decided", "published"),
    fields=FIELDS,
    procedure=Procedure(
        states=(
            State(key="decided", label="待上传"),
            State(key="exempt", label="不公示", final=True),
            State(key="published", label="公示中"),
            State(key="repairing", label="修复申请办理中"),
            State(key="repaired", label="已修复", final=True),
            State(key="withdrawn", label="已撤回", final=True),
            State(key="ended", label="期满已停止", final=True),
        ),
        steps=STEPS,
    ),
    clocks=(
        RegisterClock(clock="double_publicity", also_ends=("exempted",)),
        RegisterClock(
            clock="market_penalty_withdrawal",
            when=lambda record: record.get("act") == "penalty",
        ),
    ),
    due_dates=(
        DueDate(
            key="end",
            label="停止公示",
            until="shown_until",
            ends="ended",
            when=lambda record: not record.get("withdrawn"),
            source=_article("第十三条"),
        ),
    ),
    checks=(
        Check(
            field="licence_case",
            says="许可信息须写明许可办件编号；处罚信息不填。",
            holds=lambda record: _names_its_case(record, "licence"),
        ),
        Check(
            field="penalty_case",
            says="处罚信息须写明处罚案件编号；许可信息不填。",
            holds=lambda record: _names_its_case(record, "penalty"),
        ),
    ),
)

REGISTERS = (RECORD,)
"""All of them."""
