"""Sentences of the yearly report on supervision."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="orders",
        chapter="oversight",
        text="发出督办单{orders_issued}[，督办事项按期办结率{orders_on_time}]。",
    ),
    Statement(
        key="inspections",
        chapter="oversight",
        text="开展法治督察{law_inspections}[，督察计划完成率{inspections_as_planned}]。",
    ),
    Statement(
        key="findings",
        chapter="oversight",
        text=(
            "监督发现问题{findings}"
            "[，问题整改率{findings_rectified}，比上年{findings_rectified:change}]。"
        ),
    ),
    Statement(
        key="proposals",
        chapter="oversight",
        text="办理人大代表建议{deputies_suggestions}[、政协提案{cppcc_proposals}]。",
    ),
    Statement(
        key="proposals_answered",
        chapter="oversight",
        text="落实办理答复责任，建议提案办复率{proposals_answered}[，建议提案满意率{proposals_satisfied}]。",
    ),
    Statement(
        key="overdue",
        chapter="shortcomings",
        text="整改落实还有差距，逾期未整改问题{findings_overdue}。",
    ),
)
