"""
What is recorded of legality review, in the order the work flows.

The rules of what is reviewed with which papers; the reviews and the papers of meetings; the manual and
the training of reviewers; and the counsel and public-sector lawyers who help.
"""

from zhunsheng.domains.legality_review.registers.counsel import (
    ASSIGNMENT,
    COUNSEL,
    PUBLIC_LAWYER,
    VILLAGE_COUNSEL,
)
from zhunsheng.domains.legality_review.registers.meeting_papers import MEETING_PAPER
from zhunsheng.domains.legality_review.registers.review import REVIEW
from zhunsheng.domains.legality_review.registers.standards import (
    MANUAL,
    REVIEW_RULE,
    REVIEWER,
    TRAINING,
)

REGISTERS = (
    REVIEW_RULE,
    REVIEW,
    MEETING_PAPER,
    MANUAL,
    TRAINING,
    REVIEWER,
    COUNSEL,
    PUBLIC_LAWYER,
    ASSIGNMENT,
    VILLAGE_COUNSEL,
)
"""All of them, in the order people meet them."""
