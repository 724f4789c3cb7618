"""A desk with one person for each role, who follow golden cases through the actions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from tests.domains.golden_cases import (
    Taken,
    beside,
    entry_of,
    named,
    referred,
    referring,
    step_of,
    way_of,
)
from tests.web.conftest import AT, World
from zhunsheng.engine.registers.fields import Field
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import User
from zhunsheng.web.organizations.roles import ROLES
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry


class Desk:
    """The people of one unit, each in one role; who of them is asked for is made at once."""

    def __init__(self, world: World, reporter: User, approver: User) -> None:
        self.world = world
        self._people = {"reporter": reporter, "approver": approver}
        self._actors: dict[str, Actor] = {}
        self._papers = 0

    def follow(self, case: dict[str, Any]) -> Entry:
        """Make the entry of a case and take its way; first those beside it, with the same references."""
        shared: dict[str, str] = {}
        for other in beside(case):
            self._follow(other, shared)
        return self._follow(case, shared if "beside" in case else None)

    def _follow(self, case: dict[str, Any], shared: dict[str, str] | None) -> Entry:
        register = named(case)
        raw = self.here(register.register.fields, entry_of(case), case, shared)
        dates = [f.key for f in register.register.fields if f.kind in {"date", "datetime"}]
        known = [raw[key][:10] for key in dates if raw.get(key)]
        moment = at(date.fromisoformat(max(known))) if known else AT
        by = register.register.entered_by
        actor = self._actor("reporter" if "reporter" in by else by[0])
        entry = actions.create(actor, register.name, self.world.bureau, raw, moment)
        for taken in way_of(case) if register.register.procedure else ():
            entry = self.take(case, entry, taken)
        for other, by in referring(case):
            self._follow(other | {"entry": other["entry"] | {by: entry.number}}, {by: entry.number})
        return entry

    def attempt(self, case: dict[str, Any]) -> None:
        """Make what a case says is wrong: the step it is about, or the entry itself."""
        entry = self.follow(case)
        self.take(case, entry, step_of(case))

    def take(self, case: dict[str, Any], entry: Entry, taken: Taken) -> Entry:
        """Take a step as somebody who may, the first of its roles."""
        return self.take_ready(case, entry, self.ready(case, taken))

    def ready(self, case: dict[str, Any], taken: Taken) -> Taken:
        """Get a step with values that name units and entries which are here; the entries are made."""
        values = self.here(named(case).register.fields, taken.values, case)
        return Taken(taken.step, values, taken.on)

    def take_ready(self, case: dict[str, Any], entry: Entry, taken: Taken) -> Entry:
        """Take a step whose values name what is here."""
        register = named(case).register
        step = register.procedure.step(taken.step) if register.procedure else None
        assert step is not None
        by = "reporter" if "reporter" in step.by else step.by[0]
        actor = self._actor(by)
        return actions.take_step(
            actor, entry.pk, entry.version, step.key, taken.values, at(taken.on)
        )

    def here(
        self,
        fields: Iterable[Field],
        values: dict[str, Any],
        case: dict[str, Any],
        shared: dict[str, str] | None = None,
    ) -> dict[str, Any]:
        """
        Get values that name units and entries which are here, where a case names any.

        What a field refers to is kept in `shared`, and taken from there where it was kept before. What is
        used once is numbered: a case says it of several entries.
        """
        found = dict(values)
        for field in fields:
            value = values.get(field.key)
            if not value:
                continue
            if field.once:
                self._papers += 1
                found[field.key] = f"{value}-{self._papers}"
            elif field.kind == "unit":
                found[field.key] = self.world.bureau.name
            elif field.kind == "reference":
                held = {} if shared is None else shared
                if field.key not in held:
                    held[field.key] = self.follow(referred(field.refers_to, case)).number
                found[field.key] = held[field.key]
            elif field.kind == "rows":
                found[field.key] = [self.here(field.columns, row, case) for row in value]
        return found

    def _actor(self, role: str) -> Actor:
        if role not in self._people:
            self._people[role] = self.world.person(ROLES[role], self.world.bureau, role)
        if role not in self._actors:
            self._actors[role] = self.world.actor(self._people[role])
        return self._actors[role]


def at(day: date) -> datetime:
    """Get a moment of a working day."""
    return datetime.combine(day, AT.timetz())
