"""Administrative compulsion (行政强制)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="行政强制")
