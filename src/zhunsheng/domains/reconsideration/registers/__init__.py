"""What is recorded of reconsideration, in the order the work flows."""

from zhunsheng.domains.reconsideration.registers.case import CASE
from zhunsheng.domains.reconsideration.registers.people import COMMITTEE_MEMBER, OFFICER

REGISTERS = (
    CASE,
    OFFICER,
    COMMITTEE_MEMBER,
)
"""All of them, in the order people meet them."""
