"""
Entries of supervision → figures, with the words by which plans and reports speak of them.

Orders, circulars and talks; inspections, findings and what each source found; proposals.
"""

from zhunsheng.domains.supervision.indicators import inspections, orders, proposals

INDICATORS = (
    *orders.ORDERS,
    *orders.CIRCULARS,
    *inspections.INSPECTIONS,
    *inspections.FINDINGS,
    *proposals.PROPOSALS,
    *inspections.BY_SOURCE,
)
"""All of them, the parts of the table of findings last."""
