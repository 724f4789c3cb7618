"""Judicial and procuratorial recommendations (司法建议与检察建议)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="司法建议与检察建议")
