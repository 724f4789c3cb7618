"""
Entries of recommendations → figures, with the words by which plans and reports speak of them.

Documents; what is exchanged and decided together; the cells of the tables of meetings and examples.
"""

from zhunsheng.domains.recommendations import statistics
from zhunsheng.domains.recommendations.indicators import documents, exchanges

INDICATORS = (
    *documents.DOCUMENTS,
    *exchanges.EXCHANGES,
    *exchanges.MEETINGS,
    *statistics.MEETINGS.cells,
    *statistics.EXAMPLES.cells,
)
"""All of them, the cells of the tables last."""
