"""
Standing in for somebody who is absent: the roles of one person, carried out by another, for some days.

What is delegated is one's own and is not passed on; the separation of duties holds for the stand-in.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger import store
from zhunsheng.web.organizations.errors import wrong
from zhunsheng.web.organizations.models import Assignment, User
from zhunsheng.web.organizations.people import end_roles, refuse_conflict
from zhunsheng.web.organizations.roles import ROLES, Held, in_english
from zhunsheng.web.organizations.sealing import write
from zhunsheng.web.registers.errors import ForbiddenError, NotThereError

_DAY = timedelta(days=1)


def own_roles(user: User, today: date) -> QuerySet[Assignment]:
    """Get the roles that somebody may hand over: the own ones, today's and those to come."""
    going_on = Q(until=None) | Q(until__gte=today)
    own = user.assignments.filter(going_on, stands_in_for=None)
    return own.select_related("unit").order_by("unit__code", "role")


def stand_ins_of(user: User, today: date) -> QuerySet[Assignment]:
    """Get who stands in for somebody, today and later."""
    return user.delegations.filter(until__gte=today).select_related("user", "unit").order_by("pk")


def possible_stand_ins(user: User) -> QuerySet[User]:
    """Get who may stand in for somebody: those who work in the same governments."""
    governments = set(user.assignments.values_list("unit__government", flat=True))
    there = Q(unit__government__in=governments) | Q(assignments__unit__government__in=governments)
    found = User.objects.filter(there, is_active=True).exclude(pk=user.pk)
    return found.select_related("unit").distinct().order_by("full_name", "pk")


@transaction.atomic
def delegate(
    actor: Actor,
    roles: Collection[int],
    stand_in: User,
    days: tuple[date, date],
    at: datetime,
) -> list[Assignment]:
    """
    Let another person stand in for oneself in some of one's roles, from a first to a last day.

    Raises InvalidError; nothing is kept where one of the roles cannot be handed over.
    """
    head = store.lock_head()
    since, until = days
    _refuse_days(since, until, at.date())
    chosen = list(own_roles(actor.user, at.date()).filter(pk__in=roles))
    if not chosen or len(chosen) != len(set(roles)):
        raise wrong("roles", "请选择要交由他人代行的角色。", "Choose some of your own roles.")
    if not possible_stand_ins(actor.user).filter(pk=stand_in.pk).exists():
        raise wrong("stand_in", "请选择本政府的另一名在职人员。", "Choose a colleague.")
    made = []
    for role in chosen:
        if not _covers(role, since, until):
            raise wrong(
                "until",
                f"您的角色“{ROLES[role.role]}”不在这段时间之内。",
                f"You are not {in_english(role.role)} on all of these days.",
            )
        refuse_conflict(stand_in, role.unit, Held(role.role, since, until))
        made.append(
            Assignment.objects.create(
                user=stand_in,
                unit=role.unit,
                role=role.role,
                since=since,
                until=until,
                stands_in_for=actor.user,
            )
        )
    write(head, made, "role.delegate", actor, at)
    return made


@transaction.atomic
def recall(actor: Actor, assignment: int, at: datetime) -> Assignment:
    """Take one's role back from a stand-in, from today on. Raises NotThereError, ForbiddenError."""
    head = store.lock_head()
    found = Assignment.objects.select_related("user", "unit").filter(pk=assignment).first()
    if found is None:
        raise NotThereError("没有这项代行。", "Nobody stands in like that.")
    if found.stands_in_for_id != actor.user.pk:
        raise ForbiddenError("只能收回本人交出的角色。", "You may take back your own roles only.")
    end_roles(head, [found], at.date() - _DAY, "role.recall", actor, at)
    return found


def _refuse_days(since: date, until: date, today: date) -> None:
    if since < today:
        raise wrong("since", "起日不能早于今天。", "Standing in begins today at the earliest.")
    if until < since:
        raise wrong("until", "止日不能早于起日。", "The last day is not before the first.")


def _covers(role: Assignment, since: date, until: date) -> bool:
    begins, ends = role.since or date.min, role.until or date.max
    return begins <= since and until <= ends
