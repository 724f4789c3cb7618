"""Official tables of supervision: findings by the kind of supervision they came from."""

from zhunsheng.domains.supervision.indicators.inspections import FINDINGS_BY_SOURCE

TABLES = (FINDINGS_BY_SOURCE,)
