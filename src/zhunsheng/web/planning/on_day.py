"""
A plan as it stands on a day: its tasks, duties, targets and what was reported, in a fixed number of queries.

This is the one place where pages of plans get entries and figures. Of a day that is over they are what the
ledger's lines say of it (`then`), so a page shows what it showed on that day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.engine.planning.lights import DutyOnDay, Light, light_of_duty, together
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.indicators import results
from zhunsheng.web.indicators.organization import Place
from zhunsheng.web.ledger.past import Moment
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.organizations.roles import ADMINISTRATORS
from zhunsheng.web.planning import keys, then
from zhunsheng.web.registers.errors import NotThereError
from zhunsheng.web.registers.models import Entry

_NOT_THERE = NotThereError(
    "没有这个计划，或者您没有查看的权限。", "There is no such plan that you may see."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Duty:
    """A duty of a unit, with the light it shows on the day."""

    pk: int
    number: str
    task: int
    unit: Unit
    state: str
    until: date | None
    met: date | None
    values: Mapping[str, Any]
    light: Light

    @property
    def days_late(self) -> int:
        """By how many days it was done late; of what is not done, the page's day says it."""
        return max((self.met - self.until).days, 0) if self.met and self.until else 0


@dataclass(frozen=True, kw_only=True)
class Task:
    """A task with its duties, in the order of the units' codes."""

    pk: int
    number: str
    name: str
    values: Mapping[str, Any]
    duties: tuple[Duty, ...]

    @property
    def place(self) -> str:
        """Its place in the document."""
        return str(self.values.get("place") or "")

    @property
    def until(self) -> date | None:
        """The last day that the document names."""
        return day_in(self.values, "until")

    @property
    def dropped(self) -> bool:
        """Whether it was taken out of the plan."""
        return bool(self.values.get("dropped"))

    @cached_property
    def light(self) -> Light:
        """The most worrying light of its duties."""
        if self.dropped:
            return Light.OUT
        return together(duty.light for duty in self.duties)


@dataclass(frozen=True, kw_only=True)
class Target:
    """A target of a task, as its entry has it."""

    pk: int
    task: int
    words: str
    values: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Reported:
    """What a unit reported of a duty; `target` and `claimed` where it claims a number."""

    pk: int
    duty: int
    unit: int
    effective: date | None
    words: str
    values: Mapping[str, Any]
    target: int | None

    @property
    def claimed(self) -> Decimal | None:
        """The number that is claimed."""
        value = self.values.get("claimed_value")
        return Decimal(value) if value is not None else None

    @property
    def has_evidence(self) -> bool:
        """Whether a file or an entry proves it."""
        return bool(self.values.get("evidence") or self.values.get("evidence_entries"))


@dataclass(frozen=True, kw_only=True)
class PlanOnDay:
    """A plan with everything under it that somebody may see, on a day."""

    actor: Actor
    plan: Entry
    day: date
    moment: Moment | None
    tasks: tuple[Task, ...]

    @property
    def year(self) -> int:
        """The year it is a plan of."""
        return int(self.plan.values["year"])

    @cached_property
    def place(self) -> Place:
        """Whose figures its targets speak of."""
        return Place(self.plan.government)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """All duties."""
        return tuple(duty for task in self.tasks for duty in task.duties)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The units that have a duty, in the order of their codes."""
        found = {duty.unit.pk: duty.unit for duty in self.duties}
        return tuple(sorted(found.values(), key=lambda unit: unit.code))

    @cached_property
    def by_pk(self) -> dict[int, Task]:
        """Tasks by their keys."""
        return {task.pk: task for task in self.tasks}

    @cached_property
    def _task_keys(self) -> dict[str, int]:
        return {task.number: task.pk for task in self.tasks}

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Its targets in the order of its tasks, those left out that were dropped."""
        listed = self._linked(
            policy.entries_to_refer_to(self.actor), keys.TARGET, "task", self._task_keys
        )
        order = {task.pk: place for place, task in enumerate(self.tasks)}
        found = [
            Target(pk=row["pk"], task=row["to"], words=row["title"], values=row["values"])
            for row in listed
            if not row["values"].get("dropped")
        ]
        return tuple(sorted(found, key=lambda one: (order[one.task], one.pk)))

    @cached_property
    def measures(self) -> dict[int, list[Mapping[str, Any]]]:
        """The measures of each task, by its key: their values with `state` and `unit`."""
        listed = self._linked(policy.entries_for(self.actor), keys.MEASURE, "task", self._task_keys)
        found: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
        for row in listed:
            more = {"state": row["state"], "unit": row["unit_id"], "pk": row["pk"]}
            found[row["to"]].append(row["values"] | more)
        return found

    @cached_property
    def progress(self) -> tuple[Reported, ...]:
        """What was reported up to the day, the earliest first."""
        own = {duty.number: duty.pk for duty in self.duties}
        listed = self._linked(policy.entries_for(self.actor), keys.PROGRESS, "duty", own)
        numbers = {target: pk for pk, target in self._target_numbers.items()}
        found = [
            Reported(
                pk=row["pk"],
                duty=row["to"],
                unit=row["unit_id"],
                effective=row["happened"],
                words=row["title"],
                values=row["values"],
                target=numbers.get(str(row["values"].get("target") or "").rpartition("/")[2]),
            )
            for row in listed
            if row["happened"] is None or row["happened"] <= self.day
        ]
        return tuple(sorted(found, key=lambda one: (one.effective or date.min, one.pk)))

    def _linked(
        self, entries: QuerySet[Entry], register: str, field: str, to: Mapping[str, int]
    ) -> list[dict[str, Any]]:
        return _linked(entries, register, field, to, self.moment, self.plan)

    @cached_property
    def _target_numbers(self) -> dict[int, str]:
        keys_of = [one.pk for one in self.targets]
        return dict(Entry.unscoped.filter(pk__in=keys_of).values_list("pk", "number"))


