"""State compensation (国家赔偿)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="国家赔偿")
