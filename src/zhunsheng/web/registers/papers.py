"""
Papers that steps produce, and the sheet of a whole entry: generic, from the declaration alone.

A paper says what the entry said when the step was taken, whatever became of it since.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zhunsheng.engine.registers.procedures import Step
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.registers.errors import NotThereError
from zhunsheng.web.registers.facts import Fact, facts_of
from zhunsheng.web.registers.history import Past


@dataclass(frozen=True, slots=True)
class Paper:
    """A produced paper: its blanks filled where the step filled them, empty where it did not."""

    title: str
    number: str
    addressee: str
    subject: str
    facts: tuple[Fact, ...]
    blanks: tuple[str, ...]
    source: str
    day: str
    line: StoredLine
    withdrawn: bool


def paper_of(past: Past, number: int, *, sees_personal: bool) -> Paper:
    """Get the paper of the step that a line of an entry tells of. Raises NotThereError."""
    line = next((line for line in past.lines if line.number == number), None)
    step = past.step(line) if line is not None and line.did == "entry.step" else None
    if line is None or step is None or not step.document:
        raise NotThereError("这一环节没有产出文书。", "This step produced no paper.")
    register, sealed = past.named.register, line.says["entry"]
    values = {**sealed["values"], **_personal_then(past, line)}
    asked = {*step.requires, *step.asks}
    found = [
        fact
        for fact in facts_of(register, values, {}, sees_personal=sees_personal)
        if fact.field.key in asked
    ]
    filled = {fact.field.key for fact in found}
    blanks = [key for key in step.requires if key not in filled]
    serial = [one for one in past.lines if _produces(past, one)].index(line) + 1
    return Paper(
        title=step.document,
        number=f"{sealed['number']}-{serial:02}",
        addressee=_addressee(past, values) if sees_personal else "",
        subject=str(sealed["title"]),
        facts=tuple(found),
        blanks=tuple(register.field(key).label for key in blanks),
        source=str(step.source or ""),
        day=f"{int(line.at[:4])}年{int(line.at[5:7])}月{int(line.at[8:10])}日",
        line=line,
        withdrawn=line.number in past.withdrawn,
    )


def _produces(past: Past, line: StoredLine) -> bool:
    step: Step | None = past.step(line)
    return line.did == "entry.step" and step is not None and bool(step.document)


def _personal_then(past: Past, line: StoredLine) -> dict[str, Any]:
    """Get the personal values as they were after a line, as far as they are still kept."""
    found: dict[str, Any] = {}
    for one in past.lines:
        if one.number <= line.number:
            found |= past.openings.get(one.number, {})
    return found


def _addressee(past: Past, values: Mapping[str, Any]) -> str:
    """Get whom a paper is for: the party of the entry, where it has one."""
    parties = (field for field in past.named.register.fields if field.kind == "party")
    named = [str(values[one.key]["name"]) for one in parties if values.get(one.key)]
    return named[0] if named else ""
