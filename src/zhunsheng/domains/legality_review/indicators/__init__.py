"""
Entries of legality review → figures, with the words by which plans and reports speak of them.

What was reviewed, with its yearly tables; counsel, lawyers and reviewers; and what must agree.
"""

from zhunsheng.domains.legality_review.indicators import counsel, reviews, tables
from zhunsheng.engine.indicators.validation import Side, ValidationRule

REVIEWS = (
    reviews.REVIEWS,
    reviews.OPINIONS_RAISED,
    reviews.OPINIONS_ADOPTED,
    reviews.LEGAL,
    reviews.AMEND,
    reviews.ILLEGAL,
    reviews.ADOPTED,
    reviews.SECOND_REVIEWED,
    *reviews.REST,
)
INDICATORS = (*REVIEWS, *counsel.COUNSEL, *counsel.REVIEWERS, *tables.CELLS)
"""All of them, the cells of the yearly tables last."""

TABLES = tables.TABLES
"""The yearly tables."""

RULES = (
    ValidationRule(
        key="one_opinion_each",
        label="审查意见书份数＝审查件数",
        left=Side(adds=("opinions_issued",)),
        operator="=",
        right=Side(adds=("reviews",)),
        source="一件审核出具一份编号的意见书",
    ),
    ValidationRule(
        key="conclusions",
        label="各种结论之和＝审查件数",
        left=Side(adds=("found_legal", "to_be_amended", "found_illegal")),
        operator="=",
        right=Side(adds=("reviews",)),
        source="国办发〔2018〕115号二（六）",
    ),
    ValidationRule(
        key="matters",
        label="各类事项之和＝审查件数",
        left=Side(adds=tuple(f"reviews_{part.heading.key}" for part in tables.MATTER_PARTS)),
        operator="=",
        right=Side(adds=("reviews",)),
        source="国办发〔2018〕115号二（三）",
    ),
    ValidationRule(
        key="adopted_of_raised",
        label="采纳的意见不多于提出的意见",
        left=Side(adds=("opinions_adopted",), missing="zero"),
        operator="<=",
        right=Side(adds=("opinions_raised",), missing="skip"),
        source="国办发〔2018〕115号二（六）",
    ),
)
"""What must agree between the figures of a year."""
