"""Sentences of the yearly report on major administrative decisions."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="made",
        chapter="decisions",
        text="出台重大行政决策{made}[，比上年{made:change}][，决策程序齐全率{with_all_steps}]。",
    ),
    Statement(
        key="steps",
        chapter="decisions",
        text="决策公众参与率{heard}[，决策合法性审查率{reviewed}][，决策公布率{published}]。",
    ),
    Statement(
        key="counsel",
        chapter="decisions",
        text="法律顾问列席率{counsel_present}。",
    ),
)
