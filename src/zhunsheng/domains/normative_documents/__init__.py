"""Administrative normative documents (行政规范性文件)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="行政规范性文件")
