"""
What was done to an entry, from its lines in the ledger: when, by whom, and what became of each value.

It reads lines and tells; whether somebody may see the entry was decided before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Step
from zhunsheng.web.ledger.models import StoredLine, StoredOpening
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.words import in_short

MOST = 200


@dataclass(frozen=True, slots=True)
class Change:
    """What a value was and what it became; a personal one that may not be shown says so."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that was done to an entry."""

    number: int
    when: str
    who: str
    said: str
    changes: tuple[Change, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    reason: str = ""
    document: str = ""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """A state of the procedure as an entry went through it: done, now, ahead, or passed over."""

    label: str
    kind: str
    when: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Past:
    """
    The lines of an entry in their order, with the people in them; of very many, the last.

    `openings` are the personal values of each line, as far as they may be seen and are still kept;
    `withdrawn` the numbers of the steps that were taken back.
    """

    entry: Entry
    named: NamedRegister
    lines: Sequence[StoredLine]
    people: Mapping[str, str]
    openings: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    withdrawn: frozenset[int] = frozenset()

    def who(self, line: StoredLine) -> str:
        """Get who did what a line says; what nobody did, the site did by itself."""
        return self.people.get(line.who) or (
            line.who if line.who.startswith("user/") else _("系统")
        )

    def step(self, line: StoredLine) -> Step | None:
        """Get the step a line is about; None where it is about none."""
        procedure = self.named.register.procedure
        return procedure.step(str(line.says.get("step", ""))) if procedure else None


def past_of(
    entry: Entry, named: NamedRegister, *, with_personal: bool, until: int | None = None
) -> Past:
    """
    Get what was done to an entry; personal values only where they may be seen.

    With `until` nothing after that line; the entry is what it was then.
    """
    about = StoredLine.objects.filter(about=entry.about)
    if until is not None:
        about = about.filter(number__lte=until)
    lines = list(about.order_by("-number")[:MOST])[::-1]
    keys = {line.who.partition("/")[2] for line in lines}
    people = User.objects.filter(pk__in=[int(key) for key in keys if key.isdigit()])
    names = {f"user/{user.pk}": str(user) for user in people}
    openings: dict[int, dict[str, Any]] = {}
    if with_personal and any(line.personal for line in lines):
        held = StoredOpening.objects.filter(line__in=lines)
        for number, name, value in held.values_list("line__number", "name", "value"):
            openings.setdefault(number, {})[name] = value
    withdrawn = frozenset(line.says["withdrew"] for line in lines if line.did == "entry.withdraw")
    return Past(entry, named, lines, names, openings, withdrawn)


def stages(past: Past) -> list[Stage]:
    """Get the states of a procedure in their order, each with whether and when it was reached."""
    procedure = past.named.register.procedure
    if procedure is None:
        return []
    reached: dict[str, StoredLine] = {}
    for line in past.lines:
        if line.did == "entry.create":
            reached[procedure.start.key] = line
        elif line.did == "entry.step" and line.number not in past.withdrawn:
            reached[line.says["to"]] = line
    keys = [state.key for state in procedure.states]
    at = keys.index(past.entry.state)
    found = []
    for place, state in enumerate(procedure.states):
        then = reached.get(state.key)
        kind = "ahead" if place > at else "passed"
        if state.key == past.entry.state:
            kind = "now"
        elif then is not None:
            kind = "done"
        when, who = (then.at[:10], past.who(then)) if then else ("", "")
        found.append(Stage(state.label, kind, when, who))
    return found


def happenings(past: Past) -> list[Happening]:
    """Get what was done to an entry, newest first."""
    found = [_happening(past, line, values) for line, values in _with_values_before(past)]
    return found[::-1]


def _with_values_before(past: Past) -> Iterator[tuple[StoredLine, dict[str, Any]]]:
    """Get each line with the values as they were before it."""
    values: dict[str, Any] = {}
    for line in past.lines:
        yield line, dict(values)
        personal = {**values, **past.openings.get(line.number, {})}
        kept = {key: personal[key] for key in personal if key in past.named.register.personal}
        values = {**line.says.get("entry", {}).get("values", {}), **kept}


def _happening(past: Past, line: StoredLine, before: Mapping[str, Any]) -> Happening:
    step = past.step(line)
    gates = {gate.key: gate.needs for gate in step.gates} if step else {}
    withdrawn = line.number in past.withdrawn
    return Happening(
        number=line.number,
        when=f"{line.at[:10]} {line.at[11:16]}",
        who=past.who(line),
        said=_said(line, step),
        changes=tuple(_changes(past, line, before)),
        skipped=tuple(
            (gates.get(key, key), reason) for key, reason in line.says.get("skipped", {}).items()
        ),
        reason=str(line.says.get("reason", "")),
        document=step.document if step and line.did == "entry.step" else "",
        withdrawn=withdrawn,
    )


def _said(line: StoredLine, step: Step | None) -> str:
    if line.did == "entry.withdraw":
        return _("撤回“%(step)s”") % {"step": step.label if step else ""}
    if step is not None:
        return step.label
    words = {
        "entry.create": _("新增"),
        "entry.change": _("修改"),
        "entry.erase": _("抹去个人信息"),
        "entry.attach": _("添加附件"),
        "entry.count": _("自动计数"),
        "entry.late": _("超过期限") if line.says.get("entry", {}).get("late") else _("不再逾期"),
    }
    return words.get(line.did, line.did)


def _changes(past: Past, line: StoredLine, before: Mapping[str, Any]) -> Iterator[Change]:
    """Get what changed; of a new entry nothing, for it says all that stands in it."""
    if line.did == "entry.create":
        return
    for declared in past.named.register.fields:
        key = declared.key
        if key in line.says.get("changed", {}):
            yield _change(declared, before.get(key), line.says["changed"][key])
        elif key in line.personal:
            opened = past.openings.get(line.number, {})
            if key in opened:
                yield _change(declared, before.get(key), opened[key])
            else:
                yield Change(declared.label, "", _("（个人信息，不显示或者已抹去）"))


def _change(declared: Field, old: Any, new: Any) -> Change:
    if declared.kind == "attachments":
        kept = old or []
        added = [file for file in new or [] if file not in kept]
        gone = [file for file in kept if file not in (new or [])]
        return Change(
            declared.label,
            in_short(declared, gone) if gone else "",
            in_short(declared, added) if added else _("去掉文件"),
        )
    return Change(
        declared.label, "" if old is None else in_short(declared, old), in_short(declared, new)
    )
