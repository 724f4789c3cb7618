"""What yearly reports say of supervision, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="inspections",
        chapter="oversight",
        text="开展法治政府建设督察{law_inspections}。",
    ),
    Statement(
        key="findings",
        chapter="oversight",
        text="各类监督发现问题{findings_rectified:base}，完成整改{findings_rectified:counted}，问题整改率{findings_rectified}。",
    ),
    Statement(
        key="proposals",
        chapter="oversight",
        text="承办人大代表建议、政协提案{proposals_answered:base}，已答复{proposals_answered:counted}，办复率{proposals_answered}。",
    ),
    Statement(
        key="orders",
        chapter="duties",
        text="发出督办单{orders_issued}。",
    ),
)
