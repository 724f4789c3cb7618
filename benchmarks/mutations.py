"""Change one digit of a sum or rate that holds: does the audit notice, and is it silent otherwise?"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from zhunsheng.engine.auditing.audit import audit
from zhunsheng.engine.auditing.model import Audit, Finding, Rate, Relation, Sum
from zhunsheng.engine.documents.document import Document
from zhunsheng.engine.reading.model import Figure, Reading
from zhunsheng.engine.reading.read import read

SEED = 20240501


@dataclass(frozen=True, slots=True)
class Mutation:
    """One digit of one figure changed; `noticed` is the severity of the finding it caused, if any."""

    document: str
    relation: str
    figure: str
    before: str
    after: str
    noticed: str | None


def mutations(document: Document, seed: int = SEED) -> Iterator[Mutation]:
    """Change each figure of each sum and rate that holds, one digit at a time, and audit again."""
    generator = random.Random(f"{seed} {document.name}")
    reading = read(document)
    known = audit(reading)
    for relation in known.relations:
        for figure in _figures(relation):
            changed = _changed(reading, figure, generator)
            if changed is None:
                continue
            position, digit = changed
            text = document.text[:position] + digit + document.text[position + 1 :]
            again = audit(read(replace(document, text=text)))
            yield Mutation(
                document=document.name,
                relation=_kind(relation),
                figure=figure.quote,
                before=document.text[position],
                after=digit,
                noticed=_noticed(known, again, relation),
            )


def _figures(relation: Relation) -> tuple[Figure, ...]:
    if isinstance(relation, Sum) and relation.holds:
        return (relation.total, *relation.parts)
    if (
        isinstance(relation, Rate)
        and relation.holds
        and relation.numerator
        and relation.denominator
    ):
        return (relation.rate, relation.numerator, relation.denominator)
    return ()


def _kind(relation: Relation) -> str:
    if isinstance(relation, Rate):
        return "growth" if relation.growth else "rate"
    return "sum"


def _changed(reading: Reading, figure: Figure, generator: random.Random) -> tuple[int, str] | None:
    """Choose a digit of a figure and another one for it; the leading digit never becomes 0."""
    words = reading.flow.text[figure.start : figure.end]
    places = [n for n, c in enumerate(words) if c.isascii() and c.isdigit()]
    if not places:
        return None
    place = generator.choice(places)
    lowest = 1 if place == places[0] else 0
    digits = [str(d) for d in range(lowest, 10) if str(d) != words[place]]
    return reading.flow.offsets[figure.start + place], generator.choice(digits)


def _noticed(known: Audit, again: Audit, relation: Relation) -> str | None:
    """Get the gravest severity among the findings that the change has brought about."""
    before = Counter(_signature(finding) for finding in known.findings)
    near = {figure.place.start for figure in _figures(relation)}
    new = [
        finding
        for finding in again.findings
        if not before[_signature(finding)] and near & {place.start for place in finding.places}
    ]
    return next(
        (s for s in ("error", "warning", "note") if any(f.severity == s for f in new)), None
    )


def _signature(finding: Finding) -> tuple[str, str, str]:
    return (finding.kind, finding.severity, finding.arithmetic)
