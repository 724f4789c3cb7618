"""
Values as they may be saved: checked by the declaration, with known units and entries behind names.

It refuses, in words; it saves nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.cases import Checked, checked, clock_problem
from zhunsheng.engine.registers.computing import LookUp
from zhunsheng.engine.registers.values import shown
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Government
from zhunsheng.web.registers import linking, uploads
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.errors import ChangedMeanwhileError, InvalidError
from zhunsheng.web.registers.held import Held
from zhunsheng.web.registers.linking import Place
from zhunsheng.web.registers.looking_up import entries_behind
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.once import refuse_used
from zhunsheng.web.registers.units import Names, near_names, successor_of

_ITSELF = Message("不能填本件自己的编号。", "An entry cannot refer to itself.")


@dataclass(frozen=True, slots=True)
class Valid:
    """Values in their stored form, and the keys of the entries they refer to by place."""

    values: dict[str, Any]
    links: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Saving:
    """
    Who saves, into which register, of which government, on which day; `itself` is the entry's key.

    What must be read of other entries, and of units, is read through `held`.
    """

    actor: Actor
    named: NamedRegister
    government: Government
    today: date
    itself: int | None = None
    held: Held = field(default_factory=Held)


def valid(saving: Saving, raw: Mapping[str, object], before: Mapping[str, Any]) -> Valid:
    """Get the values of an entry that had others before. Raises InvalidError."""
    return valid_many(saving, [raw], before)[0]


def valid_many(
    saving: Saving, raws: Sequence[Mapping[str, object]], before: Mapping[str, Any]
) -> list[Valid]:
    """Get the values of many entries. Raises InvalidError for the first that are wrong."""
    found, links = looked_through(saving, raws, before)
    for one in found:
        if one.problems:
            raise InvalidError(one.problems)
    return [Valid(one.values, held) for one, held in zip(found, links, strict=True)]


def looked_through(
    saving: Saving, raws: Sequence[Mapping[str, object]], before: Mapping[str, Any]
) -> tuple[list[Checked], list[dict[str, int]]]:
    """
    Get the values of many entries with all that is wrong with each, and the entries they refer to.

    A unit or an entry that was named before may be named again, whatever became of it since.
    """
    register = saving.named.register
    named = {place.value for place in linking.places(register.fields, before, "reference")}
    look_up = entries_behind(saving, named)
    found = [_parsed(saving, raw, before, look_up) for raw in raws]
    known = {place.value for place in linking.places(register.fields, before, "unit")}
    names = saving.held.names_in(saving.government)
    clocks = saving.named.domain.clocks_by_key()
    for one in found:
        _name_units(saving, one, known, names)
        late = clock_problem(register, clocks, one.values, saving.today, calendar_of())
        if late is not None:
            one.problems.setdefault(register.happened, late)
    refuse_used(saving, found, before)
    return found, _link(saving, found, before)


def refuse_step_fields(
    named: NamedRegister, raw: Mapping[str, object], before: Mapping[str, Any]
) -> None:
    """Refuse what only a step may fill: nobody gets round its gates by changing the entry."""
    free = {field.key for field in named.register.entry_fields}
    problems = {
        field.key: (
            Message(f"{field.label}由系统计算，不能填写。", f"{field.label} is computed.")
            if field.fills_itself
            else Message(
                f"{field.label}只能在办理环节中填写。", f"{field.label} is filled by a step only."
            )
        )
        for field in named.register.fields
        if field.key in raw and field.key not in free and raw[field.key] != before.get(field.key)
    }
    if problems:
        raise InvalidError(problems)


def check_version(
    entry: Entry, named: NamedRegister, version: int, values: Mapping[str, Any]
) -> None:
    """Refuse to overwrite what somebody else saved meanwhile. Raises ChangedMeanwhileError."""
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


def _parsed(
    saving: Saving, raw: Mapping[str, object], before: Mapping[str, Any], look_up: LookUp
) -> Checked:
    register = saving.named.register
    claimed, problems = uploads.claimed(saving.actor.user, register, raw, before)
    itself = saving.itself
    counted = saving.held.numbers(register, itself) if itself is not None else None
    found = checked(register, claimed, look_up=look_up, counted=counted)
    return replace(found, problems=found.problems | problems)


def _name_units(saving: Saving, found: Checked, known: set[str], names: Names) -> None:
    """Put the proper name of each unit in the place of what it was called; note unknown ones."""
    register = saving.named.register
    happened = found.values.get(register.happened)
    on = date.fromisoformat(happened[:10]) if happened else saving.today
    for place in linking.places(register.fields, found.values, "unit"):
        if place.value in known:
            continue
        name = names.proper(place.value, on)
        if name is not None:
            place.holder[place.field.key] = name
        elif not place.field.outside:
            why = names.complaints.get((place.value, on))
            if why is None:
                why = _no_unit(place.value, saving.government, on)
                names.complaints[place.value, on] = why
            said = Message(f"{place.label}{why.zh}", f"{place.label} {why.en}")
            found.problems[place.path] = said


def _no_unit(said: str, government: Government, on: date) -> Message:
    if (successor := successor_of(said, government)) is not None:
        return Message(
            f"“{said}”已经撤并，现为“{successor}”。请改填现在的单位。",
            f"{said} was merged into {successor}. Name that one.",
        )
    near = near_names(said, government, on)
    listed = (
        f"相近的有：{'、'.join(near)}。" if near else "请从单位名单中选取，或者联系统筹员添加。"
    )
    return Message(
        f"没有“{said[:60]}”这个单位。{listed}",
        f"There is no unit {said[:60]}. Near ones: {', '.join(near) or 'none'}.",
    )


def _link(
    saving: Saving, found: Sequence[Checked], before: Mapping[str, Any]
) -> list[dict[str, int]]:
    """Get the entries that are referred to: new ones visible, those from before wherever they are."""
    fields = saving.named.register.fields
    named = {place.value for place in linking.places(fields, before, "reference")}
    referring = [list(linking.places(fields, one.values, "reference")) for one in found]
    asked = {place.value for places in referring for place in places}
    targets = {
        reference: entry
        for reference, entry in saving.held.meant(asked, saving.government).items()
        if reference in named or policy.may_refer_to(saving.actor, entry)
    }
    links: list[dict[str, int]] = []
    for one, places in zip(found, referring, strict=True):
        links.append({})
        for place in places:
            target = targets.get(place.value)
            if target is not None and target.pk != saving.itself:
                place.holder[place.field.key] = linking.reference_to(target, saving.government)
                links[-1][place.path] = target.pk
            elif target is not None:
                one.problems[place.path] = _ITSELF
            elif place.value not in named:
                one.problems[place.path] = _no_entry(saving, place)
    return links


def _no_entry(saving: Saving, place: Place) -> Message:
    register, _, rest = place.value.partition("/")
    number = rest.rpartition(":")[2]
    saving.held.written()
    entries = policy.entries_to_refer_to(saving.actor)
    near = linking.suggested(entries, register, number, saving.government)
    near = near or linking.suggested(entries, register, number[-3:], saving.government)
    listed = "；".join(
        f"{linking.short_reference(one, saving.government)} {one.title[:30]}" for one in near[:5]
    )
    return Message(
        f"{place.label}：没有编号为“{rest}”的记录，或者您没有查看的权限。"
        + (f"相近的有：{listed}。" if listed else "请核对编号。"),
        f"{place.label}: there is no entry {rest} that you may see. Near ones: {listed or 'none'}.",
    )
