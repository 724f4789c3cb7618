"""
The plan → figures: tasks and duties by state, completion, on time, by level; what lacks a leader or a figure.

Rows of the mission: D01-06, D01-07, D01-09 and D18-17.
"""

from zhunsheng.domains.plan.registers.shared import BASIS
from zhunsheng.engine.indicators.conditions import by, in_time, not_by
from zhunsheng.engine.indicators.declarations import Count, Distinct, Share

_TASKS = "计划任务"
_DUTIES = "任务责任"
_WORK = "举措和进展"
_TARGETS = "量化目标"

TASKS = (
    Count(
        key="tasks",
        label="计划任务",
        register="task",
        counts=lambda task, period: not_by(task.dropped, period),
        said_as=("年度重点任务", "计划任务数"),
        source=BASIS,
        says="期内开始、期末没有取消的任务。",
        group=_TASKS,
        measure="项",
    ),
    Count(
        key="tasks_without_leader",
        label="没有责任领导的任务",
        register="task",
        counts=lambda task, period: task.leader.isnull() & not_by(task.dropped, period),
        source=BASIS,
        says="期内开始、期末没有取消、没有写明责任领导的任务。",
        group=_TASKS,
        measure="项",
        better="fewer",
    ),
    Count(
        key="tasks_carried_over",
        label="上年结转的任务",
        register="task",
        counts=lambda task, period: task.carries.notnull() & not_by(task.dropped, period),
        source=BASIS,
        says="期内开始、从上年结转来、期末没有取消的任务。",
        group=_TASKS,
        measure="项",
    ),
    Count(
        key="tasks_dropped",
        label="取消的任务",
        register="task",
        on="dropped",
        source=BASIS,
        says="期内取消的任务。",
        group=_TASKS,
        measure="项",
    ),
)
"""任务。"""

DUTIES = (
    Share(
        key="completion",
        label="任务完成率",
        register="duty",
        out_of=lambda duty, period: not_by(duty.dropped, period),
        counts=lambda duty, period: by(duty.completed, period),
        said_as=("重点任务完成率", "计划任务完成率"),
        source=BASIS,
        says="期内交办、期末没有取消的任务责任中，期末已复核办结的；一项任务由几个单位负责的分别计算。",
        group=_DUTIES,
        measure="项",
        better="more",
    ),
    Share(
        key="duties_on_time",
        label="任务按期完成率",
        register="duty",
        on="until",
        out_of=lambda duty, period: not_by(duty.dropped, period) & not_by(duty.carried, period),
        counts=lambda duty, period: in_time(duty.met, duty.until) & by(duty.met, period),
        said_as=("重点任务按期完成率", "任务按期完成率"),
        source=BASIS,
        says="期限最后一日在期内的任务责任中，按期完成的；没有完成的计入分母，取消和结转的不计。",
        group=_DUTIES,
        measure="项",
        better="more",
    ),
    Count(
        key="duties_unaccepted",
        label="没有签收的任务责任",
        register="duty",
        holds="by_end",
        counts=lambda duty, period: (
            not_by(duty.accepted, period)
            & not_by(duty.reported, period)
            & not_by(duty.dropped, period)
            & not_by(duty.carried, period)
        ),
        source=BASIS,
        says="期末以前交办，期末没有签收也没有报告的。",
        group=_DUTIES,
        measure="项",
        better="fewer",
    ),
    Count(
        key="duties_in_progress",
        label="办理中的任务责任",
        register="duty",
        holds="by_end",
        counts=lambda duty, period: (
            by(duty.accepted, period)
            & not_by(duty.completed, period)
            & not_by(duty.dropped, period)
            & not_by(duty.carried, period)
        ),
        source=BASIS,
        says="期末以前交办、已签收，期末没有复核办结的。",
        group=_DUTIES,
        measure="项",
    ),
    Count(
        key="duties_overdue",
        label="逾期没有完成的任务责任",
        register="duty",
        on="until",
        holds="by_end",
        counts=lambda duty, period: (
            (duty.until < period.end)
            & not_by(duty.met, period)
            & not_by(duty.dropped, period)
            & not_by(duty.carried, period)
        ),
        said_as=("逾期未完成的任务",),
        source=BASIS,
        says="期限在期末以前已过、期末没有完成的。",
        group=_DUTIES,
        measure="项",
        better="fewer",
    ),
    Count(
        key="duties_completed",
        label="复核办结的任务责任",
        register="duty",
        on="completed",
        source=BASIS,
        says="期内复核办结的。",
        group=_DUTIES,
        measure="项",
    ),
    Count(
        key="duties_returned",
        label="退回的任务责任",
        register="duty",
        on="returned",
        source=BASIS,
        says="期内退回的；一项退回几次的算最后一次。",
        group=_DUTIES,
        measure="项",
    ),
    Count(
        key="duties_carried",
        label="结转下年的任务责任",
        register="duty",
        on="carried",
        source=BASIS,
        says="期内办理结转的。",
        group=_DUTIES,
        measure="项",
    ),
)
"""任务责任。"""


