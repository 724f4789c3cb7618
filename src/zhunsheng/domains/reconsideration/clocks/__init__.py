"""
The statutory clocks of 行政复议, by what they give time for.

Application and acceptance; service, answer and hearing; documents reviewed with a case; the decision.
"""

from zhunsheng.domains.reconsideration.clocks import application, decision, documents, hearing

CLOCKS = (*application.CLOCKS, *hearing.CLOCKS, *documents.CLOCKS, *decision.CLOCKS)
"""All of them, as a case meets them."""
