"""What yearly reports say of lists of powers, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="items",
        chapter="functions",
        text="动态管理权责清单，现有县级部门权责事项{county_items}[，镇（街道）权责事项{town_items}]。",
    ),
    Statement(
        key="changes",
        chapter="functions",
        text="全年调整行政权力事项清单{power_changes}[，调整公共服务事项清单{service_changes}]。",
    ),
    Statement(
        key="delegated",
        chapter="functions",
        text="向乡镇（街道）赋权事项{delegated}[，有效承接{able_to_carry:counted}]。",
    ),
)
