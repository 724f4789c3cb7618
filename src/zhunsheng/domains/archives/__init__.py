"""Archives (档案管理)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="档案管理")
