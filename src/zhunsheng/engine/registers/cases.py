"""
What an entry may become: its values checked, its next steps with reasons, its clocks.

It applies a register's declaration to the values of one entry; it stores nothing, and does not ask
who somebody is beyond the roles it is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.clocks import Clock
from zhunsheng.engine.law.deadlines import Suspension, day_of, due
from zhunsheng.engine.law.errors import LawError
from zhunsheng.engine.law.states import Run, State, Status, next_to_expire, status
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.computing import LookUp, nothing_known, with_computed
from zhunsheng.engine.registers.due_dates import DueStatus, due_statuses
from zhunsheng.engine.registers.procedures import Gate, Step, Values
from zhunsheng.engine.registers.register import Register, RegisterClock
from zhunsheng.engine.registers.values import WrongValueError, parsed, unlikely

_MISSING = Message("请填写{}。", "{} is missing.")


@dataclass(frozen=True, slots=True)
class Checked:
    """Values in their stored form, what is wrong with which field, and what is merely unlikely."""

    values: dict[str, Any]
    problems: dict[str, Message] = field(default_factory=dict)
    warnings: dict[str, Message] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a step may not be taken: what is missing, and the article that asks for it."""

    says: Message
    source: str = ""
    gate: Gate | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step from the present state, with what stands against it."""

    step: Step
    obstacles: tuple[Obstacle, ...]

    @property
    def closed(self) -> tuple[Obstacle, ...]:
        """The gates that are closed; what is merely missing can be filled with the step."""
        return tuple(obstacle for obstacle in self.obstacles if obstacle.gate is not None)

    @property
    def missing(self) -> tuple[Obstacle, ...]:
        """What is still to be filled."""
        return tuple(obstacle for obstacle in self.obstacles if obstacle.gate is None)

    @property
    def is_open(self) -> bool:
        """Whether no gate is closed."""
        return not self.closed


@dataclass(frozen=True, slots=True)
class Outlook:
    """
    The clocks of an entry and the days it names itself, on a day.

    `due` is the last day that comes next among those that still run, `is_late` tells whether one is
    or was missed. Periods that bind others are among the `statuses`, count for neither, and their
    clocks are named by `others`.
    """

    statuses: tuple[Status, ...]
    due: date | None
    is_late: bool
    due_dates: tuple[DueStatus, ...] = ()
    others: frozenset[str] = frozenset()

    @property
    def last_days(self) -> dict[str, date]:
        """The last day of each clock that has started, by the clock's key, whether met or not."""
        return {
            one.run.clock.key: one.deadline.last_day
            for one in self.statuses
            if one.deadline is not None
        }


def checked(
    register: Register,
    raw: Mapping[str, object],
    *,
    partly: bool = False,
    look_up: LookUp = nothing_known,
    counted: Mapping[str, int] | None = None,
) -> Checked:
    """
    Get values in their stored form with everything that is wrong with them.

    Unknown keys are problems. What is wrong with a cell of rows is called `field.row.column`, rows
    counted from 0. With `partly`, required fields may be missing: a draft, or a change of some fields.
    Computed fields are computed anew, whatever stands there; `look_up` finds the entries referred to.
    `counted` are the numbers of entries that refer to this one, for the fields that count; 0 without.
    """
    found, wrong = Checked({}), set[str]()
    known = register.by_key
    for key in raw.keys() - known.keys():
        found.problems[key] = Message(f"没有“{key}”这个字段。", f"There is no field {key}.")
    for key, declared in known.items():
        if key not in raw or declared.fills_itself:
            continue
        try:
            value = parsed(declared, raw[key])
        except WrongValueError as error:
            found.problems.update(
                {f"{key}.{row}.{column}": said for (row, column), said in error.cells.items()}
                or {key: error.message}
            )
            wrong.add(key)
            continue
        found.values[key] = value
        if declared.expected and (warning := unlikely(declared, value)) is not None:
            found.warnings[key] = warning
    for key, declared in known.items():
        if declared.counts is not None and not (partly and counted is None):
            found.values[key] = (counted or {}).get(key, 0)
    found.values.update(with_computed(register.fields, found.values, look_up))
    if not partly:
        for key, declared in known.items():
            if declared.required and found.values.get(key) is None and key not in wrong:
                found.problems[key] = _filled(declared.label)
        if not found.problems:
            found.problems.update(_broken(register, found.values))
    return found


