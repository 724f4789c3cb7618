"""
What is recorded of fair competition, in the order the work flows.

The review of each measure before it is issued; what is checked, reported and cleaned up afterwards; the
market access list; and the campaigns against barriers.
"""

from zhunsheng.domains.fair_competition.registers.access import ACCESS_ITEM, RESTRICTION
from zhunsheng.domains.fair_competition.registers.campaigns import BARRIER, TRADING_CHECK
from zhunsheng.domains.fair_competition.registers.cleanup import CLEANUP
from zhunsheng.domains.fair_competition.registers.review import REVIEW
from zhunsheng.domains.fair_competition.registers.supervision import COMPLAINT, SPOT_CHECK

REGISTERS = (
    REVIEW,
    SPOT_CHECK,
    COMPLAINT,
    CLEANUP,
    ACCESS_ITEM,
    RESTRICTION,
    BARRIER,
    TRADING_CHECK,
)
"""All of them, in the order people meet them."""
