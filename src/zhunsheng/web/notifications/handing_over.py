"""
Tells people that an entry was handed to them: its next step is theirs, or it came back.

It listens to the actions and writes in their transaction, with the batch they belong to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import connection

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.cases import next_steps
from zhunsheng.engine.registers.procedures import Step
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.in_bulk import for_each
from zhunsheng.web.notifications.models import Notification
from zhunsheng.web.notifications.people import Acting
from zhunsheng.web.notifications.telling import Telling, Told, keep, made, tell_all
from zhunsheng.web.organizations.models import User
from zhunsheng.web.organizations.roles import ROLES
from zhunsheng.web.registers.batch import Batch
from zhunsheng.web.registers.models import Entry

# A whole workbook was brought in by somebody who knows; nobody reads a thousand notifications.
_FEW = 20


def on_created(
    entries: Sequence[Entry], actor: Actor, at: datetime, batch: Batch, **_: object
) -> None:
    """Tell those whose step comes first of entries that were made one by one."""
    handing = batch.beside(HandingOver)
    if len(entries) <= _FEW:
        for entry in entries:
            handing.tell(_waiting(entry, actor, at, handing.acting), at)


def on_stepped(
    entry: Entry, step: Step, came_from: str, actor: Actor, at: datetime, batch: Batch, **_: object
) -> None:
    """Tell those whose step comes next, or those to whom the entry went back; what was told is past."""
    handing = batch.beside(HandingOver)
    handing.settle(entry, at)
    returned = _returned(entry, step, came_from, actor, at, handing.acting)
    handing.tell([returned] if returned else _waiting(entry, actor, at, handing.acting), at)


def on_withdrawn(entry: Entry, actor: Actor, at: datetime, batch: Batch, **_: object) -> None:
    """Tell those whose step comes next again; what the step that was taken back had told is past."""
    handing = batch.beside(HandingOver)
    handing.settle(entry, at)
    handing.tell(_waiting(entry, actor, at, handing.acting), at)


def on_mentioned(entry: Entry, people: Sequence[User], at: datetime, **_: object) -> None:
    """Tell people that a comment speaks to them; what it says they read on the entry's page."""
    says = Message("有人在留言里提到您。", "Somebody mentioned you in a comment.")
    tell_all([Telling(recipients=people, kind="mentioned", says=says, entry=entry)], at)


class HandingOver:
    """What a batch hands over: whom to tell, and what is past by then, in the order of its actions."""

    def __init__(self) -> None:
        self.acting = Acting()
        self._tellings: list[tuple[Telling, datetime]] = []
        self._past: list[tuple[int, int, str, datetime]] = []

    def tell(self, tellings: Iterable[Telling], at: datetime) -> None:
        """Note what to tell."""
        self._tellings += ((telling, at) for telling in tellings)

    def settle(self, entry: Entry, at: datetime) -> None:
        """Note what a step has made past: somebody took it, and a closed entry runs no clock."""
        past = ["waiting", "returned", *(["due", "overdue"] if entry.done else [])]
        self._past += ((len(self._tellings), entry.pk, kind, at) for kind in past)

    def write(self) -> None:
        """Mark as read what is past, of what was there and of what is told now, and keep the rest."""
        _mark_read([(at, pk, kind) for _, pk, kind, at in self._past])
        told = made(self._tellings)
        by_entry: dict[tuple[int, str], list[Told]] = defaultdict(list)
        for one in told:
            assert one.notification.entry_id is not None  # noqa: S101  # it is handed over
            by_entry[one.notification.entry_id, one.notification.kind].append(one)
        for place, pk, kind, at in self._past:
            for one in by_entry.get((pk, kind), ()):
                if one.place < place and one.notification.read is None:
                    one.notification.read = at
        keep(told)
        self._tellings.clear()
        self._past.clear()

    def forget(self) -> None:
        """Let go of who acts for which unit."""
        self.acting = Acting()


def _mark_read(past: Sequence[tuple[datetime, int, str]]) -> None:
    """Mark as read, by when and of which entry, what of a kind is unread; the first that names it counts."""
    table = connection.ops.quote_name(Notification._meta.db_table)  # noqa: SLF001  # Django's own way
    sql = f"UPDATE {table} SET read = %s WHERE entry_id = %s AND kind = %s AND read IS NULL"  # noqa: S608
    for_each(
        sql, [(connection.ops.adapt_datetimefield_value(at), pk, kind) for at, pk, kind in past]
    )


def _leads_back(named: NamedRegister, step: Step, came_from: str) -> bool:
    """Whether a step goes back: to a state that stands before the one it came from."""
    procedure = named.register.procedure
    order = [state.key for state in procedure.states] if procedure else []
    return order.index(step.leads_to) < order.index(came_from)


def _returned(
    entry: Entry, step: Step, came_from: str, actor: Actor, at: datetime, who: Acting
) -> Telling | None:
    """Get what to tell those who prepared what somebody else, in another role, sent back to them."""
    if not _leads_back(catalogue().register(entry.register), step, came_from):
        return None
    hands = {entry.entered_by_id, entry.changed_by_id} - {actor.user.pk}
    acting = who.on(entry.unit, ROLES, at.date())
    told = [user for user, held in acting.items() if user.pk in hands and not held & set(step.by)]
    says = Message(
        f"已办“{step.label}”，退回您处，请核对后再办。",
        f"“{step.label}” was taken and it came back to you. Check it, then go on.",
    )
    return Telling(recipients=told, kind="returned", says=says, entry=entry) if told else None


def _waiting(entry: Entry, actor: Actor, at: datetime, who: Acting) -> list[Telling]:
    """Get what to tell those whose step is open now: only of steps that whoever acted has no role for."""
    register = catalogue().register(entry.register).register
    roles = set(ROLES) - policy.roles_in(actor, entry.unit)
    found = next_steps(register, entry.state, entry.values | entry.private, roles)
    is_open = {one.step.key for one in found if one.is_open}
    on = register.procedure.steps_on(entry.state) if register.procedure else ()
    steps = [step for step in on if step.key in is_open]
    if not steps:
        return []
    acting = who.on(entry.unit, {role for step in steps for role in step.by} & roles, at.date())
    return [
        Telling(
            recipients=[user],
            kind="waiting",
            says=Message(
                f"等您办理“{theirs[0].label}”。", f"“{theirs[0].label}” is yours to take."
            ),
            entry=entry,
        )
        for user, held in acting.items()
        if user != actor.user and (theirs := _theirs(user, held, steps, entry))
    ]


def _theirs(user: User, held: set[str], steps: Sequence[Step], entry: Entry) -> list[Step]:
    hand = user.pk in {entry.entered_by_id, entry.changed_by_id}
    return [step for step in steps if held & set(step.by) and not (step.approves and hand)]
