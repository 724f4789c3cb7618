"""The yearly plan of law-based government: its tasks, duties, targets, and what came of them (年度工作计划)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="年度工作计划")
