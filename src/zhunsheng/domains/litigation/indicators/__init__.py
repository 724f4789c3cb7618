"""
Entries of litigation → figures, with the words by which plans and reports speak of them.

Lawsuits and appearances; what surrounds them; the cells of the yearly table; and what must agree.
"""

from zhunsheng.domains.litigation import statistics
from zhunsheng.domains.litigation.indicators import agreement, around, lawsuits

INDICATORS = (
    *lawsuits.APPEARANCE,
    *lawsuits.OUTCOMES,
    *lawsuits.PERFORMANCE,
    *around.CIRCULARS,
    *around.LETTERS,
    *around.DISPUTES,
    *around.ENFORCEMENT,
    *around.TRAINING,
    *statistics.YEARLY.cells,
)
"""All of them, the cells of the yearly table last."""

RULES = agreement.AGREEMENT
"""What must agree between them."""
