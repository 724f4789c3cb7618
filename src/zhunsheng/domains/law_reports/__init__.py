"""Leaders report on their law duties once a year (述法), and are commented and scored."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="述法评议")
