"""What yearly reports say of inspections, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="joint",
        chapter="enforcement",
        text="推行“综合查一次”，开展联合检查{joint_visits}[，检查企业{joint_subjects}][，发现问题{joint_problems}]。",
    ),
)
