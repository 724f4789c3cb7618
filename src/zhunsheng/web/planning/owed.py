"""What a unit owes in a month: dated shares of targets, recurring tasks, duties, and clocks that run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.engine.messages import Message
from zhunsheng.engine.planning.goals import Span
from zhunsheng.engine.planning.obligations import Obligation, Tick, obligations, recurring, ticked
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.indicators.organization import Place
from zhunsheng.web.indicators.pages import words
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.planning.measuring import Asked, asked_of_unit, period_of
from zhunsheng.web.planning.on_day import Duty, PlanOnDay, Task, figures_on, plan_on, plans_in_force
from zhunsheng.web.registers.models import Entry

MOST_ENTRIES = 50
_OPEN_STATES = frozenset({"assigned", "accepted", "returned"})
TICKS = {
    Tick.OPEN: ("running", Message("待完成", "to be done")),
    Tick.MET: ("met", Message("按期完成", "done in time")),
    Tick.MET_LATE: ("met_late", Message("逾期完成", "done late")),
    Tick.OVERDUE: ("overdue", Message("逾期", "late")),
}
"""The look and the words of where an obligation stands."""


@dataclass(frozen=True)
class Owed:
    """An obligation of a unit: of a target (with what is there) or of a recurring task."""

    words: str
    task: Task
    last_day: date
    tick: Tick
    asked: str = ""
    there: str = ""
    indicator: str = ""

    @property
    def look(self) -> str:
        """How its state looks."""
        return TICKS[self.tick][0]

    @property
    def says(self) -> Message:
        """Its state in words."""
        return TICKS[self.tick][1]


@dataclass(frozen=True)
class OwedByUnit:
    """All that a unit owes in a month; `more` where it has other open entries than those listed."""

    unit: Unit
    month: Period
    obligations: Sequence[Owed]
    duties: Sequence[tuple[Duty, Task]]
    entries: Sequence[Entry]
    more: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing is owed."""
        return not (self.obligations or self.duties or self.entries)

    @property
    def open(self) -> int:
        """How much is still to be done."""
        waiting = sum(one.tick in {Tick.OPEN, Tick.OVERDUE} for one in self.obligations)
        return waiting + len(self.duties) + len(self.entries)


def owed_by(actor: Actor, unit: Unit, month: Period, day: date) -> OwedByUnit:
    """Get what a unit owes in a month, as it stands on a day."""
    owed: list[Owed] = []
    duties: list[tuple[Duty, Task]] = []
    for plan in plans_in_force(actor, [unit.government_id]):
        held = plan_on(actor, plan, day)
        owed += obligations_of(held, unit, month)
        duties += [
            (duty, task)
            for task in held.tasks
            if not task.dropped
            for duty in task.duties
            if duty.unit.pk == unit.pk and duty.state in _OPEN_STATES
        ]
    clocks = list(
        policy.entries_for(actor)
        .filter(unit=unit, done=False, due__lte=month.end)
        .exclude(register__startswith="plan.")
        .defer("values", "private")
        .order_by("due", "pk")[: MOST_ENTRIES + 1]
    )
    return OwedByUnit(
        unit,
        month,
        sorted(owed, key=lambda one: (one.last_day, one.task.place)),
        sorted(duties, key=lambda one: (one[0].until or date.max, one[0].pk)),
        clocks[:MOST_ENTRIES],
        len(clocks) > MOST_ENTRIES,
    )


@dataclass(frozen=True)
class DueThisMonth:
    """A dated share of a target that falls due in a month, whether or not it is there already."""

    words: str
    last_day: date


def due_this_month(
    actor: Actor, unit: Unit, plans: Sequence[Entry], day: date
) -> list[DueThisMonth]:
    """
    Get what plans ask of a unit by days of this month, the first days first.

    No figure is asked for: it is a few queries, however large a plan is.
    """
    month = periods.month(day.year, day.month)
    found: list[DueThisMonth] = []
    for plan in plans:
        if plan.government_id != unit.government_id:
            continue
        held = plan_on(actor, plan, day)
        for asked in asked_of_unit(held, unit):
            if asked.goal is not None:
                found += [
                    DueThisMonth(asked.target.words, one.last_day)
                    for one in obligations(asked.goal)
                    if month.start <= one.last_day <= month.end
                ]
        found += [
            DueThisMonth(task.name, span.end)
            for task, span in _turns(held, unit)
            if month.start <= span.end <= month.end
        ]
    return sorted(found, key=lambda one: (one.last_day, one.words))


