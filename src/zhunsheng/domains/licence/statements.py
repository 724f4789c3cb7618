"""Sentences of the yearly report on administrative licences."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="granted",
        chapter="functions",
        text=(
            "依法准予行政许可{granted}"
            "[，许可按期办结率{decided_on_time}，比上年{decided_on_time:change}]。"
        ),
    ),
    Statement(
        key="ended",
        chapter="functions",
        text="注销行政许可{cancelled}[，撤销行政许可{revoked}]。",
    ),
)
