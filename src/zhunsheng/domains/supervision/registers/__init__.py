"""What is recorded of supervision: orders, circulars and talks; inspections and findings; proposals."""

from zhunsheng.domains.supervision.registers.circulars import CIRCULAR, TALK
from zhunsheng.domains.supervision.registers.findings import FINDING
from zhunsheng.domains.supervision.registers.government_inspections import (
    GOVERNMENT_INSPECTION_CASE,
    REVIEW,
)
from zhunsheng.domains.supervision.registers.inspections import INSPECTION, PLAN
from zhunsheng.domains.supervision.registers.orders import ORDER
from zhunsheng.domains.supervision.registers.proposals import DISCIPLINE, PROPOSAL

REGISTERS = (
    ORDER,
    CIRCULAR,
    TALK,
    PLAN,
    INSPECTION,
    GOVERNMENT_INSPECTION_CASE,
    REVIEW,
    FINDING,
    PROPOSAL,
    DISCIPLINE,
)
"""All of them, in the order people meet them."""
