"""What is recorded of the publicity of licences and penalties (双公示): upload, repair, withdrawal."""

from datetime import date
from typing import Any

from zhunsheng.domains.credit_publicity.clocks import MINOR_PUBLICITY, PUBLICITY
from zhunsheng.domains.credit_publicity.instruments import (
    DOUBLE_PUBLICITY_REQUIREMENTS,
    MARKET_PENALTY_PUBLICITY,
    WORK_SAFETY_LAW,
)
from zhunsheng.engine.law.deadlines import add_months
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import (
    Check,
    Gate,
    Predicate,
    Procedure,
    State,
    Step,
    Values,
)
from zhunsheng.engine.registers.register import Register, RegisterClock

_article = MARKET_PENALTY_PUBLICITY.article
_REQUIREMENTS = DOUBLE_PUBLICITY_REQUIREMENTS.article("")


def _names_its_case(record: Values, act: str) -> bool:
    return (record.get("act") == act) == bool(record.get(f"{act}_case"))


SYSTEMS = (
    Choice(key="market", label="市场监督管理部门"),
    Choice(key="safety", label="安全生产监督管理部门"),
    Choice(key="other", label="其他部门"),
)
TERMS = (
    Choice(key="usual", label="其他处罚，公示三年"),
    Choice(key="minor", label="仅通报批评或者较低数额罚款，公示三个月"),
    Choice(key="longer", label="限制从业等超过三年，按实际期限"),
    Choice(key="warning", label="仅警告，不公示"),
)


def _is_penalty_of(*systems: str) -> Predicate:
    """Get whether a record is of a penalty imposed by one of some systems."""
    return lambda record: record.get("act") == "penalty" and record.get("system") in systems


_IS_MARKET_PENALTY = _is_penalty_of("market")


def term_ends(record: Values) -> str | None:
    """Get the day on which the publicity of a market regulator's penalty has run its term."""
    begun = record.get("shown") or record.get("published")
    clock = {"minor": MINOR_PUBLICITY, "usual": PUBLICITY}.get(record.get("term") or "")
    if not _IS_MARKET_PENALTY(record) or not begun or clock is None:
        return None
    amount = clock.current.amount
    assert isinstance(amount, int)  # noqa: S101  # both clocks count months or years
    months = amount * (12 if clock.unit == "year" else 1)
    return str(add_months(date.fromisoformat(begun), months))


def end_by(record: Values) -> Any:
    """Get the day on which publicity is to end: by its term, or as it was entered."""
    return record.get("term_ends") or record.get("shown_until")


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
    Field(
        key="system",
        label="作出决定的部门",
        kind="choice",
        required=True,
        choices=SYSTEMS,
        help="市场监管处罚另在企业信用信息公示系统公示，安全生产处罚另行曝光。",
    ),
    Field(
        key="term",
        label="处罚公示期",
        kind="choice",
        choices=TERMS,
        help="市场监管处罚填写。",
        source=_article("第十三条"),
    ),
    Field(
        key="registered_elsewhere",
        label="当事人登记地在外省",
        kind="boolean",
        source=_article("第十条"),
    ),
    Field(key="decided", label="决定日期", kind="date", required=True),
    Field(key="published", label="上传公示日期", kind="date", source=_REQUIREMENTS),
    Field(key="informed", label="已书面告知当事人将公示", kind="boolean", examples=("是",)),
    Field(
        key="shown",
        label="在企业信用信息公示系统公示日期",
        kind="date",
        source=_article("第九条"),
    ),
    Field(key="pushed", label="推送登记地日期", kind="date", source=_article("第十条")),
    Field(
        key="exposed",
        label="在监管部门公示系统曝光日期",
        kind="date",
        source=WORK_SAFETY_LAW.article("第七十八条"),
    ),
    Field(
        key="shown_until",
        label="应停止公示日期",
        kind="date",
        help="市场监管处罚按公示期算出；其他的在这里填写。",
    ),
    Field(
        key="term_ends",
        label="公示期届满日",
        kind="date",
        computed=term_ends,
        source=_article("第十三条"),
    ),
    Field(key="end_by", label="停止公示的日期", kind="date", computed=end_by),
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
        asks=("informed", "shown_until", "shown", "pushed", "exposed"),
        source=_REQUIREMENTS,
        gates=(
            Gate(
                key="more_than_a_warning",
                needs="市场监管部门仅给予警告的处罚信息不公示，请办理不公示。",
                open_when=lambda record: (
                    not _IS_MARKET_PENALTY(record) or record.get("term") != "warning"
                ),
                source=_article("第二条"),
            ),
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
        key="show",
        label="企业信用系统公示、推送或者曝光",
        comes_from=("published",),
        leads_to="published",
        asks=("shown", "pushed", "exposed"),
        source=_article("第九条"),
        gates=(
            Gate(
                key="something_shown",
                needs="请写明在哪一日公示、推送或者曝光。",
                open_when=lambda record: bool(
                    record.get("shown") or record.get("pushed") or record.get("exposed")
                ),
                source=_article("第九条"),
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
        gates=(
            Gate(
                key="term_over",
                needs="公示期还没有届满；要提前停止的，按信用修复办理。",
                open_when=lambda record: (
                    (record.get("ended") or "") >= (record.get("term_ends") or "")
                ),
                source=_article("第十三条"),
            ),
        ),
    ),
)
_ENDS = ("exempted", "withdrawn", "ended")

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
        RegisterClock(
            clock="market_penalty",
            ends="shown",
            also_ends=_ENDS,
            when=lambda record: (
                _IS_MARKET_PENALTY(record) and not record.get("registered_elsewhere")
            ),
        ),
        RegisterClock(
            clock="market_penalty_push",
            also_ends=_ENDS,
            when=lambda record: bool(
                _IS_MARKET_PENALTY(record) and record.get("registered_elsewhere")
            ),
        ),
        # 第十条：协助公示是登记地市场监管部门的期限。
        RegisterClock(
            clock="market_penalty_assistance",
            ends="shown",
            also_ends=_ENDS,
            when=_IS_MARKET_PENALTY,
            of_others=True,
        ),
        RegisterClock(
            clock="safety_penalty",
            ends="exposed",
            also_ends=_ENDS,
            when=_is_penalty_of("safety"),
        ),
    ),
    due_dates=(
        DueDate(
            key="end",
            label="停止公示",
            until="end_by",
            ends="ended",
            when=lambda record: not record.get("withdrawn"),
            source=_article("第十三条"),
        ),
    ),
    checks=(
        Check(
            field="term",
            says="市场监管的处罚信息须写明公示期。",
            holds=lambda record: not _IS_MARKET_PENALTY(record) or bool(record.get("term")),
            source=_article("第十三条"),
        ),
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
