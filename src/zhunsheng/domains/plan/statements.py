"""What yearly reports say of the yearly plan, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="tasks",
        chapter="duties",
        text="年度计划安排任务{tasks}[，上年结转{tasks_carried_over}]。",
    ),
    Statement(
        key="completion",
        chapter="duties",
        text="计划任务中，已完成{completion:counted}，任务完成率{completion}。",
    ),
)
