"""The annual report on law-based government, and supervision (法治政府建设与督察)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="法治政府建设与督察")