class Figures:
    """Figures on a day, as they were shown on it."""

    def __init__(self, day: date) -> None:
        self._moment = then.moment_of(day)

    def of(
        self, names: Sequence[str], periods: Sequence[Period], place: Place
    ) -> dict[tuple[str, str], Figure]:
        """Get the figures of a place by indicator and period."""
        if not names or not periods:
            return {}
        if self._moment is not None:
            return then.figures_then(names, periods, place, self._moment)
        return results.figures(names, periods, place)

    def of_units(
        self, names: Sequence[str], period: Period, place: Place
    ) -> dict[int, dict[str, Figure]]:
        """Get what each unit of a place has, by the unit's key and the indicator's name."""
        if not names:
            return {}
        if self._moment is not None:
            return then.figures_of_units_then(names, period, place, self._moment)
        return {unit.pk: own for unit, own in results.figures_of_units(names, period, place)}


def figures_on(day: date) -> Figures:
    """Get where figures of a day come from."""
    return Figures(day)


def entries_on(actor: Actor, pk: int, day: date) -> PlanOnDay:
    """
    Get a plan on a day, in four queries; what else a page asks of it costs one query each.

    Everybody who works in a government may read its plan, which is issued to all of them; the duties
    are those whose entries somebody may see. Raises NotThereError.
    """
    plans = policy.entries_to_refer_to(actor).filter(register=keys.PLAN, pk=pk).defer("private")
    plan = plans.first()
    if plan is None or not _reads(actor, plan):
        raise _NOT_THERE
    return plan_on(actor, plan, day)


def _reads(actor: Actor, plan: Entry) -> bool:
    """Whether somebody works under a plan: administrators look after people and machines only."""
    return any(
        grant.role not in ADMINISTRATORS and plan.government.path.startswith(grant.path)
        for grant in actor.grants
    )


def plan_on(actor: Actor, plan: Entry, day: date) -> PlanOnDay:
    """Get a plan that was found already, as `entries_on` does. Raises NotThereError."""
    moment = then.moment_of(day)
    if moment is not None:
        found = then.plan_then(plan, moment)
        if found is None:
            raise NotThereError(
                f"{day}还没有这个计划。请选择晚一些的日期。",
                f"There was no such plan on {day}. Choose a later day.",
            )
        plan = found
    everybodys = policy.entries_to_refer_to(actor)
    listed = _linked(everybodys, keys.TASK, "plan", {plan.number: plan.pk}, moment, plan)
    tasks_of = {row["number"]: row["pk"] for row in listed}
    rows = _linked(policy.entries_for(actor), keys.DUTY, "task", tasks_of, moment, plan)
    if moment is None:
        units = Unit.objects.in_bulk({row["unit_id"] for row in rows})
    else:
        units = then.units_then(moment)
    duties: dict[int, list[Duty]] = defaultdict(list)
    for row in rows:
        duties[row["to"]].append(_duty(row, units[row["unit_id"]], day))
    tasks = [
        Task(
            pk=row["pk"],
            number=row["number"],
            name=row["title"],
            values=row["values"],
            duties=tuple(sorted(duties[row["pk"]], key=lambda one: (one.unit.code, one.pk))),
        )
        for row in listed
    ]
    # As in the document; what was entered by hand stands in the order it was entered.
    tasks.sort(key=lambda task: (task.values.get("starts") or 0, task.pk))
    return PlanOnDay(actor=actor, plan=plan, day=day, moment=moment, tasks=tuple(tasks))


def plans_in_force(actor: Actor, governments: Iterable[int]) -> QuerySet[Entry]:
    """Get the yearly plans in force of some governments, the latest first."""
    return (
        policy.entries_to_refer_to(actor)
        .filter(
            register=keys.PLAN,
            state="in_force",
            government__in=list(governments),
            values__kind="annual",
        )
        .order_by("-happened", "-pk")
    )


def day_in(values: Mapping[str, Any], key: str) -> date | None:
    """Get a day that stands in the values of an entry."""
    text = values.get(key)
    return date.fromisoformat(str(text)[:10]) if text else None


def _duty(row: Mapping[str, Any], unit: Unit, day: date) -> Duty:
    values = row["values"]
    until, met = day_in(values, "until"), day_in(values, "met")
    shown = DutyOnDay(state=row["state"], until=until, met=met)
    return Duty(
        pk=row["pk"],
        number=row["number"],
        task=row["to"],
        unit=unit,
        state=row["state"],
        until=until,
        met=met,
        values=values,
        light=light_of_duty(shown, day),
    )


def _linked(
    entries: QuerySet[Entry],
    register: str,
    field: str,
    to: Mapping[str, int],
    moment: Moment | None,
    plan: Entry,
) -> list[dict[str, Any]]:
    """
    Get the entries of a register that refer to some others by a field, each with which it is.

    The others come with their numbers, by which entries named them at a past moment.
    """
    if moment is not None:
        return then.linked_then(entries, register, field, to, moment, plan.government_id)
    found = (
        entries.filter(register=register, links__field=field, links__target__in=to.values())
        .order_by("pk")
        .values(
            "pk", "number", "title", "state", "unit_id", "happened", "values", "links__target_id"
        )
    )
    return [row | {"to": row["links__target_id"]} for row in found]
