"""
Entries of openness → figures, with the words by which plans and reports speak of them.

What was owed and published; who asked and how they were answered; who was answered for; through which
channels; the cells of the official tables; and what must agree between all of these.
"""

from zhunsheng.domains.openness.indicators.agreement import AGREEMENT
from zhunsheng.domains.openness.indicators.channels import CHANNELS
from zhunsheng.domains.openness.indicators.disclosure import DISCLOSURE
from zhunsheng.domains.openness.indicators.requests import REQUESTS
from zhunsheng.domains.openness.indicators.responses import RESPONSES
from zhunsheng.domains.openness.statistics import CELLS

INDICATORS = (*DISCLOSURE, *REQUESTS, *RESPONSES, *CHANNELS, *CELLS)
"""All of them, in the order of the mission's rows, the cells of the official tables last."""

RULES = AGREEMENT
"""What must agree between them."""
