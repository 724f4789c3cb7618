"""Figures of teams set up and merged, of the force of towns, of faults and of soft measures."""

from dataclasses import replace
from typing import Any

from zhunsheng.domains.enforcement.registers.shared import FIELDS_OF_WORK
from zhunsheng.domains.enforcement.registers.soft_measures import MEASURES
from zhunsheng.engine.indicators.conditions import by, in_time, not_by
from zhunsheng.engine.indicators.crossing import Column, Crossed, Row
from zhunsheng.engine.indicators.declarations import Count, Predicate, Share, Total
from zhunsheng.engine.indicators.statistics import Heading
from zhunsheng.engine.registers.fields import Choice

_TEAMS = "深化综合行政执法体制改革的要求"
_TOWNS = "镇（街道）年内取得执法资格人数的要求"
_POSTED = "执法力量向乡镇（街道）延伸、派驻的要求"
_DUTY = "行政执法责任制和责任追究制度"
_SOFT = "包容审慎监管和柔性执法的要求"

TEAMS = (
    Count(
        key="team_mergers",
        label="完成整合的执法队伍",
        register="team",
        on="completed",
        counts=lambda team, _: team.kind == "merge",
        said_as=("完成执法队伍整合",),
        source=_TEAMS,
        says="期内完成的队伍整合。",
        group="执法体制",
        measure="支",
    ),
    Count(
        key="teams_refused",
        label="不同意新设的执法队伍",
        register="team",
        on="refused",
        counts=lambda team, _: team.kind == "set_up",
        source=_TEAMS,
        says="期内没有同意的新设队伍，能由机关执法的不另设。",
        group="执法体制",
        measure="支",
    ),
    Count(
        key="teams_without_successors",
        label="有事项没有承接队伍的整合",
        register="team",
        on="approved",
        holds="by_end",
        counts=lambda team, _: (team.kind == "merge") & (team.without_successor > 0),
        source=_TEAMS,
        says="到期末已批准、还有划转事项没有写承接队伍的整合；点开逐项落实。",
        group="执法体制",
        measure="支",
        better="fewer",
    ),
)


def _nobody_posted(town: Any, _: Any) -> Any:
    return town.posted_count.isnull() | (town.posted_count == 0)


TOWNS = (
    Share(
        key="towns_reached",
        label="新取得资格人数达标的镇（街道）",
        register="town_force",
        on="until",
        counts=lambda town, _: in_time(town.reached, town.until),
        said_as=("新取得执法资格人数达标率",),
        source=_TOWNS,
        says="应达到日期在期内的镇（街道）中，按期达到的；没有达到的计入分母。",
        group="镇（街道）执法力量",
        measure="个",
        better="more",
    ),
    Total(
        key="town_new_officers",
        label="镇（街道）新取得执法资格人员",
        register="town_force",
        on="until",
        of="new_count",
        said_as=("镇（街道）新取得行政执法资格",),
        source=_TOWNS,
        says="应达到日期在期内的各镇（街道），年内新取得资格的人数之和。",
        group="镇（街道）执法力量",
        measure="人",
        better="more",
    ),
    Count(
        key="towns_without_posting",
        label="没有派驻人员的镇（街道）",
        register="town_force",
        on="until",
        counts=_nobody_posted,
        said_as=("没有派驻执法人员的镇（街道）",),
        source=_POSTED,
        says="应达到日期在期内的镇（街道）中，一名派驻人员也没有的。",
        group="镇（街道）执法力量",
        measure="个",
        better="fewer",
    ),
)

