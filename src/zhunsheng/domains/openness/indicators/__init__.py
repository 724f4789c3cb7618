"""
Entries of openness → figures, with the words by which plans and reports speak of them.

What was owed and published; who asked and how they were answered; who was answered for; through which
channels; the cells of the official tables; and what must agree between all of these.
"""

from zhunsheng.domains.openness import statistics
from zhunsheng.domains.openness.indicators import (
    agreement,
    channels,
    disclosure,
    requests,
    responses,
)

INDICATORS = (
    *disclosure.DISCLOSURE,
    *requests.REQUESTS,
    *responses.RESPONSES,
    *channels.CHANNELS,
    *statistics.CELLS,
)
"""All of them, in the order of the mission's rows, the cells of the official tables last."""

RULES = agreement.AGREEMENT
"""What must agree between them."""
