"""Sentences of the yearly report on administrative normative documents."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="made",
        chapter="institutions",
        text="制定行政规范性文件{made}[，比上年{made:change}][，规范性文件按期报备率{filed_on_time}]。",
    ),
    Statement(
        key="reviewed",
        chapter="institutions",
        text="审查备案规范性文件{reviewed}[，备案审查按期完成率{reviewed_on_time}]。",
    ),
    Statement(
        key="cleaned",
        chapter="institutions",
        text="开展文件专项清理，继续有效规范性文件{kept}[，宣布失效规范性文件{lapsed}]。",
    ),
)
