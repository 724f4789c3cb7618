"""What is recorded of leadership: duties of heads, deployments, the office, programmes, instruments."""

from zhunsheng.domains.leadership.registers.duties import DUTY_ACT, PARTY_REPORT, PROBLEM
from zhunsheng.domains.leadership.registers.office import (
    AGENDA,
    DEPLOYMENT,
    DEPLOYMENT_ITEM,
    OFFICE_MEETING,
    OFFICE_MEMBER,
    ORGAN,
)
from zhunsheng.domains.leadership.registers.programmes import CITED, PROGRAMME, PROGRAMME_TASK

REGISTERS = (
    DUTY_ACT,
    PROBLEM,
    PARTY_REPORT,
    DEPLOYMENT,
    DEPLOYMENT_ITEM,
    OFFICE_MEMBER,
    OFFICE_MEETING,
    AGENDA,
    ORGAN,
    PROGRAMME,
    PROGRAMME_TASK,
    CITED,
)
"""All of them, in the order people meet them."""
