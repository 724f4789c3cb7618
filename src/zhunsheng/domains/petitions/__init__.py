"""Petitions (信访)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="信访")
