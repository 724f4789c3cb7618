"""
The one door: every change of an entry, with permission, checks, clocks and ledger in one transaction.

Pages, imports and commands all call these. The time comes in as an argument.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models.functions import Length

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.cases import checked, clock_problem, obstacles, outlook
from zhunsheng.engine.registers.procedures import Step
from zhunsheng.engine.registers.values import shown
from zhunsheng.web import policy
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import Head, StoredOpening
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.policy import Actor
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.errors import (
    ChangedMeanwhileError,
    ClosedError,
    ForbiddenError,
    InvalidError,
    NotThereError,
)
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.search import index

_NOT_YOURS = ForbiddenError(
    "您没有在该单位填报的权限。请联系本单位的统筹员。", "You may not enter for this unit."
)


def create(
    actor: Actor, register: str, unit: Unit, raw: Mapping[str, object], at: datetime
) -> Entry:
    """
    Make a new entry in a register.

    Raises ForbiddenError, InvalidError (nothing is kept), UnknownNameError for an unknown register.
    """
    return create_many(actor, register, unit, [raw], at)[0]


@transaction.atomic
def create_many(
    actor: Actor,
    register: str,
    unit: Unit,
    raws: Iterable[Mapping[str, object]],
    at: datetime,
) -> list[Entry]:
    """
    Make new entries in a register, all or none, each with its own line in the ledger.

    Raises what `create` raises, for the first that is wrong.
    """
    named = catalogue().register(register)
    if not policy.may_enter(actor, unit):
        raise _NOT_YOURS
    head = store.lock_head()
    last = _last_number(named.name, unit, at)
    entries, valid = [], []
    for raw in raws:
        _refuse_step_fields(named, raw, {})
        values = _valid(named, raw, at.date())
        last += 1
        entry = Entry(
            register=named.name,
            government=unit.government,
            unit=unit,
            number=f"{at.year}-{last:05}",
            state=named.register.procedure.start.key if named.register.procedure else "",
            version=0,
            entered_by=actor.user,
            entered_at=at,
        )
        _hold(entry, named, values)
        _bring_up_to_date(entry, named, actor, at)
        entries.append(entry)
        valid.append(values)
    index.keep(made := Entry.unscoped.bulk_create(entries, batch_size=500))
    drafts = [_draft(entry, values) for entry, values in zip(made, valid, strict=True)]
    store.append(head, drafts, at=at, who=f"user/{actor.user.pk}", did="entry.create")
    return made


@transaction.atomic
def change(actor: Actor, pk: int, version: int, raw: Mapping[str, object], at: datetime) -> Entry:
    """
    Change some fields of an entry that was read in a version.

    Raises NotThereError, ForbiddenError, ChangedMeanwhileError where somebody else was first, and
    InvalidError.
    """
    head = store.lock_head()
    entry, named = _locked(actor, pk)
    if not policy.may_change(actor, entry):
        raise _NOT_YOURS
    before = _all_values(entry)
    _refuse_step_fields(named, raw, before)
    values = _valid(named, before | dict(raw), at.date())
    _check_version(entry, named, version, values)
    changed = {key: value for key, value in values.items() if value != before.get(key)}
    if changed:
        _hold(entry, named, values)
        _save(entry, named, actor, at)
        _write(head, entry, "entry.change", actor, changed)
    return entry


@transaction.atomic
def take_step(
    actor: Actor,
    pk: int,
    version: int,
    step: str,
    raw: Mapping[str, object],
    at: datetime,
    *,
    skips: Mapping[str, str] | None = None,
) -> Entry:
    """
    Take a step of an entry's procedure.

    `skips` holds reasons for gates the law lets one skip. Raises ClosedError with the reasons and
    articles where a gate is closed, and what `change` raises.
    """
    head = store.lock_head()
    entry, named = _locked(actor, pk)
    found = _step(named, entry, step)
    if why := policy.may_take(actor, entry, found.by, approves=found.approves):
        raise ForbiddenError(why, "You may not take this step.")
    before = _all_values(entry)
    fields = {key: raw[key] for key in (*found.requires, *found.asks) if key in raw}
    values = _valid(named, before | fields, at.date())
    _check_version(entry, named, version, values)
    closed = list(obstacles(named.register, found, values, skips))
    if closed:
        raise ClosedError(found.label, [_cited(one.says, one.source) for one in closed])
    changed = {key: value for key, value in values.items() if value != before.get(key)}
    came_from, entry.state = entry.state, found.leads_to
    _hold(entry, named, values)
    _save(entry, named, actor, at, keeps_hand=not changed)
    more: dict[str, Any] = {"step": found.key, "from": came_from, "to": entry.state}
    if skips:
        more["skipped"] = {gate.key: skips[gate.key] for gate in found.gates if skips.get(gate.key)}
    _write(head, entry, "entry.step", actor, changed, more)
    return entry


@transaction.atomic
def attach(actor: Actor, pk: int, field: str, file: Mapping[str, Any], at: datetime) -> Entry:
    """
    Add a kept file to one of an entry's attachment fields.

    `file` is what `files.keep` gave. Raises NotThereError, ForbiddenError, InvalidError.
    """
    head = store.lock_head()
    entry, named = _locked(actor, pk)
    if not policy.may_attach(actor, entry):
        raise _NOT_YOURS
    declared = {one.key for one in named.register.fields if one.kind == "attachments"}
    if field not in declared:
        raise NotThereError("这条记录没有这个附件栏。", "There is no such field for files.")
    values = _all_values(entry)
    listed = [one for one in values.get(field) or [] if one["digest"] != file["digest"]]
    values = _valid(named, values | {field: [*listed, dict(file)]}, at.date())
    _hold(entry, named, values)
    _save(entry, named, actor, at, keeps_hand=True)
    _write(head, entry, "entry.attach", actor, {field: values[field]})
    return entry


@transaction.atomic
def erase(actor: Actor, pk: int, reason: str, at: datetime) -> Entry:
    """
    Erase the personal data of an entry, and what opens their commitments; every proof still holds.

    Raises NotThereError, ForbiddenError, InvalidError without a reason.
    """
    head = store.lock_head()
    entry, named = _locked(actor, pk)
    if not policy.may_erase(actor, entry):
        raise ForbiddenError("只有本单位的审核员可以抹去个人信息。", "Only approvers may erase.")
    if not reason.strip():
        raise InvalidError({"reason": Message("请写明抹去个人信息的理由。", "Give the reason.")})
    erased = sorted(entry.private)
    entry.private = {}
    StoredOpening.objects.filter(line__about=entry.about).delete()
    _save(entry, named, actor, at)
    more = {"reason": reason.strip(), "erased": erased}
    _write(head, entry, "entry.erase", actor, {}, more)
    return entry


def seal_of(entry: Entry) -> dict[str, Any]:
    """Get what the ledger keeps of an entry as a whole, so that a row changed aside is found."""
    return {
        "register": entry.register,
        "unit": entry.unit_id,
        "number": entry.number,
        "title": entry.title,
        "state": entry.state,
        "happened": entry.happened.isoformat() if entry.happened else None,
        "version": entry.version,
        "values": entry.values,
    }


def _locked(actor: Actor, pk: int) -> tuple[Entry, NamedRegister]:
    entry = policy.entries_for(actor).filter(pk=pk).first()
    if entry is None:
        raise NotThereError(
            "没有这条记录，或者您没有查看的权限。", "There is no such entry that you may see."
        )
    return entry, catalogue().register(entry.register)


def _step(named: NamedRegister, entry: Entry, key: str) -> Step:
    procedure = named.register.procedure
    found = procedure.step(key) if procedure else None
    if found is None or entry.state not in found.comes_from:
        raise NotThereError(
            "当前状态下没有这一环节，可能已由他人办理。请刷新页面。",
            "There is no such step from the present state. Load the page again.",
        )
    return found


def _valid(named: NamedRegister, raw: Mapping[str, object], today: date) -> dict[str, Any]:
    found = checked(named.register, raw)
    if found.problems:
        raise InvalidError(found.problems)
    clocks = named.domain.clocks_by_key()
    problem = clock_problem(named.register, clocks, found.values, today, calendar_of())
    if problem is not None:
        raise InvalidError({named.register.happened: problem})
    return found.values


def _refuse_step_fields(
    named: NamedRegister, raw: Mapping[str, object], before: Mapping[str, Any]
) -> None:
    """Refuse what only a step may fill: nobody gets round its gates by changing the entry."""
    free = {field.key for field in named.register.entry_fields}
    problems = {
        field.key: Message(
            f"{field.label}只能在办理环节中填写。", f"{field.label} is filled by a step only."
        )
        for field in named.register.fields
        if field.key in raw and field.key not in free and raw[field.key] != before.get(field.key)
    }
    if problems:
        raise InvalidError(problems)


def _check_version(
    entry: Entry, named: NamedRegister, version: int, values: Mapping[str, Any]
) -> None:
    if entry.version == version:
        return
    changes = {
        field.label: (
            shown(field, values.get(field.key)),
            shown(field, entry.values.get(field.key)),
        )
        for field in named.register.fields
        if not field.personal and values.get(field.key) != entry.values.get(field.key)
    }
    raise ChangedMeanwhileError(str(entry.changed_by), changes)


def _all_values(entry: Entry) -> dict[str, Any]:
    return {**entry.values, **entry.private}


def _hold(entry: Entry, named: NamedRegister, values: Mapping[str, Any]) -> None:
    """Put values where they belong: personal ones apart, the title and the day into columns."""
    register = named.register
    filled = {key: value for key, value in values.items() if value is not None}
    entry.values = {key: filled[key] for key in filled if key not in register.personal}
    entry.private = {key: filled[key] for key in filled if key in register.personal}
    entry.title = str(filled.get(register.title, ""))
    happened = filled.get(register.happened)
    entry.happened = date.fromisoformat(happened[:10]) if happened else None


def _save(
    entry: Entry, named: NamedRegister, actor: Actor, at: datetime, *, keeps_hand: bool = False
) -> None:
    """Save with the clocks computed; a step that changes no value leaves whose hand the values are."""
    hand = entry.changed_by
    _bring_up_to_date(entry, named, actor, at)
    if keeps_hand:
        entry.changed_by = hand
    entry.save()
    index.keep([entry])


def _bring_up_to_date(entry: Entry, named: NamedRegister, actor: Actor, at: datetime) -> None:
    clocks = named.domain.clocks_by_key()
    found = outlook(named.register, clocks, entry.values, at.date(), calendar_of())
    procedure = named.register.procedure
    entry.due, entry.late = found.due, found.is_late
    entry.done = bool(procedure and procedure.state(entry.state).final)
    entry.version += 1
    entry.changed_by = actor.user
    entry.changed_at = at


def _last_number(register: str, unit: Unit, at: datetime) -> int:
    """Get the last number of the year; the locked end of the ledger keeps writers in line."""
    year = f"{at.year}-"
    numbers = Entry.unscoped.filter(
        register=register, government=unit.government, number__startswith=year
    )
    # Longer is later: after 99999 comes 100000, which sorts before it as text.
    ordered = numbers.order_by(Length("number").desc(), "-number")
    last = ordered.values_list("number", flat=True).first()
    return int(last.removeprefix(year)) if last else 0


def _write(
    head: Head,
    entry: Entry,
    did: str,
    actor: Actor,
    changed: Mapping[str, Any],
    more: Mapping[str, Any] | None = None,
) -> None:
    draft = _draft(entry, changed, more)
    store.append(head, [draft], at=entry.changed_at, who=f"user/{actor.user.pk}", did=did)


def _draft(
    entry: Entry, changed: Mapping[str, Any], more: Mapping[str, Any] | None = None
) -> store.Draft:
    """Get what the ledger is to say of an entry: what changed, and what it is as a whole."""
    personal = catalogue().register(entry.register).register.personal
    return store.Draft(
        about=entry.about,
        says={
            "changed": {key: value for key, value in changed.items() if key not in personal},
            "entry": seal_of(entry),
            **(more or {}),
        },
        personal={key: value for key, value in changed.items() if key in personal},
    )


def _cited(says: Message, source: str) -> Message:
    return Message(f"{says.zh}（{source}）" if source else says.zh, f"{says.en} ({source})")
