"""What yearly reports say of major decisions, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="made",
        chapter="decisions",
        text="全年出台重大行政决策{made}。",
    ),
    Statement(
        key="with_all_steps",
        chapter="decisions",
        text="出台的重大行政决策中，程序齐全的{with_all_steps:counted}，决策程序齐全率{with_all_steps}。",
    ),
    Statement(
        key="on_catalogue",
        chapter="decisions",
        text="实行决策事项目录管理，目录内事项已决策{items_closed}[，到期没有决策{items_undecided}]。",
    ),
)
