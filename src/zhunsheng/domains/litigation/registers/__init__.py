"""What is recorded of litigation, in the order the work flows."""

from zhunsheng.domains.litigation.registers.lawsuit import LAWSUIT

REGISTERS = (LAWSUIT,)
"""All of them, in the order people meet them."""
