"""Inspections (行政检查)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="行政检查")
