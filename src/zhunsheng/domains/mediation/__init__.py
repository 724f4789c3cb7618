"""People's and administrative mediation (人民调解与行政调解)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="人民调解与行政调解")
