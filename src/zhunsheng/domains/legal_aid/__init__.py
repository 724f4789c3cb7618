"""Legal aid (法律援助)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="法律援助")
