"""Legality review (合法性审核)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="合法性审核")
