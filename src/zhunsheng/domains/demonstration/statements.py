"""What yearly reports say of demonstration, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="projects",
        chapter="duties",
        text="开展法治政府建设示范创建，[上报示范创建申报{applications_reported}，]储备单项示范项目{single_projects_reserved}[，获得示范命名{named}]。",
    ),
)
