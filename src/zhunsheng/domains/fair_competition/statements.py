"""Sentences of the yearly report on fair competition review."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="reviews",
        chapter="institutions",
        text="开展公平竞争审查{reviews}[，比上年{reviews:change}]。",
    ),
    Statement(
        key="barriers",
        chapter="functions",
        text="排查梳理隐性壁垒问题{barriers_found}[，完成整改隐性壁垒问题{barriers_removed}]。",
    ),
)
