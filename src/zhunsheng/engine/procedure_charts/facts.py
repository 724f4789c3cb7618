"""
What the chart of a register says: states, steps, gates, clocks and articles, from its declaration alone.

It knows declarations; it neither places nor draws anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zhunsheng.engine.contents import NamedRegister
from zhunsheng.engine.law import wording
from zhunsheng.engine.law.clocks import Clock
from zhunsheng.engine.law.rules import Article
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.procedures import Step
from zhunsheng.engine.registers.register import Register, RegisterClock


@dataclass(frozen=True, slots=True)
class StateFacts:
    """A state: an entry begins in the first one, and ends in a final one."""

    key: str
    label: str
    is_first: bool
    is_final: bool


@dataclass(frozen=True, slots=True)
class GateFacts:
    """A gate of a step; `unconfirmed` where the text of its article was not seen."""

    key: str
    needs: str
    source: str
    unconfirmed: bool
    skippable: bool


@dataclass(frozen=True, slots=True)
class StepFacts:
    """A step: who takes it, from where to where, behind which gates, and which clocks it moves."""

    key: str
    label: str
    by: tuple[str, ...]
    comes_from: tuple[str, ...]
    leads_to: str
    gates: tuple[GateFacts, ...]
    requires: tuple[str, ...]
    document: str
    source: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """
    A clock of the law or a due date of the entry's own.

    `amount` is empty for a day the entry names. `state` is the state in which it begins to run, empty
    where nothing says so. One that is `of_others` binds somebody else.
    """

    key: str
    label: str
    amount: Message
    starts_label: str
    ends_label: str
    source: str
    state: str
    of_law: bool
    of_others: bool
    unconfirmed: bool
    extended_by: Message
    stops: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChartFacts:
    """All a chart says of a register."""

    name: str
    label: str
    basis: str
    states: tuple[StateFacts, ...]
    steps: tuple[StepFacts, ...]
    clocks: tuple[ClockFacts, ...]

    def state(self, key: str) -> StateFacts:
        """Get a state. Raises KeyError for one there is not."""
        for state in self.states:
            if state.key == key:
                return state
        raise KeyError(key)


NOTHING = Message("", "")


def has_chart(named: NamedRegister) -> bool:
    """Whether a register has anything to draw: a procedure."""
    return named.register.procedure is not None


def facts_of(named: NamedRegister) -> ChartFacts:
    """Get what the chart of a register says; one without a procedure has clocks at most."""
    reading = _Reading(named)
    procedure = named.register.procedure
    states, steps = (procedure.states, procedure.steps) if procedure else ((), ())
    return ChartFacts(
        name=named.name,
        label=named.register.label,
        basis=named.register.basis,
        states=tuple(StateFacts(one.key, one.label, one is states[0], one.final) for one in states),
        steps=tuple(map(reading.step, steps)),
        clocks=tuple(reading.clocks()),
    )


class _Reading:
    """A register as it is read for its chart."""

    def __init__(self, named: NamedRegister) -> None:
        self._register: Register = named.register
        self._known = named.domain.clocks_by_key()
        # An article is unconfirmed where a rule rests on it that is, and no rule that is confirmed.
        seen = {rule.source for rule in named.domain.rules if rule.verified}
        self._unseen = {rule.source for rule in named.domain.rules if not rule.verified} - seen

    def step(self, step: Step) -> StepFacts:
        filled = {*step.requires, *step.asks}
        return StepFacts(
            key=step.key,
            label=step.label,
            by=step.by,
            comes_from=step.comes_from,
            leads_to=step.leads_to,
            gates=tuple(
                GateFacts(
                    gate.key,
                    gate.needs,
                    str(gate.source),
                    self._is_unconfirmed(gate.source),
                    gate.skippable,
                )
                for gate in step.gates
            ),
            requires=tuple(self._register.field(key).label for key in step.requires),
            document=step.document,
            source=str(step.source or ""),
            starts=tuple(self._labels(filled, starting=True)),
            ends=tuple(self._labels(filled, starting=False)),
        )

    def clocks(self) -> Iterator[ClockFacts]:
        """Get the clocks of the law, then the days an entry names."""
        for running in self._register.clocks:
            yield self._clock(running, self._known[running.clock])
        for due_date in self._register.due_dates:
            yield self._due_date(due_date)

    def _clock(self, running: RegisterClock, clock: Clock) -> ClockFacts:
        version = clock.current
        extension = version.extension
        more = NOTHING
        if extension is not None and extension.amount is not None:
            more = wording.amount_of(clock, extension.amount)
        return ClockFacts(
            key=clock.key,
            label=clock.label,
            amount=wording.period(clock, version.amount),
            starts_label=clock.starts_label,
            ends_label=clock.ends_label,
            source=str(version.source),
            state=self._state_after({running.starts or clock.starts_on}),
            of_law=True,
            of_others=running.of_others,
            unconfirmed=not version.verified,
            extended_by=more,
            stops=tuple(ground.label for ground in clock.suspended_by),
        )

    def _due_date(self, due_date: DueDate) -> ClockFacts:
        starts = {due_date.until} if due_date.until else set(due_date.after)
        return ClockFacts(
            key=due_date.key,
            label=due_date.label,
            amount=NOTHING,
            starts_label=self._label_of(due_date.until or due_date.after[0]),
            ends_label=self._label_of(due_date.ends) if due_date.ends else "",
            source=str(due_date.source or ""),
            state=self._state_after(starts),
            of_law=False,
            of_others=False,
            unconfirmed=due_date.source is not None and self._is_unconfirmed(due_date.source),
            extended_by=NOTHING,
            stops=(),
        )

    def _labels(self, filled: set[str], *, starting: bool) -> Iterator[str]:
        """Get the labels of what starts, or ends, with a date that a step fills."""
        for running in self._register.clocks:
            clock = self._known[running.clock]
            starts = {running.starts or clock.starts_on, running.restarts} - {""}
            ends = {running.ends or clock.ends_on, *running.also_ends} - {""}
            if filled & (starts if starting else ends):
                yield clock.label
        for due_date in self._register.due_dates:
            starts = {due_date.until} if due_date.until else set(due_date.after)
            if filled & (starts if starting else {due_date.ends}):
                yield due_date.label

    def _state_after(self, fields: set[str]) -> str:
        """Get the state in which one of some fields is filled: the first one, or where its step leads."""
        procedure = self._register.procedure
        if procedure is None:
            return ""
        if fields & {field.key for field in self._register.entry_fields}:
            return procedure.start.key
        for step in procedure.steps:
            if fields & {*step.requires, *step.asks}:
                return step.leads_to
        return procedure.start.key

    def _label_of(self, key: str) -> str:
        return self._register.field(key).label

    def _is_unconfirmed(self, source: Article) -> bool:
        return source in self._unseen
