"""What yearly reports say of reports on law duties, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="reports",
        chapter="duties",
        text="组织年度述法，布置述法报告{reports_filed:base}，已提交{reports_filed:counted}，年度述法提交率{reports_filed}。",
    ),
    Statement(
        key="sessions",
        chapter="duties",
        text="召开现场述法评议会{sessions_held}。",
    ),
)
