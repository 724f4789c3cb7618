"""Administrative licences (行政许可)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="行政许可")
