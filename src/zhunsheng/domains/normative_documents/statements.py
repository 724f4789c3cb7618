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
        text="清理行政规范性文件{cleaned_up}[，宣布失效规范性文件{lapsed}]。",
    ),
)
