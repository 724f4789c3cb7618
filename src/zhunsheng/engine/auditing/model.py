"""What an audit finds: relations between figures, and findings to act on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from zhunsheng.engine.documents.flow import Place
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Figure, Target

Severity = Literal["error", "warning", "note"]
Match = Literal["exact", "rounded", "truncated", "within", "broken", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A total and its parts. `complete` is False where the parts need not make up the whole."""

    total: Figure
    parts: tuple[Figure, ...]
    complete: bool
    holds: bool
    difference: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """
    A rate and what it is the rate of; `holds` is None where the text gives no base.

    `computed` is the exact value in the rate's own unit; `growth` tells a growth rate against an
    earlier value (the denominator) from a share.
    """

    rate: Figure
    numerator: Figure | None
    denominator: Figure | None
    holds: bool | None
    match: Match
    computed: Decimal | None = None
    growth: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """The same quantity given twice with different values."""

    first: Figure
    second: Figure
    why: Message


Relation = Sum | Rate | Conflict


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """
    Something in a document that does not hold (error), is doubtful (warning) or worth a look (note).

    `kind` is a stable key (sum, rate, growth, conflict, scope, plausibility …); `says` what the text
    says; `arithmetic` the calculation, as text; `places` the words concerned, first the one to mend;
    `suggestion` what an official can do about it.
    """

    severity: Severity
    kind: str
    says: Message
    arithmetic: str
    suggestion: Message
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """A target of a plan set against a report; `figure` is None where the report is silent."""

    target: Target
    figure: Figure | None
    state: Literal["met", "missed", "unreported", "unclear"]
    why: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """The relations found in a document and the findings that follow from them."""

    relations: tuple[Relation, ...]
    findings: tuple[Finding, ...]