def _broken(register: Register, values: Values) -> Iterator[tuple[str, Message]]:
    """Get the checks of a register that values do not agree with."""
    for check in register.checks:
        if not check.holds(values):
            source = f"（{check.source}）" if check.source else ""
            yield check.field, Message(f"{check.says}{source}", f"{check.says} {source}".strip())


def next_steps(
    register: Register, state: str, values: Values, roles: Collection[str]
) -> tuple[NextStep, ...]:
    """Get the steps of the roles from a state, each with what stands against it."""
    if register.procedure is None:
        return ()
    return tuple(
        NextStep(step, tuple(obstacles(register, step, values)))
        for step in register.procedure.steps_from(state)
        if set(step.by) & set(roles)
    )


def obstacles(
    register: Register,
    step: Step,
    values: Values,
    skips: Mapping[str, str] | None = None,
) -> Iterator[Obstacle]:
    """
    Get what stands against a step, given the values as they would be after it.

    `skips` holds reasons for gates that the law lets one skip.
    """
    missing = [key for key in step.requires if values.get(key) is None]
    for key in missing:
        yield Obstacle(_filled(register.field(key).label), str(step.source or ""), None, (key,))
    for gate in step.gates:
        if gate.skippable and (skips or {}).get(gate.key, "").strip():
            continue
        if not gate.open_when(values):
            yield Obstacle(Message(gate.needs, f"Not yet: {gate.needs}"), str(gate.source), gate)


def runs(
    register: Register, clocks: Mapping[str, Clock], values: Values, as_of: date, calendar: Calendar
) -> tuple[Run, ...]:
    """
    Get what has happened to each clock of an entry by a day.

    `clocks` are the clocks of the register's domain by key. Raises LawError as `outlook` does.
    """
    facts = _Facts(clocks, values, as_of, calendar)
    return tuple(run for _, run in facts.running(register.clocks))


def outlook(
    register: Register,
    clocks: Mapping[str, Clock],
    values: Values,
    as_of: date,
    calendar: Calendar,
) -> Outlook:
    """
    Get where the clocks of an entry and its own due dates stand on a day.

    Raises LawError where dates contradict the law's counting, such as a suspension after the period
    ended.
    """
    facts = _Facts(clocks, values, as_of, calendar)
    started = [
        (running, _without_late_stops(run, calendar))
        for running, run in facts.running(register.clocks)
        if run.started is not None
    ]
    statuses = [(running, status(run, as_of, calendar)) for running, run in started]
    named = tuple(due_statuses(register.due_dates, values, as_of))
    own = [run for running, run in started if not running.of_others]
    following = next_to_expire(own, as_of, calendar)
    last_days = [due.last_day for due in named if due.is_open]
    if following is not None and following.deadline is not None:
        last_days.append(following.deadline.last_day)
    late = any(found.is_late for running, found in statuses if not running.of_others)
    return Outlook(
        statuses=tuple(found for _, found in statuses),
        due=min(last_days, default=None),
        is_late=late or any(due.is_late for due in named),
        due_dates=named,
        others=frozenset(running.clock for running, _ in started if running.of_others),
    )


def clock_problem(
    register: Register, clocks: Mapping[str, Clock], values: Values, as_of: date, calendar: Calendar
) -> Message | None:
    """Get what the law's counting has against the dates of an entry; None where nothing."""
    try:
        outlook(register, clocks, values, as_of, calendar)
        facts = _Facts(clocks, values, as_of, calendar)
        return _lapsed_too_soon(register, facts) or _without_effect(register, facts)
    except LawError as error:
        return error.message


def _without_effect(register: Register, facts: _Facts) -> Message | None:
    """
    Get what is wrong where a step lies outside a period and the law gives it no effect.

    A day to come that is named already, such as that on which a rule takes effect, is judged too.
    """
    binding = [one for one in register.clocks if one.binding and one.binding(facts.values)]
    for running, run in facts.running(binding):
        finished = run.finished
        if run.started is None or finished is None:
            continue
        as_of = max(facts.as_of, day_of(finished))
        one = status(_without_late_stops(run, facts.calendar), as_of, facts.calendar)
        if one.state in {State.MET_LATE, State.TOO_EARLY} and one.deadline is not None:
            label, last = run.clock.label, one.deadline.last_day
            when = "已经届满" if one.is_late else "还没有届满"
            source = one.deadline.version.source
            return Message(
                f"“{label}”的最后一日是{last}，办理时{when}（{source}）。{running.otherwise}",
                f"{label} runs through {last}; the step falls outside it ({source}). "
                f"{running.otherwise}",
            )
    return None


