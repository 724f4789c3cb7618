"""Hazards and accidents (隐患与事故)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="隐患与事故")
