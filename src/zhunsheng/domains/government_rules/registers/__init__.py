"""
What is recorded of government legislation, in the order the work flows.

Reforms that need a law; the projects of the yearly plan; the contact points that are asked; the
guidance of autonomous counties.
"""

from zhunsheng.domains.government_rules.registers.participation import (
    CONSULTATION,
    CONTACT_POINT,
    COUNTY_GUIDANCE,
)
from zhunsheng.domains.government_rules.registers.project import PROJECT
from zhunsheng.domains.government_rules.registers.reform import REFORM

REGISTERS = (REFORM, PROJECT, CONTACT_POINT, CONSULTATION, COUNTY_GUIDANCE)
"""All of them, in the order people meet them."""
