"""A plan in force in the fictional county: made through the actions, as a coordinator would."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tests.web.conftest import AT, World
from zhunsheng.web.actors import Actor, actor_of
from zhunsheng.web.organizations.models import Unit, User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry


def at(day: str | date) -> datetime:
    """Get a moment of a working day."""
    on = date.fromisoformat(day) if isinstance(day, str) else day
    return datetime.combine(on, AT.timetz())


@dataclass
class Office:
    """The county's people: a coordinator, a leader, and for each unit a reporter and an approver."""

    world: World
    people: dict[tuple[str, int], User] = field(default_factory=dict)

    def person(self, role: str, unit: Unit | None = None) -> User:
        unit = unit or self.world.bureau
        key = (role, unit.pk)
        if key not in self.people:
            self.people[key] = self.world.person(f"{unit.name}{role}", unit, role)
        return self.people[key]

    def actor(self, role: str, unit: Unit | None = None, day: str = "2026-01-05") -> Actor:
        return actor_of(self.person(role, unit), date.fromisoformat(day))

    def unit(self, code: str, name: str) -> Unit:
        return Unit.objects.create(government=self.world.county, code=code, name=name)

    def enter(self, register: str, day: str, unit: Unit | None = None, **values: Any) -> Entry:
        """Enter something as the coordinator, for a unit."""
        actor = self.actor("coordinator", day=day)
        return actions.create(actor, register, unit or self.world.bureau, values, at(day))

    def plan(self, day: str = "2026-01-05", **values: Any) -> Entry:
        said = {
            "name": "溪口县2026年法治政府建设重点工作安排",
            "year": 2026,
            "kind": "annual",
            "issuer": "溪口县人民政府",
            "issued": day,
        }
        made = self.enter("plan.plan", day, **(said | values))
        return self.step(made, "confirm", "coordinator", day, confirmed=day)

    def task(self, plan: Entry, place: str, name: str, day: str = "2026-01-05", **values) -> Entry:
        said = {"plan": plan.number, "place": place, "name": name, "since": day}
        return self.enter("plan.task", day, **(said | values))

    def duty(self, task: Entry, unit: Unit, day: str = "2026-01-05", **values: Any) -> Entry:
        said = {"task": task.number, "name": task.title, "role": "lead", "assigned": day}
        return self.enter("plan.duty", day, unit, **(said | values))

    def target(self, task: Entry, words: str, day: str = "2026-01-05", **values: Any) -> Entry:
        said = {
            "task": task.number,
            "words": words,
            "comparator": "at_least",
            "period": "year",
            "scope": "government",
            "since": day,
        }
        return self.enter("plan.target", day, **(said | values))

    def step(self, entry: Entry, step: str, role: str, day: str, **values: Any) -> Entry:
        """Take a step as somebody of the entry's unit, or for the whole government."""
        unit = None if role == "coordinator" else entry.unit
        actor = self.actor(role, unit, day)
        version = Entry.unscoped.get(pk=entry.pk).version
        return actions.take_step(actor, entry.pk, version, step, values, at(day))

    def report(self, register: str, unit: Unit, day: str, **values: Any) -> Entry:
        """Enter something as the reporter of a unit."""
        return actions.create(self.actor("reporter", unit, day), register, unit, values, at(day))
