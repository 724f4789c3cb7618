"""What yearly reports say of government rules, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="published",
        chapter="institutions",
        text="公布政府规章{rules_published}。",
    ),
    Statement(
        key="comments",
        chapter="institutions",
        text="基层立法联系点提出意见{comments_received}[，被采纳{comments_adopted}]。",
    ),
)
