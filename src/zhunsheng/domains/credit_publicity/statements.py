"""Sentences of the yearly report on the publicity of licences and penalties, and the repair of credit."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="records",
        chapter="functions",
        text="收集“双公示”信用信息{records}[，“双公示”按期上传率{uploaded_on_time}]。",
    ),
    Statement(
        key="repaired",
        chapter="functions",
        text="办理信用修复{repaired}。",
    ),
)