def _completion_of(level: str, label: str) -> Share:
    return Share(
        key=f"completion_{level}",
        label=f"{label}任务完成率",
        register="duty",
        out_of=lambda duty, period: (duty.level == level) & not_by(duty.dropped, period),
        counts=lambda duty, period: by(duty.completed, period),
        said_as=(f"{label}单位任务完成率",),
        source=BASIS,
        says=f"期内交办给{label}单位、期末没有取消的任务责任中，期末已复核办结的。",
        group=_DUTIES,
        measure="项",
        better="more",
    )


BY_LEVEL = (
    _completion_of("prefecture", "市级"),
    _completion_of("county", "县级"),
    _completion_of("town", "乡级"),
)
"""完成率分层级：上热中温下冷看这三个数的差距。"""

WORK = (
    Distinct(
        key="tasks_with_measures",
        label="已细化举措的任务",
        register="measure",
        each="task",
        counts=lambda measure, period: not_by(measure.dropped, period),
        said_as=("已细化举措的任务",),
        source=BASIS,
        says="期内确定、期末没有取消的举措所属的任务；一个单位对一项任务有几条举措的算一项。",
        group=_WORK,
        measure="项",
        better="more",
    ),
    Share(
        key="measures_on_time",
        label="举措按期完成率",
        register="measure",
        on="until",
        out_of=lambda measure, period: not_by(measure.dropped, period),
        counts=lambda measure, period: (
            in_time(measure.done_on, measure.until) & by(measure.done_on, period)
        ),
        said_as=("工作举措按期完成率",),
        source=BASIS,
        says="期限最后一日在期内、没有取消的举措中，按期完成的；没有完成的计入分母。",
        group=_WORK,
        measure="项",
        better="more",
    ),
    Count(
        key="progress_reports",
        label="报告的进展",
        register="progress",
        source=BASIS,
        says="发生日期在期内的进展。",
        group=_WORK,
        measure="条",
    ),
)
"""举措和进展。"""

TARGETS = (
    Count(
        key="targets",
        label="计划的量化目标",
        register="target",
        counts=lambda target, period: not_by(target.dropped, period),
        source=BASIS,
        says="期内开始、期末没有取消的目标。",
        group=_TARGETS,
        measure="个",
    ),
    Share(
        key="targets_with_indicators",
        label="有指标衡量的目标",
        register="target",
        out_of=lambda target, period: not_by(target.dropped, period),
        counts=lambda target, _: target.indicator.notnull(),
        source=BASIS,
        says="期内开始、期末没有取消的目标中，有指标可以衡量的。",
        group=_TARGETS,
        measure="个",
        better="more",
    ),
    Count(
        key="plans",
        label="印发的工作计划",
        register="plan",
        counts=lambda plan, _: plan.kind == "annual",
        said_as=("印发年度法治政府建设重点工作安排",),
        source=BASIS,
        says="期内印发的年度计划。",
        group=_TARGETS,
        measure="份",
    ),
)
"""目标和计划。"""

INDICATORS = (*TASKS, *DUTIES, *BY_LEVEL, *WORK, *TARGETS)
"""All of them, in the order of the plan."""
