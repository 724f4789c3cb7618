"""
Entries of reconsideration → figures, with the words by which plans and reports speak of them.

The cases; what follows them; who handles and serves; the cells of the yearly table; and what must agree
between all of these and the figures of litigation.
"""

from zhunsheng.domains.reconsideration import statistics
from zhunsheng.domains.reconsideration.indicators import afterwards, agreement, cases, service

INDICATORS = (
    *cases.CASES,
    *cases.SPEED,
    *cases.INTAKE,
    *cases.IN_COURT,
    *afterwards.HEARINGS,
    *afterwards.AFTERWARDS,
    *afterwards.FINDINGS,
    *service.STAFF,
    *service.POINTS,
    *service.QUALITY,
    *statistics.YEARLY.cells,
)
"""All of them, the cells of the yearly table last."""

RULES = agreement.AGREEMENT
"""What must agree between them."""
