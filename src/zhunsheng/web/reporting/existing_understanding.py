"""
What the figures of an existing report are understood to be, and what somebody put right about it.

It knows readings and indicators; keeping is for `existing`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from zhunsheng.engine.auditing.audit import audit
from zhunsheng.engine.auditing.model import Rate
from zhunsheng.engine.catalogue import Catalogue, NamedIndicator, catalogue
from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.engine.messages import Message
from zhunsheng.engine.planning.indicator_words import Said, candidates_for
from zhunsheng.engine.reading.model import Figure, Reading
from zhunsheng.engine.reporting.auditing_registers import Agreement, agreement_of
from zhunsheng.engine.reporting.matching import MatchedFigure, matched
from zhunsheng.engine.reporting.printing import printed
from zhunsheng.engine.reporting.writing import Known
from zhunsheng.web.planning.directories import indicator_words

State = Literal["matched", "awaiting", "unknown"]
MOST_FIGURES = 600
"""More than any report has; a longer list is cut, and the page says so."""
_SENTENCE = re.compile(r"[。！？；;\n]")
_AROUND = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """
    A figure of a report and what it was understood to be.

    `indicator` is the full name of the indicator it is one of by its words, and `awaiting` what it belongs
    to that no domain keeps yet; both are empty where it was not understood. `candidates` are other
    indicators whose words are near.
    """

    number: int
    figure: Figure
    before: str
    said: str
    after: str
    why: Message
    indicator: str = ""
    awaiting: str = ""
    candidates: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """Whether it was matched, awaits its domain, or was not understood."""
        if self.indicator:
            return "matched"
        return "awaiting" if self.awaiting else "unknown"

    @property
    def sentence(self) -> str:
        """The words around the figure, with it."""
        return f"{self.before}{self.said}{self.after}"


def understood(reading: Reading, *, candidates: bool = True) -> tuple[Understood, ...]:
    """
    Get the figures of a report in the order of the text, each with what it is understood to be.

    With `candidates`, near indicators are offered for those that were not matched.
    """
    found = matched(reading, indicator_words())[:MOST_FIGURES]
    return tuple(_one(reading, at, one, candidates) for at, one in enumerate(found))


def _one(reading: Reading, number: int, one: MatchedFigure, candidates: bool) -> Understood:  # noqa: FBT001  # passed on
    text, figure = reading.flow.text, one.figure
    before = _SENTENCE.split(text[max(0, figure.start - _AROUND) : figure.start])[-1]
    after = _SENTENCE.split(text[figure.end : figure.end + _AROUND])[0]
    said = text[figure.start : figure.end]
    near: tuple[str, ...] = ()
    if candidates and one.state == "unknown" and not figure.change:
        asked = Said(
            words=figure.subject,
            quote=figure.quote,
            sentence=before + said + after,
            task="",
            unit=figure.unit,
        )
        near = tuple(other.key for other in candidates_for(asked, indicator_words()))
    return Understood(
        number=number,
        figure=figure,
        before=before,
        said=said,
        after=after,
        indicator=one.indicator,
        awaiting=one.awaits.label if one.awaits is not None else "",
        why=one.why,
        candidates=near,
    )


def rate_parts(reading: Reading) -> dict[int, tuple[int, int]]:
    """Get the counts that rates of a report are made of, by where the rate stands, where the rate holds."""
    found: dict[int, tuple[int, int]] = {}
    for one in audit(reading).relations:
        if not isinstance(one, Rate) or one.growth or not one.holds:
            continue
        over, under = one.numerator, one.denominator
        if over is None or under is None or over.approx or under.approx:
            continue
        if over.value == int(over.value) and under.value == int(under.value):
            found[one.rate.start] = int(over.value), int(under.value)
    return found


@dataclass(frozen=True, slots=True)
class Beside:
    """What the registers say for the indicator of a figure: as printed, and whether the two agree."""

    said: str
    agreement: Agreement | None

    @property
    def differs(self) -> bool:
        """Whether the report says something else."""
        return self.agreement is not None and not self.agreement.holds


def beside(figure: Figure, known: Known | None) -> Beside | None:
    """Get what the registers say beside a figure; None where they say nothing."""
    said = printed(known.named, known.now) if known is not None else None
    if known is None or said is None or not (known.now.counted or known.now.base):
        return None
    return Beside(said, agreement_of(figure, known))


def named(name: str) -> NamedIndicator | None:
    """Get an indicator by its full name; None for one that is not declared."""
    try:
        return catalogue().indicator(name)
    except UnknownNameError:
        return None


def choices() -> Mapping[str, str]:
    """Get what the indicators are called when one of them is chosen, by their full names, each once."""
    return _choices(catalogue())


def chosen(words: str) -> str | None:
    """Get the full name of the indicator that somebody named by its words; None where there is none."""
    wanted = "".join(words.split())
    return next((name for name, said in choices().items() if said == wanted), None)


@lru_cache(maxsize=2)
def _choices(declared: Catalogue) -> Mapping[str, str]:
    offered = [one for one in declared.indicators() if one.indicator.said_as]
    often = Counter(one.indicator.label for one in offered)
    return {
        one.name: "".join(
            (
                one.indicator.label
                if often[one.indicator.label] == 1
                else f"{one.indicator.label}（{one.domain.label}）"
            ).split()
        )
        for one in offered
    }
