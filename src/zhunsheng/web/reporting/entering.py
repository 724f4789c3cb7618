"""
How reports and their parts are entered and moved on: with the days that their registers ask for.

It knows registers by their declarations, so that a register may ask for a further day without a change here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry


def create(actor: Actor, register: str, unit: Unit, raw: Mapping[str, Any], at: datetime) -> Entry:
    """Make an entry of the day. Raises what `actions.create` raises."""
    return create_many(actor, register, unit, [raw], at)[0]


def create_many(
    actor: Actor, register: str, unit: Unit, raws: Sequence[Mapping[str, Any]], at: datetime
) -> list[Entry]:
    """Make entries of the day. Raises what `actions.create_many` raises."""
    day = {catalogue().register(register).register.happened: at.date().isoformat()}
    return actions.create_many(actor, register, unit, [day | dict(raw) for raw in raws], at)


def take_step(
    actor: Actor, entry: Entry, version: int, step: str, raw: Mapping[str, Any], at: datetime
) -> Entry:
    """Take a step with the days that it requires, which are those of today. Raises what steps raise."""
    return actions.take_step(
        actor, entry.pk, version, step, days_of(entry, step, at) | dict(raw), at
    )


def days_of(entry: Entry, step: str, at: datetime) -> dict[str, str]:
    """Get the days that a step requires, as today."""
    register = catalogue().register(entry.register).register
    taken = register.procedure.step(step) if register.procedure else None
    asked = taken.requires if taken is not None else ()
    return {key: at.date().isoformat() for key in asked if register.field(key).kind == "date"}
