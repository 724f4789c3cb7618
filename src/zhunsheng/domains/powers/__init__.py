"""Lists of powers and responsibilities, licence lists and delegation of powers (权责清单、许可清单与赋权)."""

from zhunsheng.engine.catalogue import Domain

DOMAIN = Domain(label="权责清单与赋权")
