"""Fair competition review (公平竞争审查)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="公平竞争审查")
