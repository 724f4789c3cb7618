"""What is recorded of administrative compulsion: measures first, then executions."""

from zhunsheng.domains.compulsion.registers.execution import EXECUTION
from zhunsheng.domains.compulsion.registers.measure import MEASURE

REGISTERS = (MEASURE, EXECUTION)
"""All of them, in the order people meet them."""
