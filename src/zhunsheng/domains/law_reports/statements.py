"""Sentences of the yearly report on the reports on law duties."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="reports",
        chapter="duties",
        text="开展年度述法，提交述法报告{reports_submitted}[，年度述法提交率{reports_filed}]。",
    ),
    Statement(
        key="sessions",
        chapter="duties",
        text="召开述法评议会{sessions_held}[，点评意见销号率{comments_closed}]。",
    ),
)
