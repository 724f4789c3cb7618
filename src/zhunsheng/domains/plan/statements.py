"""Sentences of the yearly report on the yearly plan and its tasks."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="tasks",
        chapter="duties",
        text=(
            "部署年度重点任务{tasks}[，任务完成率{completion}]"
            "[，任务按期完成率{duties_on_time}，比上年{duties_on_time:change}]。"
        ),
    ),
    Statement(
        key="measures",
        chapter="duties",
        text="已细化举措的任务{tasks_with_measures}[，工作举措按期完成率{measures_on_time}]。",
    ),
    Statement(
        key="overdue",
        chapter="shortcomings",
        text="个别任务推进较慢，逾期未完成的任务{duties_overdue}。",
    ),
)
