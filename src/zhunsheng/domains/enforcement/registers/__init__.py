"""
What all enforcement rests on.

The items and the teams, the officers and the force of towns, confirmations and benefits, publicity and
statistics; campaigns, joint items, standards; soft measures and faults.
"""

from zhunsheng.domains.enforcement.registers.campaigns import CAMPAIGN
from zhunsheng.domains.enforcement.registers.faults import FAULT
from zhunsheng.domains.enforcement.registers.items import ITEM
from zhunsheng.domains.enforcement.registers.joint_items import JOINT_ITEM
from zhunsheng.domains.enforcement.registers.officers import OFFICER
from zhunsheng.domains.enforcement.registers.on_request import BENEFIT, CONFIRMATION
from zhunsheng.domains.enforcement.registers.publicity import PUBLICITY
from zhunsheng.domains.enforcement.registers.soft_measures import SOFT_MEASURE
from zhunsheng.domains.enforcement.registers.standards import STANDARD
from zhunsheng.domains.enforcement.registers.statistics import STATISTICS
from zhunsheng.domains.enforcement.registers.teams import TEAM
from zhunsheng.domains.enforcement.registers.towns import TOWN_FORCE

REGISTERS = (
    *(ITEM, TEAM, OFFICER, TOWN_FORCE, CONFIRMATION, BENEFIT, PUBLICITY, STATISTICS),
    *(CAMPAIGN, JOINT_ITEM, STANDARD, SOFT_MEASURE, FAULT),
)
"""All of them, in the order people meet them."""
