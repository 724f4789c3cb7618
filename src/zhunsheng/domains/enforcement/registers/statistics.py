"""The yearly enforcement statistics of an organ: six kinds of act, by 31 January, made public."""

from typing import Any

from zhunsheng.domains.enforcement.instruments import THREE_SYSTEMS
from zhunsheng.domains.enforcement.registers.items import ACTS
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register, RegisterClock

COUNTS = tuple(
    Field(
        key=f"{act.key}_count",
        label=f"{act.label}数量",
        kind="integer",
        measure="次" if act.key == "inspection" else "件",
        required=True,
        public=True,
        expected=(0, 1_000_000),
    )
    for act in ACTS
)


def _total(year: Values) -> Any:
    found = [year.get(field.key) for field in COUNTS]
    return None if any(count is None for count in found) else sum(count or 0 for count in found)


def _penalties_exceed_inspections(year: Values) -> bool | None:
    penalties, inspections = year.get("penalty_count"), year.get("inspection_count")
    return None if penalties is None or inspections is None else penalties > inspections


STATISTICS = Register(
    key="statistics",
    label="行政执法年度统计",
    shape="case",
    basis=str(THREE_SYSTEMS.article("二（六）")),
    says="上一年度六类行政执法行为的数量，合计自动加总；1月31日前公开并报送。",
    title="name",
    happened="year_ended",
    face=("total", "published"),
    public=True,
    fields=(
        Field(key="name", label="名称", required=True, public=True, examples=("行政执法统计年报",)),
        Field(
            key="year_ended",
            label="统计年度终了日",
            kind="date",
            required=True,
            public=True,
            help="填统计年度的12月31日。",
        ),
        *COUNTS,
        Field(
            key="total",
            label="合计",
            kind="integer",
            measure="件次",
            public=True,
            computed=_total,
            help="各类相加；检查按次、其他按件，合计的单位是混合的。",
        ),
        Field(
            key="implausible",
            label="处罚多于检查",
            kind="boolean",
            computed=_penalties_exceed_inspections,
            help="多于的，公布以前须说明原因。",
        ),
        Field(key="explained", label="数据说明", kind="long_text", public=True),
        Field(
            key="published",
            label="公开并报送日期",
            kind="date",
            public=True,
            source=THREE_SYSTEMS.article("二（六）"),
        ),
    ),
    procedure=Procedure(
        states=(
            State(key="counted", label="已汇总"),
            State(key="published", label="已公开", final=True),
        ),
        steps=(
            Step(
                key="publish",
                label="公开并报送",
                comes_from=("counted",),
                leads_to="published",
                by=("approver",),
                requires=("published",),
                asks=("explained",),
                source=THREE_SYSTEMS.article("二（六）"),
                gates=(
                    Gate(
                        key="explained",
                        needs="处罚多于检查，须先核对并写明原因。",
                        open_when=lambda year: bool(
                            not year.get("implausible") or year.get("explained")
                        ),
                        source=THREE_SYSTEMS.article("二（六）"),
                    ),
                ),
                approves=True,
            ),
        ),
    ),
    clocks=(RegisterClock(clock="annual_statistics"),),
)
