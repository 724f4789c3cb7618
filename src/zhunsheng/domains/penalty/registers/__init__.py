"""What is recorded of penalties: benchmarks and leniency lists first, then the cases they apply to."""

from zhunsheng.domains.penalty.registers.benchmarks import BENCHMARK
from zhunsheng.domains.penalty.registers.case import CASE
from zhunsheng.domains.penalty.registers.crime_transfer import CRIME_TRANSFER
from zhunsheng.domains.penalty.registers.leniency import LENIENCY_ITEM
from zhunsheng.domains.penalty.registers.on_the_spot import ON_THE_SPOT

REGISTERS = (BENCHMARK, LENIENCY_ITEM, CASE, ON_THE_SPOT, CRIME_TRANSFER)
"""All of them, in the order people meet them."""
