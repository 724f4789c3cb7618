"""Administrative litigation (行政诉讼)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="行政诉讼")
