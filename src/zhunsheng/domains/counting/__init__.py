"""How periods are counted (期间计算)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="期间计算")
