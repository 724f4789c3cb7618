"""The registers that hold plans and their parts, by key: the site knows no domain, only these names."""

from __future__ import annotations

PLAN = "plan.plan"
TASK = "plan.task"
DUTY = "plan.duty"
MEASURE = "plan.measure"
PROGRESS = "plan.progress"
TARGET = "plan.target"
