"""
Lights: one colour with its word for a duty, a task, a unit, on a day.

It knows which state shines how; the colours are those of the whole site.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from zhunsheng.engine.messages import Message
from zhunsheng.engine.planning.states import TargetState

SOON = 7
"""So many days before its last day something is due soon."""


class Light(Enum):
    """What shines, the least worrying first."""

    OUT = "out"
    NOT_BEGUN = "not_begun"
    DONE = "done"
    DONE_LATE = "done_late"
    RUNNING = "running"
    SOON = "soon"
    LATE = "late"

    @property
    def says(self) -> Message:
        """The light in words."""
        return _WORDS[self]


_WORDS = {
    Light.OUT: Message("不再考核", "no longer counted"),
    Light.NOT_BEGUN: Message("未开始", "not begun"),
    Light.DONE: Message("按期办结", "done in time"),
    Light.DONE_LATE: Message("逾期办结", "done late"),
    Light.RUNNING: Message("办理中", "in progress"),
    Light.SOON: Message("临期或落后", "due soon or behind"),
    Light.LATE: Message("逾期", "late"),
}
_ORDER = {light: place for place, light in enumerate(Light)}


@dataclass(frozen=True, kw_only=True, slots=True)
class DutyOnDay:
    """A duty on a day: its state, its last day, the day on which it was done as its report stands."""

    state: str
    until: date | None
    met: date | None


def light_of_duty(duty: DutyOnDay, as_of: date, soon: int = SOON) -> Light:
    """
    Get the light of a duty at the end of a day.

    What was reported and is still looked at is neither late nor done: its unit has done its part.
    """
    if duty.state in {"carried", "dropped"}:
        return Light.OUT
    met = duty.met if duty.met is not None and duty.met <= as_of else None
    if duty.state == "completed":
        late = duty.until is not None and met is not None and met > duty.until
        return Light.DONE_LATE if late else Light.DONE
    if met is not None:
        return Light.RUNNING
    if duty.until is not None:
        left = (duty.until - as_of).days
        if left < 0:
            return Light.LATE
        if left <= soon:
            return Light.SOON
    return Light.NOT_BEGUN if duty.state == "assigned" else Light.RUNNING


def light_of_target(state: TargetState) -> Light:
    """Get the light of a target: only what cannot be met any more is late."""
    return {
        TargetState.MET: Light.DONE,
        TargetState.ON_PACE: Light.RUNNING,
        TargetState.BEHIND: Light.SOON,
        TargetState.OUT_OF_REACH: Light.LATE,
        TargetState.NOT_YET: Light.NOT_BEGUN,
        TargetState.NOT_MEASURABLE: Light.OUT,
        TargetState.NOT_BOUND: Light.OUT,
    }[state]


def together(lights: Iterable[Light]) -> Light:
    """
    Get one light for several: the most worrying; nothing has begun where there is none.

    What was done beside what has not begun is in progress.
    """
    seen = set(lights)
    if not seen:
        return Light.NOT_BEGUN
    if Light.NOT_BEGUN in seen and seen & {Light.DONE, Light.DONE_LATE}:
        seen.add(Light.RUNNING)
    return max(seen, key=_ORDER.__getitem__)
