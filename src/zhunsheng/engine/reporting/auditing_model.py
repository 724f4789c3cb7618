"""
What the audit of a report finds, and what it is told of figures, of last year and of the genre.

It knows the form; how doubts are found is for the modules beside it, how explanations are kept for others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from hashlib import sha256
from typing import Literal, Protocol

from zhunsheng.engine.auditing.model import Severity
from zhunsheng.engine.documents.flow import Place
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Figure, Reading

_KEY_LENGTH = 24
_ORDER: tuple[Severity, ...] = ("error", "warning", "note")


class Said(Protocol):
    """A number as a text says it: what the reader's figures have, and what was kept of an older report."""

    @property
    def value(self) -> Decimal:
        """The number, 万 and 亿 multiplied out; money as printed."""

    @property
    def unit(self) -> str:
        """The unit as printed (件, %, 万元)."""

    @property
    def printed(self) -> str:
        """The digits as printed."""

    @property
    def scale(self) -> Decimal:
        """What one unit of the last digit is worth."""

    @property
    def approx(self) -> bool:
        """Whether the text says that the number is about so much."""

    @property
    def change(self) -> Literal["up", "down"] | None:
        """Whether the number is a growth or a decline."""


class Matched(Protocol):
    """A figure of the text that is one of an indicator by its words."""

    @property
    def figure(self) -> Figure:
        """The figure as it was read."""

    @property
    def indicator(self) -> str:
        """The full name of the indicator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastFigure:
    """A figure that a report of an earlier year printed for an indicator, with its words."""

    indicator: str
    value: Decimal
    unit: str
    printed: str
    scale: Decimal = Decimal(1)
    approx: bool = False
    change: Literal["up", "down"] | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastYear:
    """The report of the year before: its text as it was read, and its figures by indicator."""

    year: int
    reading: Reading | None = None
    figures: Mapping[str, PastFigure] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """
    Something in a report that does not hold (error), is doubtful (warning) or worth a look (note).

    `key` is made of what the doubt says and of the words it speaks of, not of where they stand: an
    explanation survives another audit, and falls away when the words or the figures change. `quote` are
    the words to mend; `source` is where their paragraph comes from, as its block says.
    """

    key: str
    severity: Severity
    kind: str
    says: Message
    arithmetic: str
    suggestion: Message
    quote: str
    places: tuple[Place, ...] = ()
    source: str = ""


def doubt(
    severity: Severity,
    kind: str,
    says: Message,
    suggestion: Message,
    *,
    arithmetic: str = "",
    places: tuple[Place, ...] = (),
    quote: str = "",
) -> Doubt:
    """Get a doubt with its key; its quote is that of its first place where none is given."""
    said = "\x1f".join((kind, says.zh, arithmetic, quote, *(place.quote for place in places)))
    return Doubt(
        key=sha256(said.encode()).hexdigest()[:_KEY_LENGTH],
        severity=severity,
        kind=kind,
        says=says,
        arithmetic=arithmetic,
        suggestion=suggestion,
        quote=quote or (places[0].quote if places else ""),
        places=places,
    )


def in_order(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Get doubts errors first, each kind in the order of the text; the same words twice have two keys."""
    found = sorted(
        doubts,
        key=lambda one: (
            _ORDER.index(one.severity),
            one.places[0].start if one.places else -1,
        ),
    )
    return tuple(_distinct(found))


def _distinct(doubts: list[Doubt]) -> Iterator[Doubt]:
    seen: dict[str, int] = {}
    for one in doubts:
        seen[one.key] = seen.get(one.key, 0) + 1
        yield one if seen[one.key] == 1 else replace(one, key=f"{one.key}-{seen[one.key]}")
