"""What yearly reports say of normative documents, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="made",
        chapter="institutions",
        text="全年制定行政规范性文件{made}。",
    ),
    Statement(
        key="filed",
        chapter="institutions",
        text="规范性文件应报备{filed:base}，已报备{filed:counted}，规范性文件报备率{filed}。",
    ),
    Statement(
        key="reviewed",
        chapter="institutions",
        text="收到下级报备的规范性文件{received}[，备案审查发现问题{problems}][，已纠正{corrected}]。",
    ),
    Statement(
        key="cleaned_up",
        chapter="institutions",
        text="组织规范性文件清理，清理后定了结果{cleaned_up}。",
    ),
)
