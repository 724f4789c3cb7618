"""
Taking a step back: which step it would be, and what the entry was before it.

It reads the ledger and refuses; the action writes.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.web import policy
from zhunsheng.web.ledger.models import StoredLine, StoredOpening
from zhunsheng.web.organizations.models import User
from zhunsheng.web.policy import Actor
from zhunsheng.web.registers.errors import ForbiddenError
from zhunsheng.web.registers.models import Entry


def last_step(actor: Actor, entry: Entry, named: NamedRegister, at: datetime) -> StoredLine:
    """Get the line of the step somebody may take back. Raises ForbiddenError with the reason."""
    line = StoredLine.objects.filter(about=entry.about).order_by("-number").first()
    if line is None or (why := why_not(actor, entry, named, line, at)):
        raise ForbiddenError(
            why if line is not None else "没有可以撤回的环节。", "This step cannot be taken back."
        )
    return line


def why_not(
    actor: Actor, entry: Entry, named: NamedRegister, line: StoredLine, at: datetime
) -> str:
    """Get why somebody may not take back what the last line says; empty where they may."""
    procedure = named.register.procedure
    step = procedure.step(str(line.says.get("step", ""))) if procedure else None
    if line.did != "entry.step" or step is None:
        return "最近一次办理不是环节，没有可以撤回的。"
    if not step.undoable:
        return f"“{step.label}”办理后不能撤回。"
    if line.who != f"user/{actor.user.pk}" or not policy.roles_in(actor, entry.unit) & set(step.by):
        return "只有办理这一环节的人可以撤回。"
    if datetime.fromisoformat(line.at).astimezone(at.tzinfo).date() != at.date():
        return "只有当日办理的环节可以撤回。"
    return ""


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
        if line.did != "entry.attach" and (line.says.get("changed") or line.personal):
            return User.objects.get(pk=int(line.who.partition("/")[2]))
    return entry.entered_by
