"""Sentences of the yearly report on lists of powers and the delegation of powers."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="lists",
        chapter="functions",
        text=(
            "编制公布清单，县级部门权责事项{county_items}[，镇（街道）权责事项{town_items}]"
            "[，公共服务事项{service_items}]。"
        ),
    ),
    Statement(
        key="changes",
        chapter="functions",
        text="动态调整行政权力事项清单{power_changes}[，清单按期公布率{editions_published_on_time}]。",
    ),
    Statement(
        key="delegated",
        chapter="functions",
        text="向乡镇（街道）赋权事项{delegated}[，赋权事项承接率{able_to_carry}]。",
    ),
)
