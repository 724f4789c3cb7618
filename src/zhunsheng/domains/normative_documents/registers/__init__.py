"""
What is recorded of normative documents, in the order the work flows.

Who may make one; the document from its draft to its end; guidance on the way; what is filed and
reviewed; what the people's congress says; evaluation and clean-up.
"""

from zhunsheng.domains.normative_documents.registers.afterwards import (
    CONGRESS_OPINION,
    EVALUATION,
    GUIDANCE,
)
from zhunsheng.domains.normative_documents.registers.cleanup import CLEANUP
from zhunsheng.domains.normative_documents.registers.document import DOCUMENT
from zhunsheng.domains.normative_documents.registers.filing_review import FILING_REVIEW
from zhunsheng.domains.normative_documents.registers.makers import MAKER

REGISTERS = (
    MAKER,
    DOCUMENT,
    GUIDANCE,
    FILING_REVIEW,
    CONGRESS_OPINION,
    EVALUATION,
    CLEANUP,
)
"""All of them, in the order people meet them."""
