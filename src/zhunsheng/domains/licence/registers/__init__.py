"""What is recorded of licences: the case, from the application to its publicity, and the end of a licence."""

from zhunsheng.domains.licence.registers.case import CASE
from zhunsheng.domains.licence.registers.ending import ENDING

REGISTERS = (CASE, ENDING)
"""All of them, in the order people meet them."""
