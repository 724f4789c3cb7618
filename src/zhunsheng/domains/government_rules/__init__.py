"""Government rules, and filing and review (规章与备案审查)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="规章与备案审查")
