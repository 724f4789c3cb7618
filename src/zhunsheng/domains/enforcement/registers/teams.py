"""Teams set up or merged: none where the organ can enforce itself, and every power has one successor."""

from zhunsheng.domains.enforcement.registers.shared import (
    FIELDS_OF_WORK,
    filled,
    in_order,
    is_of,
    where,
)
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register


def without_successor(team: Values) -> int:
    """Get how many powers that move have no successor yet."""
    return sum(not row.get("successor") for row in team.get("powers") or ())


def moved_twice(team: Values) -> int:
    """Get how many powers are named more than once."""
    items = [row.get("item") for row in team.get("powers") or ()]
    return len(items) - len(set(items))


def _needs_escalation(team: Values) -> bool:
    set_up = team.get("kind") == "set_up" and bool(team.get("approved"))
    return set_up and bool(team.get("organ_capable"))


def _all_succeeded(team: Values) -> bool:
    return bool(team.get("powers")) and not without_successor(team) and not moved_twice(team)


TEAM = Register(
    key="team",
    label="行政执法队伍设立和整合",
    shape="case",
    basis="深化综合行政执法体制改革的要求",
    says="设立、整合执法队伍：机关能自己执法的不另设，整合前的每个执法事项都有唯一的承接队伍。",
    title="name",
    happened="requested",
    face=("kind", "organ", "until"),
    fields=(
        Field(
            key="name",
            label="队伍名称",
            required=True,
            examples=("综合行政执法大队", "城市管理执法大队", "应急管理执法队"),
        ),
        Field(
            key="kind",
            label="事项",
            kind="choice",
            required=True,
            choices=(
                Choice(key="merge", label="整合现有队伍"),
                Choice(key="set_up", label="新设队伍"),
            ),
        ),
        Field(key="organ", label="所属机关", kind="unit", required=True),
        Field(
            key="field_of_work", label="领域", kind="choice", required=True, choices=FIELDS_OF_WORK
        ),
        Field(key="requested", label="提出日期", kind="date", required=True),
        Field(
            key="organ_capable",
            label="机关自身能够执法",
            kind="boolean",
            help="能由机关执法的，不另设执法队伍。",
        ),
        Field(key="capacity", label="机关执法能力说明", kind="long_text", required=True),
        Field(
            key="powers",
            label="划转的执法事项",
            kind="rows",
            help="一行一个事项；整合完成以前，每个事项写明承接队伍。",
            columns=(
                Field(
                    key="item",
                    label="执法事项",
                    kind="reference",
                    refers_to="enforcement.item",
                    required=True,
                ),
                Field(key="successor", label="承接队伍", kind="unit"),
            ),
        ),
        Field(
            key="without_successor",
            label="没有承接队伍的事项",
            kind="integer",
            measure="项",
            computed=without_successor,
        ),
        Field(key="until", label="应完成日期", kind="date"),
        Field(key="approved", label="批准日期", kind="date"),
        Field(
            key="escalation",
            label="报上级决定的情况和理由",
            kind="long_text",
            help="机关能够执法、仍要新设的，写明哪一级决定、什么理由。",
        ),
        Field(key="refused", label="不同意日期", kind="date"),
        Field(key="reasons", label="不同意的理由", kind="long_text"),
        Field(key="completed", label="完成日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="requested", label="已提出"),
            State(key="refused", label="不同意", final=True),
            State(key="approved", label="已批准"),
            State(key="completed", label="已完成", final=True),
        ),
        steps=(
            Step(
                key="approve",
                label="批准",
                comes_from=("requested",),
                leads_to="approved",
                by=("approver",),
                requires=("approved",),
                asks=("escalation",),
                approves=True,
            ),
            Step(
                key="refuse",
                label="不同意",
                comes_from=("requested",),
                leads_to="refused",
                by=("approver",),
                requires=("refused", "reasons"),
            ),
            Step(
                key="complete",
                label="完成设立、整合",
                comes_from=("approved",),
                leads_to="completed",
                requires=("completed",),
            ),
        ),
    ),
    due_dates=(
        DueDate(
            key="completion",
            label="队伍设立、整合",
            until="until",
            ends="completed",
            when=lambda team: not team.get("refused"),
        ),
    ),
    checks=(
        Check(
            field="escalation",
            says="机关自身能够执法的，不另设执法队伍；确需新设的，报上级决定并写明理由。",
            holds=where(_needs_escalation, filled("escalation")),
        ),
        Check(
            field="completed",
            says="整合完成以前，请写明划转的每个执法事项由哪支队伍承接，同一事项只写一次。",
            holds=where(
                lambda team: is_of("merge")(team) and bool(team.get("completed")), _all_succeeded
            ),
        ),
        Check(
            field="approved",
            says="提出、批准、完成的日期前后颠倒。",
            holds=in_order("requested", "approved", "completed"),
        ),
    ),
)
