"""Sentences of the yearly report on demonstration building."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="named",
        chapter="functions",
        text=(
            "推进法治政府建设示范创建，获得示范命名{named}[，孵化池项目{projects_pooled}]"
            "[，示范库项目{projects_stored}]。"
        ),
    ),
    Statement(
        key="highlights",
        chapter="functions",
        text="报送创新做法{highlights_reported}。",
    ),
)