def _turns(held: PlanOnDay, unit: Unit) -> Iterator[tuple[Task, Span]]:
    """Get the turns of the recurring tasks that are a unit's."""
    for task in held.tasks:
        every = task.values.get("every")
        own = any(duty.unit.pk == unit.pk for duty in task.duties)
        if every and every != "none" and own and not task.dropped:
            since = date.fromisoformat(task.values["since"])
            for span in recurring(every, held.year, since, task.until):
                yield task, span


def obligations_of(held: PlanOnDay, unit: Unit, month: Period) -> list[Owed]:
    """Get the obligations of a unit whose last day is in a month, and those missed before it."""
    return [
        *_of_targets(held, unit, month),
        *_of_tasks(held, unit, month),
    ]


def _of_targets(held: PlanOnDay, unit: Unit, month: Period) -> Iterator[Owed]:
    """Get dated shares: of targets that the unit has to reach, and of the whole's where it leads."""
    binding = asked_of_unit(held, unit)
    for by_unit in (True, False):
        dated = [
            (one, found)
            for one in binding
            if one.by_unit is by_unit and one.goal is not None
            for found in obligations(one.goal)
            if found.last_day <= month.end and found.span.start <= held.day
        ]
        names = sorted({name for asked, _ in dated for name in asked.names})
        asked_for = {
            period.key: period
            for _, found in dated
            for end in (min(found.last_day, held.day), held.day)
            for period in (_up_to(found, end, held.day),)
        }
        place = Place(held.plan.government, unit) if by_unit else held.place
        figures = figures_on(held.day).of(names, list(asked_for.values()), place)
        yield from _latest(
            [one for asked, found in dated for one in _owed(held, asked, found, figures, month)],
            month,
        )


def _latest(owed: Sequence[Owed], month: Period) -> Iterator[Owed]:
    """Get what is owed; of what was missed before, the last share alone, for it is all of it."""
    missed: dict[tuple[int, str], Owed] = {}
    for one in owed:
        if one.last_day < month.start:
            missed[one.task.pk, one.words] = one
        else:
            yield one
    yield from missed.values()


def _up_to(found: Obligation, end: date, day: date) -> Period:
    return period_of(Span(found.span.start, end), day)


def _owed(
    held: PlanOnDay,
    asked: Asked,
    found: Obligation,
    figures: Mapping[tuple[str, str], Figure],
    month: Period,
) -> Iterator[Owed]:
    goal, named = asked.goal, asked.named
    if goal is None or named is None:
        return

    def reached(end: date) -> Fraction | None:
        key = _up_to(found, end, held.day).key
        return words.exact(figures.get((named.name, key)), named)

    tick = ticked(found, reached, goal, held.day)
    if found.last_day < month.start and tick is not Tick.OVERDUE:
        return
    now = figures.get((named.name, _up_to(found, held.day, held.day).key))
    yield Owed(
        words=asked.target.words,
        task=held.by_pk[asked.target.task],
        last_day=found.last_day,
        tick=tick,
        asked="" if goal.is_comparative else words.value_said(found.amount, named),
        there=words.with_base(now, named),
        indicator=named.name,
    )


def _of_tasks(held: PlanOnDay, unit: Unit, month: Period) -> Iterator[Owed]:
    """Get the turns of recurring tasks: ticked off by progress that took effect in them."""
    mine = {duty.pk: duty.task for duty in held.duties if duty.unit.pk == unit.pk}
    done: dict[int, list[date]] = defaultdict(list)
    for one in held.progress:
        if one.duty in mine and one.effective:
            done[mine[one.duty]].append(one.effective)
    for task, span in _turns(held, unit):
        tick = _turn(span, done[task.pk], held.day)
        missed = span.end < month.start and tick is Tick.OVERDUE
        if missed or month.start <= span.end <= month.end:
            yield Owed(task.name, task, span.end, tick)


def _turn(span: Span, done: Sequence[date], day: date) -> Tick:
    if any(span.start <= one <= span.end for one in done):
        return Tick.MET
    return Tick.OPEN if day <= span.end else Tick.OVERDUE


def month_of(text: str, day: date) -> Period:
    """Get a month that was asked for; that of the day without. Raises PeriodError."""
    found = periods.parsed(text[:10]) if text else periods.month(day.year, day.month)
    return periods.month(found.end.year, found.end.month)
