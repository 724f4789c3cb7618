"""The three enforcement systems (行政执法三项制度)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="行政执法三项制度")
