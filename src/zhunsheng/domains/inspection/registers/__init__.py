"""What is recorded of inspections: what and who may be inspected first, then plans and visits."""

from zhunsheng.domains.inspection.registers.items import CHECK_ITEM
from zhunsheng.domains.inspection.registers.plans import PLAN
from zhunsheng.domains.inspection.registers.recusals import RECUSAL
from zhunsheng.domains.inspection.registers.subjects import SUBJECT
from zhunsheng.domains.inspection.registers.visits import VISIT

REGISTERS = (CHECK_ITEM, SUBJECT, RECUSAL, PLAN, VISIT)
"""All of them, in the order people meet them."""
