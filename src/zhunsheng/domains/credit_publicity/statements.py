"""What yearly reports say of credit publicity, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="records",
        chapter="functions",
        text="归集“双公示”信用信息{records}[，其中许可信息{licence_records}，处罚信息{penalty_records}]。",
    ),
    Statement(
        key="repaired",
        chapter="functions",
        text="办理信用修复{repaired}。",
    ),
)
