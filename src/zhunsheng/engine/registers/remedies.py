"""
What can be done about a closed gate: where the values it asks about are filled.

It watches which values a gate looks at, and finds who fills them in the register's declaration.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Gate, Step, Values
from zhunsheng.engine.registers.register import Register


@dataclass(frozen=True, slots=True)
class Remedy:
    """
    Ways to open a gate.

    `here` are fields of the step's own form, `before` fields of the entry itself, `steps` other steps
    from the present state that fill what the gate asks about.
    """

    here: tuple[Field, ...]
    before: tuple[Field, ...]
    steps: tuple[Step, ...]
    skippable: bool


def remedy(register: Register, state: str, step: Step, gate: Gate, values: Values) -> Remedy:
    """Get what may be done about a gate that is closed for an entry in a state."""
    watched = _Watched(values)
    gate.open_when(watched)
    asked = watched.seen
    free = {field.key for field in register.entry_fields}
    own = {*step.requires, *step.asks}
    elsewhere = asked - own - free
    others = register.procedure.steps_from(state) if register.procedure else ()
    return Remedy(
        here=tuple(field for field in register.fields if field.key in asked & own),
        before=tuple(field for field in register.fields if field.key in (asked & free) - own),
        steps=tuple(
            other
            for other in others
            if other.key != step.key and elsewhere & {*other.requires, *other.asks}
        ),
        skippable=gate.skippable,
    )


class _Watched(Mapping[str, Any]):
    """Values that remember which of them were looked at."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self.seen: set[str] = set()

    def __getitem__(self, key: str) -> Any:
        self.seen.add(key)
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)
