"""
Throws of the dice for values that a register accepts, and with which a step can be taken.

It tries what the inventor makes up against the declarations; it saves nothing.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.engine.registers.cases import checked, obstacles, outlook
from zhunsheng.engine.registers.computing import LookUp, nothing_known, with_computed
from zhunsheng.engine.registers.procedures import Step
from zhunsheng.web.demo.inventing import Inventor, Occasion
from zhunsheng.web.demo.places import Prefecture
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.checking import Saving
from zhunsheng.web.registers.held import Held
from zhunsheng.web.registers.looking_up import entries_behind
from zhunsheng.web.registers.models import Entry

LATE = 0.03
_TRIES, _FEWEST_TRIES = 24, 3


class Throws:
    """
    Tries what the inventor makes up, oftener where that helped before.

    `held` is what the batch that goes on holds, set by whoever goes on with one.
    """

    held: Held

    def __init__(self, prefecture: Prefecture, inventor: Inventor, chance: random.Random) -> None:
        self._prefecture = prefecture
        self._inventor = inventor
        self._chance = chance
        # How often the dice are thrown for a step: the less, the oftener none of them passed.
        self._throws: dict[tuple[str, str], int] = {}

    def new(
        self, named: NamedRegister, unit: Unit, at: datetime, earlier: int
    ) -> dict[str, Any] | None:
        """Get values the register accepts, of a day not long before; None where the dice found none."""
        late, found = self._chance.random() < LATE, None
        look_up = self._look_up(named, unit, at)
        for _ in range(_TRIES):
            day = at.date() - timedelta(days=self._chance.randint(0, earlier))
            values = self._inventor.entry(named, Occasion(unit, day, at))
            read = checked(named.register, values, look_up=look_up)
            if not read.problems:
                found = values
                if late or is_in_time(named, read.values, at.date()):
                    break
        return found

    def passing(
        self, entry: Entry, step: Step, at: datetime, *, patiently: bool
    ) -> Mapping[str, Any] | None:
        """Get values with which no gate of a step is closed; None where the dice found none."""
        named = catalogue().register(entry.register)
        register = named.register
        held = entry.values | entry.private
        asked = [
            register.field(key)
            for key in dict.fromkeys((*step.requires, *step.asks))
            if held.get(key) is None
        ]
        passing, look_up = None, self._look_up(named, entry.unit, at, entry)
        place, numbers = (named.name, step.key), self.held.numbers(register, entry.pk)
        throws = _TRIES if patiently else self._throws.get(place, _TRIES)
        for tried in range(throws if asked else 1):
            raw = self._inventor.values(asked, Occasion(entry.unit, at.date(), at))
            # The gates first, by what is new: most throws fail there.
            values = held | checked(register, raw, partly=True).values
            values |= with_computed(register.fields, values, look_up)
            if any(True for _ in obstacles(register, step, values)):
                continue
            found = checked(register, held | raw, look_up=look_up, counted=numbers)
            if found.problems:
                continue
            passing = raw
            # It may be too late by now; then no other answer helps.
            if tried > _TRIES // 4 or is_in_time(named, found.values, at.date()):
                break
        self._throws[place] = _TRIES if passing is not None else max(_FEWEST_TRIES, throws // 2)
        return passing

    def _look_up(
        self, named: NamedRegister, unit: Unit, at: datetime, entry: Entry | None = None
    ) -> LookUp:
        """Get what finds the values that references bring, where a register asks for any."""
        fields = [
            one for field in named.register.fields for one in (field, *field.columns) if one.brings
        ]
        if not fields:
            return nothing_known
        actor = self._prefecture.actors(unit, named.register.entered_by[0], at.date())[0]
        itself = entry.pk if entry else None
        return entries_behind(
            Saving(actor, named, unit.government, at.date(), itself, held=self.held), set()
        )


def is_in_time(named: NamedRegister, values: Mapping[str, Any], day: date) -> bool:
    """Whether nothing of an entry is late or overdue on a day."""
    if not named.register.clocks and not named.register.due_dates:
        return True
    try:
        found = outlook(named.register, named.domain.clocks_by_key(), values, day, calendar_of())
    except RefusedError:
        return False
    return not found.is_late and (found.due is None or found.due >= day)
