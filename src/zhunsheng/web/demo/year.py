"""
A year of work, day after day: entries are made, steps are taken, most in time, some late, some not yet.

It says who does what when; every change goes through the actions.
"""

from __future__ import annotations

import heapq
import random
from collections import deque
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.engine.registers.cases import checked
from zhunsheng.engine.registers.procedures import Procedure, Step
from zhunsheng.web.actors import Actor
from zhunsheng.web.demo.inventing import Inventor
from zhunsheng.web.demo.places import Prefecture
from zhunsheng.web.demo.throwing import LATE, Throws, is_in_time
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.organizations.roles import ROLES
from zhunsheng.web.registers import actions, uploads
from zhunsheng.web.registers.batch import Batch
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.models import Entry

_YEAR = 365
_DETOUR, _LEFT = 0.15, 0.01
_MONTHLY = (5, 45)
_AGAIN = 6
_MOST_STEPS = 12
_UNITS_OF_A_REGISTER, _ENTRIES_OF_A_UNIT = 8, 40
_BATCHES = 4
# What waits for the people who log in was begun so many working days ago.
_BEGUN = (25, 4, 17)


@dataclass(slots=True)
class Case:
    """
    An entry on its way: the steps that lie ahead of it, if they are known.

    One that is `left` waits where its steps end.
    """

    named: NamedRegister
    unit: Unit
    ahead: list[Step] = field(default_factory=list)
    left: bool = False
    taken: int = 0
    entry: Entry | None = None
    # Over how many working days a step takes, and whether nothing ends it before its time.
    pace: tuple[int, int] = (1, 4)
    straight: bool = False


