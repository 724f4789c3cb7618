"""
A fictional prefecture with a year of entries, made from the declarations by the actions themselves.

It knows registers in general; what an entry says comes from the examples its fields declare. The same
seed gives the same entries.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from django.contrib.auth.hashers import make_password

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Step
from zhunsheng.web import policy
from zhunsheng.web.organizations.models import Assignment, Government, Unit, User
from zhunsheng.web.organizations.roles import ROLES
from zhunsheng.web.organizations.taking_stock import take_stock
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry

PREFECTURE = ("990100", "云溪市（虚构）")
COUNTIES = (
    ("990121", "溪口县（虚构）"),
    ("990122", "石岭县（虚构）"),
    ("990123", "临河县（虚构）"),
)
UNITS = (
    ("sfj", "司法局"),
    ("fgj", "发展和改革局"),
    ("jyj", "教育局"),
    ("scj", "市场监督管理局"),
    ("zjj", "住房和城乡建设局"),
    ("njd", "农业农村和交通运输局综合行政执法大队"),
)
PASSWORD = "yunxi-2026-demo"  # noqa: S105  # printed on the console; the demonstration is fictional
_YEAR = timedelta(days=365)
_LATE = 0.06
_STUCK = 0.05
_TRIES = 8


@dataclass(frozen=True, slots=True)
class Login:
    """A name to log in with, and whose it is."""

    username: str
    role: str
    unit: str


def build(now: datetime, *, entries: int = 72, seed: int = 7) -> list[Login]:
    """
    Fill an empty site: governments, units, people, and so many entries of each register.

    Returns one login for each role, all with the same password.
    """
    prefecture = Government.objects.create(
        code=PREFECTURE[0], name=PREFECTURE[1], level="prefecture"
    )
    governments = [prefecture] + [
        Government.objects.create(code=code, name=name, level="county", parent=prefecture)
        for code, name in COUNTIES
    ]
    units = [
        Unit.objects.create(
            government=government, code=code, name=f"{government.name.partition('（')[0]}{name}"
        )
        for government in governments
        for code, name in UNITS
    ]
    logins = _people(units)
    take_stock(now)
    chance = random.Random(seed)  # noqa: S311  # the same entries each time
    for named in catalogue().registers():
        for number in range(entries):
            _entry(named, units[number % len(units)], now, chance)
    return logins


def _people(units: list[Unit]) -> list[Login]:
    """Make a reporter and an approver for every unit, and one person for each other role."""
    logins = []
    for unit in units:
        for role in ("reporter", "approver"):
            name = f"{unit.government.code}-{unit.code}-{role}"
            _person(name, f"{unit}{ROLES[role]}", unit, role)
    first = units[len(UNITS)]
    for role, label in ROLES.items():
        if role in {"reporter", "approver"}:
            username = f"{first.government.code}-{first.code}-{role}"
        else:
            username = role
            _person(role, label, first, role)
        logins.append(Login(username, label, str(first)))
    return logins


def _person(username: str, full_name: str, unit: Unit, role: str) -> None:
    # One hash for all: the password is printed anyway, and hashing is slow on purpose.
    user = User.objects.create(username=username, password=_hashed(), full_name=full_name)
    Assignment.objects.create(user=user, unit=unit, role=role)


@cache
def _hashed() -> str:
    return make_password(PASSWORD)


def _entry(named: NamedRegister, unit: Unit, now: datetime, chance: random.Random) -> None:
    """Make one entry and take it along its procedure, most of the way in time."""
    at = now - timedelta(days=chance.randint(1, _YEAR.days), hours=chance.randint(0, 7))
    day = at.date() - timedelta(days=chance.randint(0, 2 if named.register.procedure else 40))
    values = {
        field.key: _value(field, day, unit, chance)
        for field in named.register.entry_fields
        if field.required or chance.random() < 0.6
    }
    values[named.register.happened] = _moment(named.register.field(named.register.happened), day)
    _keep_in_order(named, values, (day, at.date()), chance)
    reporter = _actor(unit, "reporter", at.date())
    try:
        entry = actions.create(reporter, named.name, unit, values, at)
    except RefusedError:
        return  # what the dice made up, the law refused
    for step, then in _way(named, entry, now, at, chance):
        taken = _taken(named, entry, step, unit, then, chance)
        if taken is None:
            return
        entry = taken


def _taken(
    named: NamedRegister, entry: Entry, step: Step, unit: Unit, at: datetime, chance: random.Random
) -> Entry | None:
    """Take a step with made-up values; None where the law refused all that was tried."""
    actor = _actor(unit, "approver" if "approver" in step.by else "reporter", at.date())
    for _ in range(_TRIES):
        raw = {
            key: _value(named.register.field(key), at.date(), unit, chance)
            for key in (*step.requires, *step.asks)
            if key not in entry.values and key not in entry.private
        }
        with suppress(RefusedError):
            return actions.take_step(actor, entry.pk, entry.version, step.key, raw, at)
    return None


def _way(
    named: NamedRegister, entry: Entry, now: datetime, at: datetime, chance: random.Random
) -> Iterator[tuple[Step, datetime]]:
    """Get the steps straight to the end, each some days after the one before."""
    procedure = named.register.procedure
    if procedure is None:
        return
    state, seen = entry.state, {entry.state}
    while not procedure.state(state).final and chance.random() > _STUCK:
        ahead = [step for step in procedure.steps_from(state) if step.leads_to not in seen]
        if not ahead:
            return
        step = ahead[-1]
        at += timedelta(
            days=chance.randint(40, 60) if chance.random() < _LATE else chance.randint(1, 4)
        )
        if at > now:
            return
        yield step, at
        state = step.leads_to
        seen.add(state)


def _keep_in_order(
    named: NamedRegister, values: dict[str, Any], days: tuple[date, date], chance: random.Random
) -> None:
    """Let the other dates of an entry lie between two days, and what must be so be so."""
    first, last = days
    for field in named.register.fields:
        if field.kind in {"date", "datetime"} and field.key in values:
            after = timedelta(days=chance.randint(0, 18))
            if field.key != named.register.happened:
                values[field.key] = _moment(field, min(first + after, last))
        if field.kind == "boolean" and any(
            check.field == field.key for check in named.register.checks
        ):
            values[field.key] = "是"


def _moment(field: Field, day: date) -> str:
    return f"{day} 09:30" if field.kind == "datetime" else str(day)


def _value(field: Field, day: date, unit: Unit, chance: random.Random) -> Any:
    """Get an invented value for a field."""
    low, high = field.expected or (1, 300)
    made: dict[str, Any] = {
        "integer": chance.randint(int(low), int(high)),
        "decimal": chance.randint(int(low), int(high)),
        "money": chance.randint(100, 90_000),
        "date": _moment(field, day),
        "datetime": _moment(field, day),
        "boolean": "是" if chance.random() < 0.5 else "否",
        "unit": unit.name,
        "person": f"{unit.name}经办人",
        "party": {"kind": "person", "name": f"申请人{chance.randint(100, 999)}（虚构）"},
        "region": f"{unit.government.code}001",
        "instrument": "政府信息公开条例",
        "long_text": f"{field.label}（演示内容，虚构）。",
        "reference": None,
        "attachments": None,
        "rows": None,
    }
    if field.kind == "choice":
        # The first choices are the usual ones.
        picked = field.choices[min(int(chance.expovariate(0.9)), len(field.choices) - 1)].key
        return [picked] if field.several else picked
    if field.examples:
        return chance.choice(field.examples)
    return made.get(field.kind, f"{field.label}{chance.randint(10, 99)}")


def _actor(unit: Unit, role: str, today: date) -> policy.Actor:
    user = User.objects.get(username=f"{unit.government.code}-{unit.code}-{role}")
    return policy.actor_of(user, today)
