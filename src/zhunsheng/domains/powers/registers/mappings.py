"""What moves from an organ to its successor when organs are reformed."""

from zhunsheng.domains.powers.instruments import PLAN_OF_HAIDONG
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

_REFORM = PLAN_OF_HAIDONG.article("第5项")
_COUNTED = (("tasks", "tasks_moved"), ("cases", "cases_moved"))


def _remaining(mapping: Values) -> int:
    """Get how many items, tasks and cases are still with the old organ."""
    waiting = sum(not row.get("moved") for row in mapping.get("items") or ())
    return waiting + sum(
        max((mapping.get(whole) or 0) - (mapping.get(moved) or 0), 0) for whole, moved in _COUNTED
    )


def _to_successor(mapping: Values) -> bool:
    """Whether each item that moves is one of the register of items, and stands with the successor."""
    return all(
        bool(row.get("item")) and row.get("item.organ") in {None, mapping.get("successor")}
        for row in mapping.get("items") or ()
    )


ORGAN_MAPPING = Register(
    key="organ_mapping",
    label="机构改革职能划转",
    shape="case",
    basis=str(_REFORM),
    says="原机构的事项、任务、案件划给谁，划完了没有；还有没划的，不能办结。",
    title="name",
    happened="effective",
    face=("successor", "until", "remaining"),
    fields=(
        Field(
            key="name",
            label="划转名称",
            required=True,
            examples=("市场监管职责划转", "城市管理职责划转"),
        ),
        Field(key="former", label="原机构", kind="unit", required=True, outside=True),
        Field(key="successor", label="承继机构", kind="unit", required=True),
        Field(key="basis", label="改革依据", kind="long_text", required=True, source=_REFORM),
        Field(key="effective", label="改革生效日期", kind="date", required=True),
        Field(key="until", label="应划转完毕日期", kind="date", required=True),
        Field(
            key="items",
            label="划转的事项",
            kind="rows",
            columns=(
                Field(
                    key="item",
                    label="事项",
                    kind="reference",
                    refers_to="powers.item",
                    brings=("organ",),
                    help="划转时先在事项台账里改实施机关。",
                ),
                Field(key="duty", label="事项名称", required=True, examples=("户外广告许可",)),
                Field(key="moved", label="划转日期", kind="date"),
            ),
        ),
        Field(key="tasks", label="应移交的任务", kind="integer", measure="件", expected=(0, 20)),
        Field(key="tasks_moved", label="已移交的任务", kind="integer", measure="件"),
        Field(key="cases", label="应移交的案件", kind="integer", measure="件", expected=(0, 50)),
        Field(key="cases_moved", label="已移交的案件", kind="integer", measure="件"),
        Field(
            key="remaining",
            label="还没有划转",
            kind="integer",
            measure="件",
            computed=_remaining,
        ),
        Field(
            key="with_successor",
            label="事项已在承继机构名下",
            kind="boolean",
            computed=_to_successor,
        ),
        Field(key="completed", label="划转完毕日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="mapped", label="已确定"),
            State(key="moving", label="划转中"),
            State(key="completed", label="划转完毕", final=True),
        ),
        steps=(
            Step(
                key="begin",
                label="开始划转",
                comes_from=("mapped",),
                leads_to="moving",
            ),
            Step(
                key="complete",
                label="划转完毕",
                comes_from=("moving",),
                leads_to="completed",
                requires=("completed",),
                asks=("tasks_moved", "cases_moved"),
                source=_REFORM,
                gates=(
                    Gate(
                        key="nothing_left",
                        needs="还有事项、任务或者案件没有划给承继机构，划完以后再办结。",
                        open_when=lambda mapping: mapping.get("remaining") == 0,
                        source=_REFORM,
                    ),
                    Gate(
                        key="with_successor",
                        needs="划转的事项要选自事项台账，并且已在承继机构名下；请先改实施机关。",
                        open_when=lambda mapping: bool(mapping.get("with_successor")),
                        source=_REFORM,
                    ),
                ),
            ),
        ),
    ),
    due_dates=(
        DueDate(
            key="transfer",
            label="职能划转",
            until="until",
            ends="completed",
            source=_REFORM,
        ),
    ),
)
