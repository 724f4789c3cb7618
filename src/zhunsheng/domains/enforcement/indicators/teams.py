"""Figures of teams set up and merged, of the force of towns, of duties and faults."""

from typing import Any

from zhunsheng.engine.indicators.conditions import by, in_time, not_by
from zhunsheng.engine.indicators.declarations import Count, Share, Total

_TEAMS = "深化综合行政执法体制改革的要求"
_TOWNS = "镇（街道）年内取得执法资格人数的要求"
_POSTED = "执法力量向乡镇（街道）延伸、派驻的要求"
_DUTY = "行政执法责任制和责任追究制度"

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

INDICATORS = (*TEAMS, *TOWNS, *DUTY)
