"""What is recorded of recommendations and of work with court and procuratorate."""

from zhunsheng.domains.recommendations.registers.document import DOCUMENT
from zhunsheng.domains.recommendations.registers.exchange import EXCHANGE
from zhunsheng.domains.recommendations.registers.meetings import EXAMPLE, MEETING, MEETING_ITEM

REGISTERS = (DOCUMENT, EXCHANGE, MEETING, MEETING_ITEM, EXAMPLE)
"""All of them, in the order people meet them."""
