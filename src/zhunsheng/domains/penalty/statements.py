"""Sentences of the yearly report on penalties."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="punished",
        chapter="enforcement",
        text="给予处罚的案件{punished}[，比上年{punished:change}][，重大执法决定按期备案率{filed_on_time}]。",
    ),
    Statement(
        key="leniency",
        chapter="enforcement",
        text="推行包容审慎监管，“两轻一免”清单事项{leniency_items}。",
    ),
)
