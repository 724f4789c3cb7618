"""
Taking a step back: which step it would be, and what the entry was before it.

It reads the ledger and refuses; the action writes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.messages import Message
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger.models import StoredLine, StoredOpening
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers.errors import ForbiddenError
from zhunsheng.web.registers.models import Entry

_BY_ITSELF = "entry.count"
"""What an entry counts moves by itself, and is no reason against taking a step back."""


def last_done(lines: Sequence[StoredLine]) -> StoredLine | None:
    """Get the last line, of some in their order, that says what somebody did."""
    return next((line for line in reversed(lines) if line.did != _BY_ITSELF), None)


def last_step(actor: Actor, entry: Entry, named: NamedRegister, at: datetime) -> StoredLine:
    """Get the line of the step somebody may take back. Raises ForbiddenError with the reason."""
    lines = StoredLine.objects.filter(about=entry.about).exclude(did=_BY_ITSELF)
    line = lines.order_by("-number").first()
    if line is None:
        raise ForbiddenError("没有可以撤回的环节。", "There is no step to take back.")
    if why := why_not(actor, entry, named, line, at):
        raise ForbiddenError(why.zh, why.en)
    return line


def why_not(
    actor: Actor, entry: Entry, named: NamedRegister, line: StoredLine, at: datetime
) -> Message | None:
    """Get why somebody may not take back what the last line says; None where they may."""
    procedure = named.register.procedure
    step = procedure.step(str(line.says.get("step", ""))) if procedure else None
    if line.did != "entry.step" or step is None:
        return Message(
            "最近一次办理不是环节，没有可以撤回的。",
            "What was done last is no step; there is nothing to take back.",
        )
    if not step.undoable:
        return Message(
            f"“{step.label}”办理后不能撤回。", f"“{step.label}” cannot be taken back once taken."
        )
    if line.who != f"user/{actor.user.pk}" or not policy.roles_in(actor, entry.unit) & set(step.by):
        return Message(
            "只有办理这一环节的人可以撤回。", "Only whoever took the step may take it back."
        )
    if datetime.fromisoformat(line.at).astimezone(at.tzinfo).date() != at.date():
        return Message(
            "只有当日办理的环节可以撤回。", "A step can be taken back on the day it was taken only."
        )
    return None


def values_before(entry: Entry, taken: StoredLine) -> dict[str, Any]:
    """Get the values an entry had before a step; what was erased stays erased."""
    earlier = StoredLine.objects.filter(about=entry.about, number__lt=taken.number)
    sealed = earlier.order_by("-number").values_list("says", flat=True).first() or {}
    openings = StoredOpening.objects.filter(
        line__about=entry.about, line__number__lt=taken.number
    ).order_by("line__number")
    personal = dict(openings.values_list("name", "value"))
    found = dict(sealed.get("entry", {}).get("values", {})) | personal
    return {key: value for key, value in found.items() if value is not None}


def hand_before(entry: Entry, taken: StoredLine) -> User:
    """Get who changed the values last before a step."""
    earlier = StoredLine.objects.filter(about=entry.about, number__lt=taken.number)
    for line in earlier.order_by("-number"):
        if line.did == "entry.withdraw":
            return User.objects.get(pk=line.says["hand"])
        if line.did not in {"entry.attach", _BY_ITSELF} and (
            line.says.get("changed") or line.personal
        ):
            return User.objects.get(pk=int(line.who.partition("/")[2]))
    return entry.entered_by
