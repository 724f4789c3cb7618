"""The yearly report on building a law-based government: its text, its doubts, figures of earlier years."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="法治政府建设年度报告")
