"""Sentences of the yearly report on inspections."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="visits",
        chapter="enforcement",
        text="实施行政检查{visits}[，比上年{visits:change}][，检查结果公示率{results_published}]。",
    ),
    Statement(
        key="joint",
        chapter="enforcement",
        text="开展联合检查{joint_visits}[，联合检查企业{joint_subjects}]。",
    ),
)
