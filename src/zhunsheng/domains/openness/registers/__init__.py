"""
What is recorded of openness, in the order the work flows.

What is owed and published; who asks and what is answered; who objects; what is explained and answered
for; through which channels; and the yearly report on all of it.
"""

from zhunsheng.domains.openness.registers.annual_report import ANNUAL_REPORT
from zhunsheng.domains.openness.registers.channels import ACCOUNT, METHOD, PLATFORM, RELEASE
from zhunsheng.domains.openness.registers.documents import DOCUMENT_ATTRIBUTE
from zhunsheng.domains.openness.registers.interpretation import INTERPRETATION
from zhunsheng.domains.openness.registers.proactive import (
    CATALOGUE_ITEM,
    PROACTIVE_ITEM,
    TOWN_CATALOGUE,
)
from zhunsheng.domains.openness.registers.remedy import REMEDY
from zhunsheng.domains.openness.registers.request import REQUEST
from zhunsheng.domains.openness.registers.responses import MESSAGE, PUBLIC_REPORT
from zhunsheng.domains.openness.registers.sentiment import SENTIMENT

REGISTERS = (
    CATALOGUE_ITEM,
    PROACTIVE_ITEM,
    DOCUMENT_ATTRIBUTE,
    TOWN_CATALOGUE,
    REQUEST,
    REMEDY,
    INTERPRETATION,
    SENTIMENT,
    MESSAGE,
    PUBLIC_REPORT,
    RELEASE,
    ACCOUNT,
    PLATFORM,
    METHOD,
    ANNUAL_REPORT,
)
"""All of them, in the order people meet them."""
