"""
Entries of enforcement → figures, with the words by which plans and reports speak of them.

The acts of a year and their publicity, the catalogue of items, those who enforce; and what must agree.
"""

from zhunsheng.domains.enforcement.indicators import acts, agreement, officers

INDICATORS = (
    acts.ACTS_IN_ALL,
    *acts.KINDS,
    acts.IMPLAUSIBLE,
    acts.DECISIONS,
    acts.PUBLISHED,
    acts.PUBLICITY,
    *acts.CATALOGUE,
    *officers.OFFICERS,
    *acts.BY_KIND,
)
"""All of them, the cells of the yearly table last."""

RULES = agreement.AGREEMENT
"""What must agree between them."""
