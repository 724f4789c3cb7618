"""What all enforcement rests on: the items, the officers, the publicity of decisions, the statistics."""

from zhunsheng.domains.enforcement.registers.items import ITEM
from zhunsheng.domains.enforcement.registers.officers import OFFICER
from zhunsheng.domains.enforcement.registers.publicity import PUBLICITY
from zhunsheng.domains.enforcement.registers.statistics import STATISTICS

REGISTERS = (ITEM, OFFICER, PUBLICITY, STATISTICS)
"""All of them, in the order people meet them."""
