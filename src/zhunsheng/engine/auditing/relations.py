"""All relations between the figures of one document."""

from __future__ import annotations

from zhunsheng.engine.auditing.conflicts import find_conflicts
from zhunsheng.engine.auditing.model import Relation
from zhunsheng.engine.auditing.passages import passages
from zhunsheng.engine.auditing.rates import find_rates
from zhunsheng.engine.auditing.sums import find_sums
from zhunsheng.engine.auditing.tables import table_relations
from zhunsheng.engine.documents.flow import Flow
from zhunsheng.engine.reading.grids import grids
from zhunsheng.engine.reading.model import Figure


def find_relations(flow: Flow, figures: tuple[Figure, ...]) -> tuple[Relation, ...]:
    """Get the sums, rates and conflicts of a document, in that order."""
    sentences = passages(flow, figures)
    sums = find_sums(sentences)
    return (
        *sums,
        *find_rates(sentences, sums),
        *table_relations(grids(flow), figures),
        *find_conflicts(sentences),
    )
