"""Administrative penalties and transfer to criminal justice (行政处罚)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="行政处罚")
