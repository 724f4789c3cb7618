"""
The one door for governments, units and groups: permission, checks, row and ledger line in one.

The actor is None for the machine's own command line. What concerns people is in `people`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from django.db import transaction

from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger import store
from zhunsheng.web.organizations.errors import not_yours, wrong
from zhunsheng.web.organizations.models import Government, Membership, Unit, UnitGroup
from zhunsheng.web.organizations.sealing import write
from zhunsheng.web.organizations.units import goes_on
from zhunsheng.web.registers.errors import ForbiddenError

LONGEST_NAME = 100
_CODE = re.compile(r"[A-Za-z0-9_-]{1,32}")
_GOVERNMENT_CODE = re.compile(r"[0-9]{2,12}")
_DAY = timedelta(days=1)


@transaction.atomic
def add_government(
    actor: Actor | None, code: str, name: str, level: str, parent: Government | None, at: datetime
) -> Government:
    """
    Add a government below another. The first of a site only the command line adds.

    Raises ForbiddenError, InvalidError.
    """
    head = store.lock_head()
    if not policy.may_found(actor, parent):
        raise _forbidden()
    if not _GOVERNMENT_CODE.fullmatch(code):
        raise wrong("code", "行政区划代码应为2至12位数字。", "The code has 2 to 12 digits.")
    if level not in Government.Level.values:
        raise wrong("level", "请选择级别。", "Choose a level.")
    if Government.objects.filter(code=code).exists():
        raise wrong("code", f"代码{code}已有政府使用。", f"Code {code} is taken.")
    made = Government.objects.create(code=code, name=_name(name), level=level, parent=parent)
    write(head, [made], "government.add", actor, at)
    return made


@transaction.atomic
def rename_government(
    actor: Actor | None, government: Government, name: str, on: date, at: datetime
) -> Government:
    """Give a government another name from a day on; the old one stays with its days."""
    head = store.lock_head()
    government = Government.objects.select_related("parent").get(pk=government.pk)
    if not policy.may_organize(actor, government):
        raise _forbidden()
    _rename(government, name, None, on, at)
    government.save()
    write(head, [government], "government.rename", actor, at, on=on.isoformat())
    return government


@transaction.atomic
def move_government(
    actor: Actor | None, government: Government, parent: Government, at: datetime
) -> Government:
    """Put a government, with all below it, under another."""
    head = store.lock_head()
    government = Government.objects.select_related("parent").get(pk=government.pk)
    if not (policy.may_organize(actor, government) and policy.may_found(actor, parent)):
        raise _forbidden()
    if parent.path.startswith(government.path):
        raise wrong("parent", "不能移到自己或者下级之下。", "It cannot be below itself.")
    government.parent = parent
    government.save()
    moved = Government.objects.filter(path__startswith=government.path).order_by("path")
    write(head, list(moved), "government.move", actor, at)
    return government


@transaction.atomic
def add_unit(
    actor: Actor | None,
    government: Government,
    code: str,
    name: str,
    at: datetime,
    *,
    aliases: Iterable[str] = (),
    since: date | None = None,
) -> Unit:
    """Add a unit to a government. Raises ForbiddenError, InvalidError."""
    head = store.lock_head()
    if not policy.may_organize(actor, government):
        raise _forbidden()
    if not _CODE.fullmatch(code):
        raise wrong(
            "code",
            "单位代码应为32个以内的字母、数字、横线。",
            "The code is at most 32 letters and digits.",
        )
    if government.units.filter(code=code).exists():
        raise wrong("code", f"代码{code}已有单位使用。", f"Code {code} is taken.")
    unit = Unit(government=government, code=code, name=_name(name), since=since)
    unit.aliases = _aliases(aliases)
    _refuse_taken_names(unit, at.date())
    unit.save()
    write(head, [unit], "unit.add", actor, at)
    return unit


@transaction.atomic
def rename_unit(actor: Actor | None, unit: Unit, name: str, on: date, at: datetime) -> Unit:
    """
    Give a unit another name from a day on.

    The old name stays with its days, so that what the unit was called then can still be told.
    """
    head = store.lock_head()
    unit = _locked(actor, unit)
    _rename(unit, name, unit.since, on, at)
    _refuse_taken_names(unit, at.date())
    unit.save()
    write(head, [unit], "unit.rename", actor, at, on=on.isoformat())
    return unit


@transaction.atomic
def set_aliases(actor: Actor | None, unit: Unit, aliases: Iterable[str], at: datetime) -> Unit:
    """Say by which other names documents speak of a unit."""
    head = store.lock_head()
    unit = _locked(actor, unit, policy.may_name)
    unit.aliases = _aliases(aliases)
    _refuse_taken_names(unit, at.date())
    unit.save()
    write(head, [unit], "unit.aliases", actor, at)
    return unit


@transaction.atomic
def merge_unit(actor: Actor | None, unit: Unit, into: Unit, on: date, at: datetime) -> Unit:
    """
    Merge a unit into another from a day on: it ends the day before, the other goes on for it.

    What it has entered stays with it, and its successor's people finish it.
    """
    head = store.lock_head()
    unit = _locked(actor, unit)
    into = Unit.objects.get(pk=into.pk)
    if into.pk == unit.pk or into.government_id != unit.government_id:
        raise wrong("into", "请选择本政府的另一个单位。", "Choose another unit of the government.")
    if into.until is not None or not goes_on(into, on):
        raise wrong(
            "into",
            f"{into}在{on}不存续，或者将要撤并，不能并入。请选择继续存续的单位。",
            f"{into} does not go on from {on}.",
        )
    _end(unit, on - _DAY)
    unit.successor = into
    unit.save()
    write(head, [unit], "unit.merge", actor, at)
    return unit


@transaction.atomic
def end_unit(actor: Actor | None, unit: Unit, last_day: date, at: datetime) -> Unit:
    """Let a unit end without a successor; what it has entered stays with it."""
    head = store.lock_head()
    unit = _locked(actor, unit)
    _end(unit, last_day)
    unit.save()
    write(head, [unit], "unit.end", actor, at)
    return unit


@transaction.atomic
def add_group(
    actor: Actor | None,
    government: Government,
    name: str,
    members: Iterable[Unit],
    since: date | None,
    at: datetime,
) -> UnitGroup:
    """Name a group of units of a government, such as “各乡镇（街道）”."""
    head = store.lock_head()
    if not policy.may_name(actor, government):
        raise _forbidden()
    name = _name(name)
    if government.groups.filter(name=name).exists():
        raise wrong("name", f"已有名为“{name}”的单位组。", f"There is a group called {name}.")
    group = UnitGroup.objects.create(government=government, name=name)
    units = _of_government(group, members)
    Membership.objects.bulk_create(Membership(group=group, unit=one, since=since) for one in units)
    write(head, [group], "group.add", actor, at)
    return group


@transaction.atomic
def set_members(
    actor: Actor | None, group: UnitGroup, members: Iterable[Unit], on: date, at: datetime
) -> UnitGroup:
    """Say which units belong to a group from a day on; who belonged before stays known."""
    head = store.lock_head()
    group = UnitGroup.objects.select_related("government").get(pk=group.pk)
    if not policy.may_name(actor, group.government):
        raise _forbidden()
    wanted = {unit.pk: unit for unit in _of_government(group, members)}
    last_day = on - _DAY
    present = group.memberships.filter(until=None)
    kept = set()
    for membership in present:
        if membership.unit_id in wanted:
            kept.add(membership.unit_id)
        elif membership.since is not None and membership.since > last_day:
            membership.delete()
        else:
            membership.until = last_day
            membership.save()
    Membership.objects.bulk_create(
        Membership(group=group, unit=unit, since=on)
        for pk, unit in wanted.items()
        if pk not in kept
    )
    write(head, [group], "group.members", actor, at, on=on.isoformat())
    return group


def _forbidden() -> ForbiddenError:
    return not_yours("system_administrator")


def _locked(
    actor: Actor | None,
    unit: Unit,
    may: Callable[[Actor | None, Government], bool] = policy.may_organize,
) -> Unit:
    """Get a unit as it is now, which somebody may change and which is not over."""
    unit = Unit.objects.select_related("government").get(pk=unit.pk)
    if not may(actor, unit.government):
        raise _forbidden()
    if unit.until is not None:
        raise wrong(
            "unit",
            f"{unit}已于{unit.until}撤并，不再变更。",
            f"{unit} ended on {unit.until}; it is not changed any more.",
        )
    return unit


def _name(name: str) -> str:
    cleaned = " ".join(name.split())
    if not cleaned or len(cleaned) > LONGEST_NAME:
        raise wrong("name", "请填写名称，不超过100字。", "Give a name of at most 100 characters.")
    return cleaned


def _aliases(aliases: Iterable[str]) -> list[str]:
    cleaned = list(dict.fromkeys(_name(alias) for alias in aliases if alias.strip()))
    if len(cleaned) > 20:
        raise wrong("aliases", "别称不超过20个。", "There are at most 20 aliases.")
    return cleaned


def _rename(
    named: Unit | Government, name: str, since: date | None, on: date, at: datetime
) -> None:
    """Put the name aside with its days, and give the new one."""
    name = _name(name)
    if name == named.name:
        raise wrong("name", "新名称与现名称相同。", "The new name is the present one.")
    if on > at.date():
        raise wrong(
            "on", "改名日期不能晚于今天。", "A name is changed from today on at the latest."
        )
    if named.past_names:
        since = date.fromisoformat(named.past_names[-1]["until"]) + _DAY
    if since is not None and on <= since:
        raise wrong(
            "on",
            f"改名日期应晚于现名称启用之日{since}。",
            f"The present name is in use since {since}; the new one comes later.",
        )
    past = {
        "name": named.name,
        "since": since.isoformat() if since else None,
        "until": (on - _DAY).isoformat(),
    }
    named.past_names = [*named.past_names, past]
    named.name = name


def _refuse_taken_names(unit: Unit, today: date) -> None:
    """Refuse a name or alias by which another unit of the government is already meant."""
    own = {unit.name, *unit.aliases}
    for other in unit.government.units.exclude(pk=unit.pk):
        if goes_on(other, today) and (shared := own & {other.name, *other.aliases}):
            name = min(shared)
            field = "name" if name == unit.name else "aliases"
            raise wrong(
                field,
                f"“{name}”已是{other}的名称或者别称，会分不清。请换一个。",
                f"{name} already means {other}.",
            )


def _end(unit: Unit, last_day: date) -> None:
    if unit.since is not None and last_day < unit.since:
        raise wrong(
            "on",
            f"{unit}于{unit.since}成立，不能在此之前撤并。",
            f"{unit} began on {unit.since}; it cannot end before.",
        )
    unit.until = last_day


def _of_government(group: UnitGroup, members: Iterable[Unit]) -> list[Unit]:
    units = list(members)
    if any(unit.government_id != group.government_id for unit in units):
        raise wrong("members", "单位组只收本政府的单位。", "A group holds units of its government.")
    return units