DUTY = (
    Share(
        key="duties_assigned",
        label="执法岗位职责确定率",
        register="officer",
        holds="by_end",
        out_of=lambda officer, period: not_by(officer.revoked, period),
        counts=lambda officer, period: by(officer.duties_set, period),
        said_as=("执法岗位职责确定率",),
        source=_DUTY,
        says="到期末执法证没有收回的人员中，岗位职责已经确定的。",
        group="执法责任制",
        measure="人",
        better="more",
    ),
    Count(
        key="faults",
        label="行政执法过错",
        register="fault",
        said_as=("行政执法过错",),
        source=_DUTY,
        says="期内发现的执法过错。",
        group="执法责任制",
        better="fewer",
    ),
    Share(
        key="faults_decided_on_time",
        label="执法过错按期处理率",
        register="fault",
        on="until",
        out_of=lambda fault, _: fault.dropped.isnull(),
        counts=lambda fault, _: in_time(fault.decided, fault.until),
        said_as=("执法过错按期处理率",),
        source=_DUTY,
        says="应作出处理日期在期内、没有决定不追究的过错中，按期作出处理决定的。",
        group="执法责任制",
        better="more",
    ),
    Share(
        key="faults_carried_out",
        label="责任追究落实率",
        register="fault",
        on="decided",
        counts=lambda fault, period: by(fault.carried_out, period),
        said_as=("执法责任追究落实率",),
        source=_DUTY,
        says="期内作出的处理决定中，期末已落实的。",
        group="执法责任制",
        better="more",
    ),
)

SOFT = (
    Share(
        key="soft_repeated",
        label="柔性执法后再次违法比例",
        register="soft_measure",
        counts=lambda measure, _: measure.repeated,
        said_as=("柔性执法后再次违法比例",),
        source=_SOFT,
        says="期内采取的措施中，对象此前已采取过措施，或者回访时又有违法的。",
        group="柔性执法",
        better="fewer",
    ),
    Share(
        key="soft_followed_on_time",
        label="柔性执法按期回访率",
        register="soft_measure",
        on="follow_until",
        counts=lambda measure, _: in_time(measure.followed, measure.follow_until),
        said_as=("柔性执法按期回访率",),
        source=_SOFT,
        says="应回访日期在期内的措施中，按期回访的。",
        group="柔性执法",
        better="more",
    ),
)


def _in_field(field: str) -> Predicate:
    return lambda measure, _: measure.field_of_work == field


def _of_kind(kind: str) -> Predicate:
    return lambda measure, _: measure.measure == kind


SOFT_MEASURES = Crossed(
    key="soft_measures",
    label="柔性执法措施统计表",
    register="soft_measure",
    basis=_SOFT,
    says="期内采取的措施，按领域和措施种类；占比是各领域占全部措施的比例。",
    rows=(
        *(
            Row(
                heading=Heading(key=field.key, label=field.label),
                counts=_in_field(field.key),
                holds="in_period",
            )
            for field in FIELDS_OF_WORK
        ),
        Row(
            heading=Heading(key="all", label="合计"),
            counts=lambda measure, _: measure.given.notnull(),
            holds="in_period",
            words=("采取柔性执法措施",),
        ),
    ),
    columns=(
        *(
            Column(heading=Heading(key=one.key, label=one.label), holds=_of_kind(one.key))
            for one in MEASURES
        ),
        Column(heading=Heading(key="all", label="合计")),
    ),
)


def _share_of(field: Choice) -> Share:
    return Share(
        key=f"soft_share_{field.key}",
        label=f"柔性执法措施占比（{field.label}）",
        register="soft_measure",
        counts=_in_field(field.key),
        source=_SOFT,
        says=f"期内采取的柔性执法措施中，{field.label}领域的。",
        group=SOFT_MEASURES.label,
    )


SHARES = tuple(_share_of(field) for field in FIELDS_OF_WORK)

SOFT_TABLE = replace(
    SOFT_MEASURES.table,
    columns=(*SOFT_MEASURES.table.columns, Heading(key="share", label="占比")),
    cells={
        **SOFT_MEASURES.table.cells,
        **{(field.key, "share"): f"soft_share_{field.key}" for field in FIELDS_OF_WORK},
    },
)

INDICATORS = (*TEAMS, *TOWNS, *DUTY, *SOFT)
