"""Openness of government information (政府信息公开)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="政府信息公开")