class Year:
    """The year that ends now. What is planned happens when it passes by, in the order of time."""

    def __init__(self, prefecture: Prefecture, now: datetime, chance: random.Random) -> None:
        self._prefecture = prefecture
        self._now = now
        self._chance = chance
        self._inventor = Inventor(chance)
        self._order = count()
        self._waiting: list[tuple[datetime, int, Case | _Batch | _Beside]] = []
        self._throws = Throws(prefecture, self._inventor, chance)

    def plan(self, named: NamedRegister, entries: int) -> None:
        """Plan so many entries of a register, the first unit's among them."""
        units = self._prefecture.units
        most = _UNITS_OF_A_REGISTER
        if named.register.procedure is not None:
            most += entries // _ENTRIES_OF_A_UNIT
        others = self._chance.sample(units, min(len(units), most))
        keepers = list(dict.fromkeys([self._prefecture.home, *others]))[:most]
        if named.register.procedure is None:
            self._plan_batches(named, keepers, entries)
            return
        for number in range(entries):
            at = self._moment(self._now.date() - timedelta(days=self._chance.randint(1, _YEAR)))
            self._expect(at, Case(named, keepers[number % len(keepers)]))
        for number, way in enumerate(_ways(named.register.procedure).values()):
            days = _BEGUN[number % len(_BEGUN)] + len(way)
            begun = calendar_of().working_day_before(self._now.date(), days)
            self._expect(self._moment(begun), Case(named, self._prefecture.home, way, left=True))

    def plan_beside(self, named: NamedRegister, entries: int, day: date) -> None:
        """Plan so many entries of units that have what these must name, in the months since a day."""
        days = (self._now.date() - day).days
        for number in range(entries):
            since = day + timedelta(days=max(1, days * (number + 1) // (entries + 1)))
            self._expect(self._moment(since), _Beside(named))

    def pass_by(self, batch: Batch, until: datetime) -> None:
        """Let everything happen in a batch that was planned before a moment, and what follows from it."""
        self._throws.held = batch.held
        while self._waiting and self._waiting[0][0] < until:
            at, _, what = heapq.heappop(self._waiting)
            if isinstance(what, _Batch):
                self._enter_batch(what, at)
            elif isinstance(what, _Beside):
                self._enter_beside(what.named, at)
            elif what.entry is None:
                self._enter(what, at)
            else:
                self._step(what, at)

    def carry_on(self, entries: Iterable[Entry], at: datetime) -> None:
        """Remember entries that came to be, and expect the steps of those that have some."""
        for entry in entries:
            named = catalogue().register(entry.register)
            everybody = named.register.named_across
            units = self._prefecture.units_of(entry.unit.government) if everybody else [entry.unit]
            for unit in units:
                self._inventor.remember(named.name, unit, entry.number)
            if named.register.procedure is not None:
                case = Case(named, entry.unit, entry=entry, pace=_MONTHLY, straight=True)
                self._expect(self._later(case, at), case)

    def _enter_beside(self, named: NamedRegister, at: datetime) -> None:
        """Make an entry of a unit that has what it must name."""
        named_first = [
            one.refers_to for one in named.register.entry_fields if one.refers_to and one.required
        ]
        units = [
            unit
            for unit in self._prefecture.units
            if all(self._inventor.knows(one, unit) for one in named_first)
        ]
        if not units:
            return
        case = Case(named, self._chance.choice(units))
        case.entry = self._made_anew(named, case.unit, at)
        if case.entry is not None and named.register.procedure is not None:
            self._expect(self._later(case, at), case)

    def _expect(self, at: datetime, what: Case | _Batch | _Beside) -> None:
        if at < self._now:
            heapq.heappush(self._waiting, (at, next(self._order), what))

    def _moment(self, day: date) -> datetime:
        """Get a moment of a day's office hours, or of the next day that is worked."""
        worked = calendar_of().next_working_day(day)
        hours = time(self._chance.choice((9, 10, 11, 14, 15, 16)), self._chance.randint(0, 59))
        return datetime.combine(worked, hours, self._now.tzinfo)

    def _plan_batches(self, named: NamedRegister, units: list[Unit], entries: int) -> None:
        """Plan lists and events by the quarter, as offices bring them in."""
        each = max(1, round(entries / len(units) / _BATCHES))
        for unit in units:
            for quarter in range(_BATCHES):
                ends = self._now.date() - timedelta(days=1 + quarter * _YEAR // _BATCHES)
                ends = calendar_of().working_day_before(ends, 1)
                self._expect(self._moment(ends), _Batch(named, unit, each))

    def _enter_batch(self, batch: _Batch, at: datetime) -> None:
        """Bring in a batch; what somebody would have had to keep up to date since, comes in later."""
        found = [
            values
            for _ in range(batch.size)
            if (values := self._new(batch.named, batch.unit, at, _YEAR // _BATCHES)) is not None
        ]
        kept = [
            values for values in found if batch.last or self._is_in_time_today(batch.named, values)
        ]
        if postponed := len(found) - len(kept):
            lately = calendar_of().working_day_before(self._now.date(), self._chance.randint(1, 4))
            again = _Batch(batch.named, batch.unit, postponed, last=True)
            self._expect(max(at, self._moment(lately)), again)
        made = len(self._create(batch.named, batch.unit, kept, at))
        for _ in range(min(_AGAIN, batch.size - postponed - made)):
            self._made_anew(batch.named, batch.unit, at)

    def _is_in_time_today(self, named: NamedRegister, raw: Mapping[str, Any]) -> bool:
        timed = named.register.clocks or named.register.due_dates
        return not timed or is_in_time(named, checked(named.register, raw).values, self._now.date())

    def _enter(self, case: Case, at: datetime) -> None:
        entry = self._made_anew(case.named, case.unit, at)
        if entry is not None:
            case.entry = entry
            self._expect(self._later(case, at), case)

    def _made_anew(self, named: NamedRegister, unit: Unit, at: datetime) -> Entry | None:
        """Make one entry, with other values where the law refuses the first that the dice made up."""
        for _ in range(_AGAIN):
            values = self._new(named, unit, at, 1)
            if values is not None and (made := self._create(named, unit, [values], at)):
                return made[0]
        return None

    def _create(
        self, named: NamedRegister, unit: Unit, raws: list[dict[str, Any]], at: datetime
    ) -> list[Entry]:
        """Make entries at once; one by one where the law refuses one that the dice made up."""
        actor = self._prefecture.actors(unit, named.register.entered_by[0], at.date())[0]
        try:
            claimed = [_uploaded(actor, named, raw) for raw in raws]
            made = actions.create_many(actor, named.name, unit, claimed, at)
        except RefusedError:
            alone = raws if len(raws) > 1 else []
            return [entry for raw in alone for entry in self._create(named, unit, [raw], at)]
        for entry in made:
            self._inventor.remember(named.name, unit, entry.number)
        return made

    def _new(
        self, named: NamedRegister, unit: Unit, at: datetime, earlier: int
    ) -> dict[str, Any] | None:
        """Get values for an entry, after what it must name was entered; None where there are none."""
        self._enter_what_is_referred_to(named, unit, at)
        return self._throws.new(named, unit, at, earlier)

    def _enter_what_is_referred_to(self, named: NamedRegister, unit: Unit, at: datetime) -> None:
        """Enter first what an entry must name and its unit does not have yet, to be carried on."""
        asked_for = {check.field for check in named.register.checks}
        fields = [
            (one, field.required or field.key in asked_for)
            for field in named.register.entry_fields
            for one in (field, *(column for column in field.columns if column.required))
        ]
        for one, is_asked in fields:
            wanted = one.kind == "reference" and is_asked
            if not wanted or self._inventor.knows(one.refers_to, unit):
                continue
            other = catalogue().register(one.refers_to)
            if other.register.procedure is None:
                self._enter_batch(_Batch(other, unit, 1, last=True), at)
            else:
                self._enter(Case(other, unit), at)

    def _later(self, case: Case, at: datetime) -> datetime:
        """Get when the next step is taken: after some working days, seldom far too late."""
        late = self._chance.random() < LATE and not case.left
        days = self._chance.randint(30, 50) if late else self._chance.randint(*case.pace)
        if case.left:
            days = 1
        return self._moment(calendar_of().working_day_after(at.date(), days))

    def _step(self, case: Case, at: datetime) -> None:
        """Take the next step of a case, and expect the one after it."""
        assert case.entry is not None  # noqa: S101  # pass_by enters it first
        if not case.left and self._chance.random() < _LEFT:
            return
        for step in self._steps(case, case.entry):
            raw = self._throws.passing(case.entry, step, at, patiently=case.left)
            if raw is not None and (taken := self._taken(case.entry, step, raw, at)) is not None:
                case.entry = taken
                case.taken += 1
                self._expect(self._later(case, at), case)
                return

    def _taken(
        self, entry: Entry, step: Step, raw: Mapping[str, Any], at: datetime
    ) -> Entry | None:
        """Take a step by the first who may; None where the law refuses what the dice made up."""
        named = catalogue().register(entry.register)
        for actor in self._prefecture.actors(entry.unit, _role(step), at.date()):
            claimed = _uploaded(actor, named, raw)
            with suppress(RefusedError):
                return actions.take_step(actor, entry.pk, entry.version, step.key, claimed, at)
        return None

    def _steps(self, case: Case, entry: Entry) -> list[Step]:
        """Get the steps to try: the one that is known, or the straight one, seldom another first."""
        procedure = case.named.register.procedure
        if case.left:
            return [case.ahead.pop(0)] if case.ahead else []
        if procedure is None or procedure.state(entry.state).final or case.taken >= _MOST_STEPS:
            return []
        places = [state.key for state in procedure.states]
        steps = list(procedure.steps_from(entry.state))
        # Straight on is towards the state that is declared last among those a step leads to.
        steps.sort(key=lambda step: places.index(step.leads_to), reverse=True)
        ordered = sorted(steps, key=lambda step: _is_shortcut(procedure, step))
        detours = ordered[1:]
        if case.straight:
            detours = [step for step in detours if not _is_shortcut(procedure, step)]
        if detours and self._chance.random() < _DETOUR:
            ordered.insert(0, self._chance.choice(detours))
        return ordered


@dataclass(frozen=True, slots=True)
class _Batch:
    """Entries of one register that a unit brings in together; the `last` takes what is left."""

    named: NamedRegister
    unit: Unit
    size: int
    last: bool = False


@dataclass(frozen=True, slots=True)
class _Beside:
    """An entry of a unit that has what such entries must name."""

    named: NamedRegister


def _uploaded(actor: Actor, named: NamedRegister, values: Mapping[str, Any]) -> dict[str, Any]:
    """Get values with the files in them claimed by whoever enters them, as their uploads are."""
    found = dict(values)
    for one in named.register.fields:
        if one.kind == "attachments" and found.get(one.key):
            found[one.key] = [uploads.signed(actor.user, file) for file in found[one.key]]
    return found


def _role(step: Step) -> str:
    """Get who takes a step: its approver if it has one, otherwise the first of the roles it names."""
    if "approver" in step.by:
        return "approver"
    return next(role for role in ("reporter", *ROLES) if role in step.by)


def _is_shortcut(procedure: Procedure, step: Step) -> bool:
    """Whether a step ends a case from a state from which others lead further on, not only back."""
    places = [one.key for one in procedure.states]
    lead_on = (
        places.index(one.leads_to) > places.index(state)
        for one in procedure.steps
        for state in one.comes_from
        if state in step.comes_from and not procedure.state(one.leads_to).final
    )
    return procedure.state(step.leads_to).final and any(lead_on)


def _ways(procedure: Procedure) -> dict[str, list[Step]]:
    """Get the shortest way to each state that is not final."""
    ways: dict[str, list[Step]] = {procedure.start.key: []}
    waiting = deque(ways)
    while waiting:
        state = waiting.popleft()
        for step in procedure.steps_from(state):
            if step.leads_to not in ways and not procedure.state(step.leads_to).final:
                ways[step.leads_to] = [*ways[state], step]
                waiting.append(step.leads_to)
    return ways
