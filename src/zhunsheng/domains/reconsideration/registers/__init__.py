"""
What is recorded of reconsideration, in the order the work flows.

The case; what is reviewed with it, put right and performed after it; applications on their way; who
handles and advises; and what is shown to the public.
"""

from zhunsheng.domains.reconsideration.registers.case import CASE
from zhunsheng.domains.reconsideration.registers.finding import FINDING
from zhunsheng.domains.reconsideration.registers.opinion import OPINION, PERFORMANCE
from zhunsheng.domains.reconsideration.registers.people import COMMITTEE_MEMBER, OFFICER
from zhunsheng.domains.reconsideration.registers.public import (
    FILE_REVIEW,
    POINT_SERVICE,
    SERVICE_POINT,
    TYPICAL_CASES,
)
from zhunsheng.domains.reconsideration.registers.review import DOCUMENT_REVIEW, FORWARDED

REGISTERS = (
    CASE,
    DOCUMENT_REVIEW,
    OPINION,
    PERFORMANCE,
    FINDING,
    FORWARDED,
    OFFICER,
    COMMITTEE_MEMBER,
    SERVICE_POINT,
    POINT_SERVICE,
    FILE_REVIEW,
    TYPICAL_CASES,
)
"""All of them, in the order people meet them."""
