"""What yearly reports say of licences, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="in_time",
        chapter="functions",
        text="规范行政许可办理，作出许可决定{decided_on_time:base}，法定时限内办结{decided_on_time:counted}，按期办结率{decided_on_time}。",
    ),
    Statement(
        key="undone",
        chapter="functions",
        text="依法撤销行政许可{revoked}[，注销{cancelled}]。",
    ),
)
