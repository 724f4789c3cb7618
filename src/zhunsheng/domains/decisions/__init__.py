"""Major administrative decisions (重大行政决策)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="重大行政决策")
