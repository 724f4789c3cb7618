"""What is recorded of licences: the case, from the application to its publicity."""

from zhunsheng.domains.licence.registers.case import CASE

REGISTERS = (CASE,)
"""All of them, in the order people meet them."""
