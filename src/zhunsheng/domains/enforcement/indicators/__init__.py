"""
Entries of enforcement → figures, with the words by which plans and reports speak of them.

The acts of a year and their publicity, the catalogue of items, those who enforce, teams and towns, faults
and soft measures; and what must agree.
"""

from zhunsheng.domains.enforcement.indicators import acts, agreement, officers, teams

INDICATORS = (
    acts.ACTS_IN_ALL,
    *acts.KINDS,
    acts.IMPLAUSIBLE,
    acts.DECISIONS,
    acts.PUBLISHED,
    acts.PUBLICITY,
    *acts.CATALOGUE,
    *officers.OFFICERS,
    *teams.INDICATORS,
    *acts.BY_KIND,
    *teams.SOFT_MEASURES.cells,
)
"""All of them, the cells of the tables last."""

RULES = agreement.AGREEMENT
"""What must agree between them."""
