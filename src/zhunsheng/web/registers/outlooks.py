"""
What lies ahead of an entry, as its page tells it.

Where the clocks stand, who may take which step, what stands against it and what can be done about that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.states import State, Status
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.cases import Obstacle, next_steps, outlook
from zhunsheng.engine.registers.due_dates import DueStatus
from zhunsheng.engine.registers.procedures import Step
from zhunsheng.engine.registers.remedies import remedy
from zhunsheng.rendering.law_words import UNVERIFIED, state_in_words
from zhunsheng.web import language, policy
from zhunsheng.web.actors import IN_UNIT, Actor
from zhunsheng.web.language import listed
from zhunsheng.web.organizations.models import Assignment
from zhunsheng.web.organizations.roles import GOVERNMENT_WIDE, ROLES, name_of
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.models import Entry

SOON_DAYS = 3
"""So many days, or working days, before the last one, a clock is shown as near its end."""
_MOST_NAMES = 3
# How the site shows a state of a clock (the tag `state`): a minimum that was not kept is an error.
_LOOKS = {
    State.NOT_STARTED: "not_started",
    State.RUNNING: "running",
    State.SUSPENDED: "suspended",
    State.MET: "met",
    State.MET_LATE: "met_late",
    State.OVERDUE: "overdue",
    State.TOO_EARLY: "overdue",
    State.ELAPSED: "met",
}


@dataclass(frozen=True, slots=True)
class Timing:
    """
    A clock of an entry, or a last day that it names itself, with the look and the words of its state.

    `key` leads to the derivation; it is empty where there is nothing to derive.
    """

    label: str
    look: str
    said: str
    last_day: date | None
    source: str
    key: str = ""
    provisional: bool = False
    of_others: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """A gate that is closed: what is missing, the article, and the ways to open it."""

    says: str
    source: str
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ahead:
    """
    A step that leads on: why one may not take it, and who may; what is closed, what is to be filled.

    `who` is empty where one has the role, and may not take it for another reason.
    """

    step: Step
    why_not: Message | None
    who: str
    closed: tuple[Closed, ...]
    missing: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether it can be taken now, by the one who looks."""
        return not self.why_not and not self.closed


def timings(
    entry: Entry, named: NamedRegister, today: date, calendar: Calendar | None = None
) -> list[Timing]:
    """Get the clocks of an entry, then the last days that it names itself; by the site's calendar, or another."""
    clocks = named.domain.clocks_by_key()
    found = outlook(named.register, clocks, entry.values, today, calendar or calendar_of())
    own = [_own_timing(status) for status in found.due_dates]
    clocked = [
        _timing(status, of_others=status.run.clock.key in found.others) for status in found.statuses
    ]
    return [*clocked, *own]


def steps_ahead(actor: Actor, entry: Entry, named: NamedRegister, today: date) -> list[Ahead]:
    """Get all steps that lead on from where an entry is, those of others too."""
    values = entry.values | entry.private
    steps = next_steps(named.register, entry.state, values, ROLES)
    whys = {
        one.step.key: policy.may_take(actor, entry, one.step.by, approves=one.step.approves)
        for one in steps
    }
    mine = policy.roles_in(actor, entry.unit)
    others = [one.step for one in steps if not mine & set(one.step.by)]
    roles = {role for step in others for role in step.by}
    names = _names(entry, roles, today) if roles else {}
    return [
        Ahead(
            step=one.step,
            why_not=whys[one.step.key],
            who=listed([names[role] for role in one.step.by], "；") if one.step in others else "",
            closed=tuple(_closed(entry, named, one.step, gate, values) for gate in one.closed),
            missing=tuple(
                named.register.field(key).label for gap in one.missing for key in gap.fields
            ),
        )
        for one in steps
    ]


def _timing(status: Status, *, of_others: bool) -> Timing:
    near = status.days <= SOON_DAYS and status.day_kind != "hour"
    look, said = _look(status.state, language.said(state_in_words(status)), near=near)
    if of_others and status.is_late:
        look = "suspended"  # others are late, not the unit: nothing here is red
    deadline = status.deadline
    source = str(deadline.version.source) if deadline else ""
    if deadline is not None and not deadline.version.verified:
        source += f"（{language.said(UNVERIFIED)}）"
    return Timing(
        key=status.run.clock.key,
        label=status.run.clock.label,
        look=look,
        said=said,
        last_day=deadline.last_day if deadline else None,
        source=source,
        provisional=status.is_provisional,
        of_others=of_others,
    )


def _own_timing(status: DueStatus) -> Timing:
    near = status.days <= SOON_DAYS
    look, said = _look(status.state, language.said(status.says), near=near)
    return Timing(
        label=status.due_date.label,
        look=look,
        said=said,
        last_day=status.last_day,
        source=str(status.due_date.source or ""),
    )


def _look(state: State, said: str, *, near: bool) -> tuple[str, str]:
    """Get how a state is shown, and its words; one that still runs is shown as near its end."""
    if state is State.RUNNING and near:
        return "soon", _("临期，%(state)s") % {"state": said}
    return _LOOKS[state], said


def _closed(
    entry: Entry, named: NamedRegister, step: Step, obstacle: Obstacle, values: Mapping[str, Any]
) -> Closed:
    assert obstacle.gate is not None  # noqa: S101  # `closed` holds those with a gate
    found = remedy(named.register, entry.state, step, obstacle.gate, values)
    ways = []
    if found.here:
        ways.append(_("办理本环节时填写：%(fields)s") % {"fields": _labels(found.here)})
    if found.before:
        ways.append(_("先修改登记内容：%(fields)s") % {"fields": _labels(found.before)})
    if found.steps:
        ways.append(_("先办理：%(steps)s") % {"steps": _labels(found.steps)})
    if found.skippable:
        ways.append(_("确须跳过的，办理时写明理由"))
    return Closed(language.said(obstacle.says), obstacle.source, tuple(ways))


def _labels(named: Iterable[Any]) -> str:
    return listed([one.label for one in named])


def _names(entry: Entry, roles: Iterable[str], today: date) -> dict[str, str]:
    """Get the roles in words, each with some of the people who have it for an entry's unit."""
    begun = Q(since=None) | Q(since__lte=today)
    going_on = Q(until=None) | Q(until__gte=today)
    place = Q(role__in=IN_UNIT, unit=entry.unit_id) | Q(
        role__in=GOVERNMENT_WIDE, unit__government=entry.government_id
    )
    held = Assignment.objects.filter(place, begun, going_on, role__in=list(roles))
    people: dict[str, list[str]] = {}
    for one in held.select_related("user").order_by("pk")[:100]:
        people.setdefault(one.role, []).append(str(one.user))
    found = {}
    for role in roles:
        said = {"role": name_of(role), "names": listed(people.get(role, [])[:_MOST_NAMES])}
        if not said["names"]:
            found[role] = _("%(role)s（尚无人担任）") % said
        elif len(people[role]) > _MOST_NAMES:
            found[role] = _("%(role)s（%(names)s等）") % said
        else:
            found[role] = _("%(role)s（%(names)s）") % said
    return found
