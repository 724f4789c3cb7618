"""The audit of one document: its relations, and the findings in the order of the text."""

from __future__ import annotations

from zhunsheng.engine.auditing.conflicts import find_conflicts
from zhunsheng.engine.auditing.findings import (
    finding_of,
    finding_of_doubt,
    finding_of_doubtful_sum,
    finding_of_part,
    finding_of_shares,
)
from zhunsheng.engine.auditing.growth import find_growth
from zhunsheng.engine.auditing.model import Audit, Finding, Relation
from zhunsheng.engine.auditing.passages import passages
from zhunsheng.engine.auditing.plausibility import find_doubts
from zhunsheng.engine.auditing.rates import find_rates
from zhunsheng.engine.auditing.scopes import find_parts_too_large
from zhunsheng.engine.auditing.shares import find_shares
from zhunsheng.engine.auditing.sums import find_sums
from zhunsheng.engine.auditing.tables import table_relations
from zhunsheng.engine.reading.model import Reading

_ORDER = ("error", "warning", "note")


def audit(reading: Reading) -> Audit:
    """
    Get the relations between the figures of a document, and what does not hold.

    Findings come errors first, then warnings and notes, each in the order of the text.
    """
    flow, figures = reading.flow, reading.figures
    sentences = passages(flow, figures)
    sums, doubtful = find_sums(sentences)
    relations: tuple[Relation, ...] = (
        *sums,
        *find_rates(sentences, sums),
        *find_growth(sentences),
        *table_relations(reading.tables, figures),
        *find_conflicts(sentences),
    )
    found: list[Finding] = [finding for relation in relations if (finding := finding_of(relation))]
    found += map(finding_of_doubtful_sum, doubtful)
    found += map(finding_of_shares, find_shares(sentences))
    found += map(finding_of_part, find_parts_too_large(sentences))
    found += map(finding_of_doubt, find_doubts(reading, sentences))
    found.sort(key=lambda finding: (_ORDER.index(finding.severity), finding.places[0].start))
    return Audit(relations=relations, findings=tuple(found))
