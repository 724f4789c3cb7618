"""The publicity of enforcement decisions: seven working days for licences and penalties, else twenty."""

from zhunsheng.domains.enforcement.instruments import THREE_SYSTEMS
from zhunsheng.domains.enforcement.registers.items import ACTS
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register, RegisterClock

SHORT = frozenset({"licence", "penalty"})


def _is_short(decision: Values) -> bool:
    return decision.get("act") in SHORT


PUBLICITY = Register(
    key="publicity",
    label="执法决定公示",
    shape="case",
    basis=str(THREE_SYSTEMS.article("二（六）")),
    says="执法决定作出以后的公开：许可、处罚7个工作日，其他20个工作日；撤销的及时撤下。",
    title="matter",
    happened="decided",
    face=("act", "decided", "published"),
    fields=(
        Field(
            key="matter",
            label="决定名称",
            required=True,
            examples=("占道经营处罚决定", "户外广告许可决定"),
            help="不写自然人的姓名。",
        ),
        Field(key="act", label="行为类别", kind="choice", required=True, choices=ACTS),
        Field(
            key="penalty_case",
            label="处罚案件编号",
            kind="reference",
            refers_to="penalty.case",
        ),
        Field(key="organ", label="执法机关", kind="unit", required=True),
        Field(key="decided", label="决定日期", kind="date", required=True),
        Field(key="conclusion", label="结论", kind="long_text", required=True),
        Field(
            key="published", label="公开日期", kind="date", source=THREE_SYSTEMS.article("二（六）")
        ),
        Field(key="address", label="公开网址"),
        Field(key="exempt", label="不公开的依据和理由", kind="long_text"),
        Field(key="exempted", label="决定不公开日期", kind="date"),
        Field(
            key="annulled",
            label="决定被撤销、确认违法或者要求重作日期",
            kind="date",
            source=THREE_SYSTEMS.article("二（六）"),
        ),
        Field(key="taken_down", label="撤下日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="decided", label="待公开"),
            State(key="exempt", label="不公开", final=True),
            State(key="published", label="已公开"),
            State(key="taken_down", label="已撤下", final=True),
        ),
        steps=(
            Step(
                key="publish",
                label="公开",
                comes_from=("decided",),
                leads_to="published",
                requires=("published", "address"),
                source=THREE_SYSTEMS.article("二（六）"),
            ),
            Step(
                key="exempt",
                label="依法不公开",
                comes_from=("decided",),
                leads_to="exempt",
                by=("approver",),
                requires=("exempt", "exempted"),
                source=THREE_SYSTEMS.article("二（六）"),
            ),
            Step(
                key="take_down",
                label="撤下",
                comes_from=("published",),
                leads_to="taken_down",
                requires=("taken_down",),
                asks=("annulled",),
                source=THREE_SYSTEMS.article("二（六）"),
                gates=(
                    Gate(
                        key="annulled_first",
                        needs="决定被撤销、确认违法或者要求重作的，才撤下公开的信息。",
                        open_when=lambda decision: bool(decision.get("annulled")),
                        source=THREE_SYSTEMS.article("二（六）"),
                    ),
                ),
            ),
        ),
    ),
    clocks=(
        RegisterClock(clock="licence_penalty_publication", also_ends=("exempted",), when=_is_short),
        RegisterClock(
            clock="result_publication",
            also_ends=("exempted",),
            when=lambda decision: not _is_short(decision),
        ),
    ),
)
