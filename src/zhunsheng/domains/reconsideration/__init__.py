"""Administrative reconsideration (行政复议)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="行政复议")
