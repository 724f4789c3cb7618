"""
Entries of enforcement → figures, with the words by which plans and reports speak of them.

The acts of a year, confirmations and benefits, publicity, the catalogue of items, those who enforce, teams and towns,
campaigns, joint items and standards, soft measures and faults; and what must agree.
"""

from zhunsheng.domains.enforcement.indicators import (
    acts,
    agreement,
    campaigns,
    joint_items,
    officers,
    on_request,
    soft_measures,
    standards,
    teams,
)

INDICATORS = (
    acts.ACTS_IN_ALL,
    *acts.KINDS,
    acts.IMPLAUSIBLE,
    *on_request.ON_REQUEST,
    acts.DECISIONS,
    acts.PUBLISHED,
    acts.PUBLICITY,
    *acts.CATALOGUE,
    *officers.OFFICERS,
    *teams.INDICATORS,
    *campaigns.INDICATORS,
    *joint_items.MEETINGS,
    *standards.STANDARDS,
    *soft_measures.SOFT,
    *acts.BY_KIND,
    *soft_measures.SOFT_MEASURES.cells,
    *soft_measures.SHARES,
    *campaigns.BY_FIELD,
)
"""All of them, the cells of the tables last."""

RULES = agreement.AGREEMENT
"""What must agree between them."""
