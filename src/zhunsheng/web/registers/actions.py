"""
The one door: every change of an entry, with permission, checks, clocks and ledger in one transaction.

Pages, imports and commands all call these; within `together` many of them are one transaction. The time
comes in as an argument.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.cases import obstacles
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Step
from zhunsheng.engine.registers.values import WrongValueError, parsed
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger.models import StoredOpening
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers import events, filling, keeping, undoing
from zhunsheng.web.registers.batch import Batch, together
from zhunsheng.web.registers.checking import (
    Saving,
    check_version,
    refuse_step_fields,
    valid,
    valid_many,
)
from zhunsheng.web.registers.errors import (
    ClosedError,
    ForbiddenError,
    InvalidError,
    NotThereError,
)
from zhunsheng.web.registers.models import Entry

_NOT_YOURS = ForbiddenError(
    "您没有在该单位填报的权限。请联系本单位的统筹员。",
    "You may not enter for this unit. Ask the unit's coordinator.",
)
_REASON = Field(key="reason", label="理由", kind="long_text")
_NO_REASON = Message("请写明抹去个人信息的理由。", "Give the reason why personal data is erased.")


def create(
    actor: Actor, register: str, unit: Unit, raw: Mapping[str, object], at: datetime
) -> Entry:
    """
    Make a new entry in a register.

    Raises ForbiddenError, InvalidError (nothing is kept), UnknownNameError for an unknown register.
    """
    return create_many(actor, register, unit, [raw], at)[0]


def create_many(
    actor: Actor,
    register: str,
    unit: Unit,
    raws: Iterable[Mapping[str, object]],
    at: datetime,
    *,
    fills: Collection[str] = (),
) -> list[Entry]:
    """
    Make new entries in a register, all or none, each with its own line in the ledger.

    `fills` are fields of a step that another action fills beforehand; whoever takes the step finds
    them filled, and its gates look at them as ever. Raises what `create` raises, for the first that is wrong.
    """
    named = catalogue().register(register)
    if not policy.may_enter(actor, unit, named.register.entered_by):
        raise _NOT_YOURS
    with together() as batch:
        batch.begin()
        listed = list(raws)
        for raw in listed:
            entered = {key: raw[key] for key in raw if key not in fills}
            refuse_step_fields(named, entered, {})
        saving = Saving(actor, named, unit.government, at.date(), held=batch.held)
        found = valid_many(saving, listed, {})
        made = []
        for number, one in enumerate(found, start=batch.next_number(named.name, unit, at)):
            one.values.update(filling.filled(batch, named, unit, one.values, {}, at))
            entry = _new(actor, named, unit, number, at)
            keeping.hold(entry, named, one.values)
            keeping.bring_up_to_date(entry, named, actor, at)
            made.append(entry)
        batch.enter(made, [one.links for one in found], [one.values for one in found], actor, at)
        batch.announce(events.created, entries=made, actor=actor, at=at)
        return made


def change(actor: Actor, pk: int, version: int, raw: Mapping[str, object], at: datetime) -> Entry:
    """
    Change some fields of an entry that was read in a version.

    Raises NotThereError, ForbiddenError, ChangedMeanwhileError where somebody else was first, and
    InvalidError.
    """
    with together() as batch:
        entry, named = _locked(batch, actor, pk)
        if not policy.may_change(actor, entry):
            raise _NOT_YOURS
        before = keeping.all_values(entry)
        refuse_step_fields(named, raw, before)
        found = valid(_saving(batch, actor, entry, named, at), before | dict(raw), before)
        check_version(entry, named, version, found.values)
        found.values.update(filling.filled(batch, named, entry.unit, found.values, before, at))
        changed = {key: value for key, value in found.values.items() if value != before.get(key)}
        if changed:
            keeping.hold(entry, named, found.values)
            keeping.bring_up_to_date(entry, named, actor, at)
            batch.change(entry, "entry.change", actor, changed, links=found.links)
        return entry


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
    with together() as batch:
        entry, named = _locked(batch, actor, pk)
        taken = _step(named, entry, step)
        if why := policy.may_take(actor, entry, taken.by, approves=taken.approves):
            raise ForbiddenError(why.zh, why.en)
        before = keeping.all_values(entry)
        fields = {key: raw[key] for key in (*taken.requires, *taken.asks) if key in raw}
        found = valid(_saving(batch, actor, entry, named, at), before | fields, before)
        values = found.values
        check_version(entry, named, version, values)
        values.update(filling.filled(batch, named, entry.unit, values, before, at))
        reasons = _reasons(skips or {}, "skip.")
        if closed := list(obstacles(named.register, taken, values, reasons)):
            raise ClosedError(taken.label, [_cited(one.says, one.source) for one in closed])
        changed = {key: value for key, value in values.items() if value != before.get(key)}
        came_from, entry.state = entry.state, taken.leads_to
        keeping.hold(entry, named, values)
        keeping.bring_up_to_date(entry, named, actor, at, keeps_hand=not changed)
        more: dict[str, Any] = {"step": taken.key, "from": came_from, "to": entry.state}
        if skipped := _skipped(named, taken, values, reasons):
            more["skipped"] = skipped
        batch.change(entry, "entry.step", actor, changed, links=found.links, more=more)
        said = {"entry": entry, "step": taken, "came_from": came_from, "actor": actor, "at": at}
        batch.announce(events.stepped, **said)
        return entry


def attach(actor: Actor, pk: int, field: str, file: Mapping[str, Any], at: datetime) -> Entry:
    """
    Add a kept file to one of an entry's attachment fields.

    `file` is what `files.keep` gave. Raises NotThereError, ForbiddenError, InvalidError.
    """
    with together() as batch:
        entry, named = _locked(batch, actor, pk)
        if not policy.may_attach(actor, entry):
            raise _NOT_YOURS
        declared = {one.key for one in named.register.fields if one.kind == "attachments"}
        if field not in declared:
            raise NotThereError(
                "这条记录没有这个附件栏。", "This entry has no such field for files."
            )
        values = keeping.all_values(entry)
        listed = [one for one in values.get(field) or [] if one["digest"] != file["digest"]]
        values |= {field: [*listed, dict(file)]}
        values = valid(_saving(batch, actor, entry, named, at), values, values).values
        keeping.hold(entry, named, values)
        keeping.bring_up_to_date(entry, named, actor, at, keeps_hand=True)
        batch.change(entry, "entry.attach", actor, {field: values[field]})
        return entry


def erase(actor: Actor, pk: int, reason: str, at: datetime) -> Entry:
    """
    Erase the personal data of an entry, and what opens their commitments; every proof still holds.

    Raises NotThereError, ForbiddenError, InvalidError without a reason.
    """
    with together() as batch:
        entry, named = _locked(batch, actor, pk)
        if not policy.may_erase(actor, entry):
            raise ForbiddenError(
                "只有本单位的审核员可以抹去个人信息。",
                "Only the unit's approvers erase personal data.",
            )
        said = _reasons({"reason": reason}).get("reason")
        if not said:
            raise InvalidError({"reason": _NO_REASON})
        batch.write()
        erased = sorted(entry.private)
        entry.private = {}
        keeping.bring_up_to_date(entry, named, actor, at)
        batch.change(entry, "entry.erase", actor, {}, more={"reason": said, "erased": erased})
        StoredOpening.objects.filter(line__about=entry.about).delete()
        # What somebody typed and did not save may hold the same data.
        entry.drafts.all().delete()
        return entry


def withdraw(actor: Actor, pk: int, version: int, at: datetime) -> Entry:
    """
    Take back the last step of an entry: what it was before is what it is again.

    Raises NotThereError, ChangedMeanwhileError, and ForbiddenError with the reason where the step
    cannot be taken back: by somebody else, on a later day, after something else, or by its declaration.
    """
    with together() as batch:
        entry, named = _locked(batch, actor, pk)
        check_version(entry, named, version, keeping.all_values(entry))
        batch.write()
        taken = undoing.last_step(actor, entry, named, at)
        before, now = undoing.values_before(entry, taken), keeping.all_values(entry)
        before |= batch.held.numbers(named.register, pk)
        came_from, entry.state = entry.state, taken.says["from"]
        entry.changed_by = undoing.hand_before(entry, taken)
        keeping.hold(entry, named, before)
        keeping.bring_up_to_date(entry, named, actor, at, keeps_hand=True)
        found = valid(_saving(batch, actor, entry, named, at), before, before)
        changed = {
            key: before.get(key)
            for key in sorted(now.keys() | before.keys())
            if now.get(key) != before.get(key)
        }
        more = {
            "withdrew": taken.number,
            "step": taken.says["step"],
            "from": came_from,
            "to": entry.state,
            "hand": entry.changed_by_id,
        }
        batch.change(entry, "entry.withdraw", actor, changed, links=found.links, more=more)
        batch.announce(events.withdrawn, entry=entry, actor=actor, at=at)
        return entry


def _new(actor: Actor, named: NamedRegister, unit: Unit, number: int, at: datetime) -> Entry:
    procedure = named.register.procedure
    return Entry(
        register=named.name,
        government=unit.government,
        unit=unit,
        number=f"{at.year}-{number:05}",
        state=procedure.start.key if procedure else "",
        version=0,
        entered_by=actor.user,
        entered_at=at,
    )


def _saving(batch: Batch, actor: Actor, entry: Entry, named: NamedRegister, at: datetime) -> Saving:
    return Saving(actor, named, entry.government, at.date(), entry.pk, held=batch.held)


def _reasons(given: Mapping[str, str | None], beside: str = "") -> dict[str, str]:
    """
    Get the reasons that were given, as the ledger can hold them.

    Raises InvalidError, which names a problem by its key after `beside`.
    """
    found, problems = {}, {}
    for key, reason in given.items():
        try:
            found[key] = parsed(_REASON, reason)
        except WrongValueError as error:
            problems[f"{beside}{key}"] = error.message
    if problems:
        raise InvalidError(problems)
    return {key: reason for key, reason in found.items() if reason}


def _skipped(
    named: NamedRegister, step: Step, values: Mapping[str, Any], reasons: Mapping[str, str]
) -> dict[str, str]:
    """Get the reasons for the gates that were skipped: those that were closed."""
    return {
        one.gate.key: reasons[one.gate.key]
        for one in obstacles(named.register, step, values)
        if one.gate is not None
    }


def _locked(batch: Batch, actor: Actor, pk: int) -> tuple[Entry, NamedRegister]:
    batch.begin()
    entry = batch.held.entry(pk)
    if entry is None or not policy.may_see(actor, entry):
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
            "There is no such step from the present state; somebody may have taken it. Load the page again.",
        )
    return found


def _cited(says: Message, source: str) -> Message:
    return Message(f"{says.zh}（{source}）" if source else says.zh, f"{says.en} ({source})")
