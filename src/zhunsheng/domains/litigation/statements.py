"""What yearly reports say of litigation, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="lawsuits",
        chapter="disputes",
        text="全年登记一审行政诉讼案件{lawsuits}[，比上年{lawsuits:change}][，败诉{lost}]。",
    ),
    Statement(
        key="appearance",
        chapter="disputes",
        text="负责人应出庭案件{appearance:base}，实际出庭{appearance:counted}，负责人出庭应诉率{appearance}。",
    ),
    Statement(
        key="resolved",
        chapter="disputes",
        text="实质化解行政争议{disputes_resolved}。",
    ),
)
