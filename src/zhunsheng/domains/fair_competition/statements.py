"""What yearly reports say of fair competition, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="reviews",
        chapter="institutions",
        text="严格落实公平竞争审查，全年开展公平竞争审查{reviews}。",
    ),
    Statement(
        key="barriers",
        chapter="functions",
        text="排查梳理隐性壁垒问题{barriers_found}[，完成整改{barriers_removed}]。",
    ),
)