def _lapsed_too_soon(register: Register, facts: _Facts) -> Message | None:
    """Get what is wrong where others are said to have let a period pass that was not over."""
    lapsed = [one for one in register.clocks if one.lapsed and one.lapsed(facts.values)]
    for _, run in facts.running(lapsed):
        if run.started is None:
            continue
        found = due(run.clock, run.started, facts.calendar)
        if run.finished is not None and day_of(run.finished) <= found.last_day:
            return Message(
                f"“{run.clock.label}”到{found.last_day}才届满，之前不能作逾期处理"
                f"（{found.version.source}）。请等到届满，或者改正日期。",
                f"{run.clock.label} runs through {found.last_day}; before that nobody is late "
                f"({found.version.source}). Wait, or put the date right.",
            )
    return None


def _without_late_stops(run: Run, calendar: Calendar) -> Run:
    """Get a run without the stops that began after its end: they are facts, and stop nothing."""
    kept: list[Suspension] = []
    for stop in sorted(run.suspensions, key=lambda one: one.first):
        if run.started is not None:
            so_far = due(run.clock, run.started, calendar, suspensions=kept, extend=run.extended_by)
            if stop.first > so_far.last_day:
                break
        kept.append(stop)
        if stop.last is None:
            break
    return replace(run, suspensions=tuple(kept))


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of an entry on a day, as its clocks need it."""

    clocks: Mapping[str, Clock]
    values: Values
    as_of: date
    calendar: Calendar

    def running(self, clocks: Iterable[RegisterClock]) -> Iterator[tuple[RegisterClock, Run]]:
        """Get those of some clocks of a register that apply, with what has happened to each."""
        for running in clocks:
            if running.when is None or running.when(self.values):
                yield running, self._run(running)

    def _run(self, running: RegisterClock) -> Run:
        clock, values = self.clocks[running.clock], self.values
        started = values.get(running.restarts) if running.restarts else None
        started = started or values.get(running.starts or clock.starts_on)
        ends = (running.ends or clock.ends_on, *running.also_ends)
        finished = min((values[key] for key in ends if values.get(key)), default=None)
        extended = values.get(running.extended) if running.extended else None
        return Run(
            clock=clock,
            started=_moment(started),
            finished=_moment(finished),
            suspensions=_merged(self._suspensions(running, _day(started), _day(finished))),
            extended_by=extended or False,
            extended_on=_day(values.get(running.extended_on)) if running.extended_on else None,
        )

    def _suspensions(
        self, running: RegisterClock, start: date | None, finished: date | None
    ) -> Iterator[Suspension]:
        """Get the stops that fall into the period: after a restart, those before are of the past."""
        until = min(self.as_of, finished or self.as_of)
        for stop in running.stops:
            first, last = _day(self.values.get(stop.first)), _day(self.values.get(stop.last))
            if first is None or start is None:
                continue
            if stop.within:
                longest = due(self.clocks[stop.within], first, self.calendar).last_day
                if (last or until) > longest:
                    last = longest
            if last is None or last >= start:
                yield Suspension(first=max(first, start), last=last, ground=stop.ground)


def _merged(stops: Iterable[Suspension]) -> tuple[Suspension, ...]:
    """Get stops with those that overlap made one: two opinions asked at a time stop a clock once."""
    merged: list[Suspension] = []
    for stop in sorted(stops, key=lambda one: one.first):
        before = merged[-1] if merged else None
        if before is None or (before.last is not None and before.last < stop.first):
            merged.append(stop)
        elif before.last is not None and (stop.last is None or stop.last > before.last):
            merged[-1] = replace(before, last=stop.last)
    return tuple(merged)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _moment(text: str | None) -> date | datetime | None:
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _filled(label: str) -> Message:
    return Message(_MISSING.zh.format(label), _MISSING.en.format(label))
