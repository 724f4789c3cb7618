"""
What is recorded of powers, in the order the work flows.

The items of all lists, their changes, the editions that are published; what is delegated, to whom, and
what is done under it; what moves when organs are reformed; steps cut and reforms followed.
"""

from zhunsheng.domains.powers.registers.changes import CHANGE
from zhunsheng.domains.powers.registers.delegations import DELEGATION, EXERCISE
from zhunsheng.domains.powers.registers.editions import EDITION
from zhunsheng.domains.powers.registers.items import ITEM
from zhunsheng.domains.powers.registers.mappings import ORGAN_MAPPING
from zhunsheng.domains.powers.registers.reforms import REFORM_ITEM, STREAMLINING

REGISTERS = (
    ITEM,
    CHANGE,
    EDITION,
    DELEGATION,
    EXERCISE,
    ORGAN_MAPPING,
    STREAMLINING,
    REFORM_ITEM,
)
"""All of them, in the order people meet them."""
