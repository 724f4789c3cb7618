"""Sentences of the yearly report on government rules."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="published",
        chapter="institutions",
        text="公布政府规章{rules_published}[，立法计划完成率{on_plan}]。",
    ),
    Statement(
        key="comments",
        chapter="institutions",
        text="收到基层立法联系点意见{comments_received}[，采纳基层立法联系点意见{comments_adopted}]。",
    ),
)
