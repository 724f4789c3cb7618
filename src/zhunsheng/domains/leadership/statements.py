"""Sentences of the yearly report on the duties of the first responsible person."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="duties",
        chapter="duties",
        text=(
            "政府主要负责人第一责任人履职事项{duty_acts}[，比上年{duty_acts:change}]"
            "[，履行第一责任人职责类别{duties_met}]。"
        ),
    ),
    Statement(
        key="meetings",
        chapter="duties",
        text="召开法治政府建设工作领导小组会议{office_meetings}[，第一议题落实率{first_topics}]。",
    ),
    Statement(
        key="problems",
        chapter="duties",
        text="影响法治政府建设重大问题解决率{problems_solved}。",
    ),
)
