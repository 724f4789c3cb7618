"""Publicity of credit information (信用信息公示)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="信用信息公示")
