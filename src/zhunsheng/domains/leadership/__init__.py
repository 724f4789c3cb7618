"""Who answers for law-based government, and what they did: heads, Party committee, office, programmes."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="组织领导")
