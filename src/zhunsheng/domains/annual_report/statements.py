"""What a yearly report says of the yearly reports before it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="published",
        chapter="oversight",
        text="公开法治政府建设年度报告{published}[，按期公开率{published_on_time}]。",
    ),
)
