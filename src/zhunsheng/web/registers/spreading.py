"""
The same for several units at once: an order, a circular, a notice that each of them has to answer.

Each unit gets an entry of its own, all or none; who may enter for which unit is the policy's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.messages import Message
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.organizations.roles import GOVERNMENT_WIDE
from zhunsheng.web.organizations.units import group_named, members_on, unit_named
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.models import Entry

ALSO = "also"
_BETWEEN = re.compile(r"[、，,；;\n]+")
_MOST = 300


def spreads(named: NamedRegister, units: Sequence[Unit]) -> bool:
    """Whether one form of a register may be for several of the units somebody enters for."""
    return len(units) > 1 and bool(GOVERNMENT_WIDE & set(named.register.entered_by))


def units_named(said: str, first: Unit, units: Iterable[Unit], at: datetime) -> list[Unit]:
    """
    Get a unit and the others that are named beside it, by name or as a group, each once.

    Raises InvalidError for a name that is no unit one may enter for, and no group of such.
    """
    allowed = {unit.pk for unit in units}
    found, unknown = {first.pk: first}, []
    for name in (part.strip() for part in _BETWEEN.split(said[:20_000]) if part.strip()):
        meant = _meant(name, first, at)
        if not meant or any(unit.pk not in allowed for unit in meant):
            unknown.append(name)
        found |= {unit.pk: unit for unit in meant}
    if unknown or len(found) > _MOST:
        raise InvalidError({ALSO: _refusal(unknown)})
    return list(found.values())


@transaction.atomic
def create_for_each(
    actor: Actor, register: str, units: Sequence[Unit], raw: Mapping[str, object], at: datetime
) -> list[Entry]:
    """Make the same entry for each of some units, all or none. Raises what `actions.create` raises."""
    return [actions.create(actor, register, unit, dict(raw), at) for unit in units]


def _meant(name: str, first: Unit, at: datetime) -> list[Unit]:
    group = group_named(name, first.government)
    if group is not None:
        return members_on(group, at.date())
    unit = unit_named(name, first.government, at.date())
    return [unit] if unit is not None else []


def _refusal(unknown: Sequence[str]) -> Message:
    if not unknown:
        return Message(
            f"一次最多为{_MOST}个单位登记，请分几次办理。",
            f"At most {_MOST} units at once; do it in several turns.",
        )
    named = "、".join(name[:60] for name in unknown[:5])
    return Message(
        f"没有这些单位或者单位组，或者您不能为其登记：{named}。名称之间用顿号分开。",
        f"No such units or groups that you may enter for: {named}. Separate names by commas.",
    )
