"""What a plan is understood to say, item by item; every item carries its place in the document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from zhunsheng.engine.documents.flow import Place
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Comparator, UnitRole

Certainty = Literal["sure", "likely", "open"]
"""Whether a choice follows from a rule, is the only one that fits, or is somebody's to make."""

DateKind = Literal["due", "recurring", "programme"]
LeftKind = Literal["figure", "commitment", "responsibility", "date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A unit or a group that a name may mean, and why."""

    key: str
    label: str
    is_group: bool
    reason: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """
    What a name in the document means: units by their keys, through a group where one is named.

    `candidates` are for somebody to choose from, the likeliest first; where the name is open, no unit
    is taken to be meant.
    """

    name: str
    certainty: Certainty
    reason: Message
    units: tuple[str, ...] = ()
    group: str = ""
    collective: bool = False
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """What the document says about itself; empty where it does not say."""

    title: str = ""
    year: int | None = None
    issuer: str = ""
    document_number: str = ""
    issued_on: date | None = None
    jurisdiction: str = ""
    addressees: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    disclosure: str = ""
    is_plan: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedDuty:
    """A unit or a group that answers for a task, as it is named there, or by a clause for all tasks."""

    name: str
    role: UnitRole
    place: Place
    inherited: bool = False
    role_reason: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedDate:
    """A date in a task: by when, how often, or how long the programme runs that it names."""

    key: str
    task: str | None
    kind: DateKind
    date: date | None
    every: str | None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedTask:
    """
    A task with those who answer for it; `due` is the last of its dates, which `dates` all holds.

    `chapter` is the title of the part of the plan it stands in.
    """

    key: str
    path: str
    title: str
    text: str
    place: Place
    whole: Place
    duties: tuple[ProposedDuty, ...]
    dates: tuple[ProposedDate, ...] = ()
    due: date | None = None
    every: str | None = None
    leader: str = ""
    chapter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorCandidate:
    """An indicator that a target may be one of; `words` are those it is declared with."""

    key: str
    label: str
    words: str
    reason: Message
    fits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedTarget:
    """
    A target with the indicators it may be one of, the likeliest first.

    `indicator` is the one whose words the text plainly uses, or nothing; `compared_with` the one that a
    comparative target names. `not_measurable` says why it is none.
    """

    key: str
    task: str | None
    words: str
    place: Place
    comparator: Comparator
    value: Decimal | None
    unit: str
    period: str
    stated_period: bool
    by: date | None
    scope: str
    scope_names: tuple[str, ...]
    condition: str
    explicit: bool
    reference: str
    indicator: str
    compared_with: str
    candidates: tuple[IndicatorCandidate, ...]
    not_measurable: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOver:
    """Words that look like a target, a duty or a date and became part of nothing; `minor` are mere mentions."""

    key: str
    kind: LeftKind
    task: str | None
    place: Place
    reason: Message
    minor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """All that a plan is understood to say, and all that was not understood."""

    facts: PlanFacts
    tasks: tuple[ProposedTask, ...]
    names: tuple[NameMatch, ...]
    targets: tuple[ProposedTarget, ...]
    dates: tuple[ProposedDate, ...]
    left_over: tuple[LeftOver, ...]

    def match(self, name: str) -> NameMatch:
        """Get what a name means. Raises KeyError for a name that the plan does not use."""
        for one in self.names:
            if one.name == name:
                return one
        raise KeyError(name)

    @property
    def open_names(self) -> tuple[NameMatch, ...]:
        """The names for which somebody must choose."""
        return tuple(one for one in self.names if one.certainty == "open")

    @property
    def likely_names(self) -> tuple[NameMatch, ...]:
        """The names that were matched and should be looked at."""
        return tuple(one for one in self.names if one.certainty == "likely")

    @property
    def tasks_without_units(self) -> tuple[ProposedTask, ...]:
        """The tasks for which the document names nobody."""
        return tuple(one for one in self.tasks if not one.duties)

    @property
    def unmeasured_targets(self) -> tuple[ProposedTarget, ...]:
        """The targets that are bound to no indicator."""
        return tuple(one for one in self.targets if not one.indicator)
