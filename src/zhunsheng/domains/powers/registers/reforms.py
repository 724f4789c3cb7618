"""Steps, days, papers and visits cut; and the reform items that are followed to their end."""

from decimal import ROUND_HALF_UP, Decimal

from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

MEASURES = {"steps": "环节", "days": "时限", "materials": "材料", "visits": "跑动次数"}
"""What is cut, by the first part of the columns' keys."""
_TENTH = Decimal("0.1")


def _sum(plan: Values, column: str) -> int | None:
    rows = plan.get("items") or ()
    return sum(row.get(column) or 0 for row in rows) if rows else None


def _rate(before: int | None, after: int | None) -> str | None:
    """Get by how many percent something was cut; None where there was nothing to cut."""
    if not before or after is None:
        return None
    return str((Decimal(100) * (before - after) / before).quantize(_TENTH, ROUND_HALF_UP))


def _rate_of(measure: str) -> Field:
    return Field(
        key=f"{measure}_rate",
        label=f"{MEASURES[measure]}压减率",
        kind="decimal",
        places=1,
        measure="%",
        computed=lambda plan: _rate(
            _sum(plan, f"{measure}_before"), _sum(plan, f"{measure}_after")
        ),
    )


def _sum_of(measure: str, when: str, label: str) -> Field:
    return Field(
        key=f"{measure}_{when}_sum",
        label=f"{label}{MEASURES[measure]}合计",
        kind="integer",
        computed=lambda plan: _sum(plan, f"{measure}_{when}"),
    )


def _by_item(plan: Values) -> str | None:
    """Get the rates of each item in words."""
    said = []
    for row in plan.get("items") or ():
        rates = [
            f"{label}{rate}%"
            for key, label in MEASURES.items()
            if (rate := _rate(row.get(f"{key}_before"), row.get(f"{key}_after"))) is not None
        ]
        said.append(f"{row.get('item')}：{'、'.join(rates) or '没有可压减的'}")
    return "；".join(said) or None


def _never_more(plan: Values) -> bool:
    return all(
        (row.get(f"{key}_after") or 0) <= (row.get(f"{key}_before") or 0)
        for row in plan.get("items") or ()
        for key in MEASURES
    )


def _column(measure: str, when: str, label: str, expected: tuple[int, int]) -> Field:
    return Field(
        key=f"{measure}_{when}",
        label=f"{label}{MEASURES[measure]}",
        kind="integer",
        required=True,
        expected=expected,
    )


STREAMLINING = Register(
    key="streamlining",
    label="审批精简",
    shape="event",
    basis="精简审批环节、优化审批流程和权力“瘦身”的要求",
    says="每批精简的事项：环节、时限（日）、材料、跑动次数，减前减后各多少；压减率自动计算。",
    title="name",
    happened="decided",
    face=("decided", "days_rate", "materials_rate"),
    fields=(
        Field(
            key="name",
            label="精简名称",
            required=True,
            examples=("工程建设审批精简", "餐饮准营审批精简", "权力瘦身第一批"),
        ),
        Field(key="organ", label="实施单位", kind="unit", required=True),
        Field(key="decided", label="实行日期", kind="date", required=True),
        Field(
            key="items",
            label="精简的事项",
            kind="rows",
            required=True,
            columns=(
                Field(key="item", label="事项", required=True, examples=("施工许可", "餐饮许可")),
                *(_column(key, "before", "减前", (5, 20)) for key in MEASURES),
                *(_column(key, "after", "减后", (1, 4)) for key in MEASURES),
            ),
        ),
        *(_sum_of(key, "before", "减前") for key in MEASURES),
        *(_sum_of(key, "after", "减后") for key in MEASURES),
        *(_rate_of(key) for key in MEASURES),
        Field(key="by_item", label="各事项压减率", kind="long_text", computed=_by_item),
    ),
    checks=(
        Check(
            field="items",
            says="减后的环节、时限、材料、跑动次数不能多于减前。",
            holds=_never_more,
        ),
    ),
)

REFORM_ITEM = Register(
    key="reform_item",
    label="放管服改革重点事项",
    shape="case",
    basis="健全“放管服”改革重点事项清单管理和常态化推进机制的要求",
    says="改革重点事项的清单：谁负责、应在哪天完成、办到哪一步、佐证是什么。",
    title="name",
    happened="listed",
    face=("owner", "until", "completed"),
    fields=(
        Field(
            key="name",
            label="改革事项",
            required=True,
            examples=("一业一证改革", "告知承诺制", "中介服务清理"),
        ),
        Field(key="owner", label="责任单位", kind="unit", required=True),
        Field(key="listed", label="列入日期", kind="date", required=True),
        Field(key="until", label="应完成日期", kind="date", required=True),
        Field(key="progress", label="进展", kind="long_text"),
        Field(
            key="evidence", label="佐证材料", kind="long_text", help="写明文件、数据或者公开网址。"
        ),
        Field(key="completed", label="完成日期", kind="date"),
        Field(key="dropped", label="不再推进的理由", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="listed", label="未开始"),
            State(key="under_way", label="推进中"),
            State(key="dropped", label="不再推进", final=True),
            State(key="completed", label="已完成", final=True),
        ),
        steps=(
            Step(
                key="begin",
                label="开始推进",
                comes_from=("listed",),
                leads_to="under_way",
                requires=("progress",),
            ),
            Step(
                key="report",
                label="更新进展",
                comes_from=("under_way",),
                leads_to="under_way",
                requires=("progress",),
            ),
            Step(
                key="complete",
                label="完成",
                comes_from=("under_way",),
                leads_to="completed",
                requires=("completed", "evidence"),
            ),
            Step(
                key="drop",
                label="不再推进",
                comes_from=("listed", "under_way"),
                leads_to="dropped",
                by=("approver",),
                requires=("dropped",),
            ),
        ),
    ),
    due_dates=(
        DueDate(
            key="completion",
            label="改革事项完成",
            until="until",
            ends="completed",
            when=lambda item: not item.get("dropped"),
        ),
    ),
)
