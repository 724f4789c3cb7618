"""
The one door for people and roles: permission, checks, row and ledger line in one transaction.

Accounts are the system administrator's, roles and passwords the security administrator's: nobody makes
a person and gives the roles alone. The actor is None for the machine's own command line.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hasher, make_password
from django.db import transaction

from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import Head
from zhunsheng.web.organizations.errors import not_yours, wrong
from zhunsheng.web.organizations.models import Assignment, Unit, User
from zhunsheng.web.organizations.roles import ROLES, Held, conflict_with, in_english
from zhunsheng.web.organizations.sealing import write
from zhunsheng.web.organizations.units import goes_on
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError

# How many earlier passwords are remembered, so that none of them is taken again.
REMEMBERED = 5
# Letters and digits that are not mistaken for one another when read from paper.
_READABLE = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_ROUNDS = 20_000
_USERNAME = re.compile(r"[\w.@+-]{1,150}")
_DAY = timedelta(days=1)
_PASSWORD_FIELDS = ("password", "past_passwords", "must_change_password", "password_set_at")


@transaction.atomic
def add_person(
    actor: Actor | None, username: str, full_name: str, unit: Unit, at: datetime
) -> tuple[User, str]:
    """
    Add a person who works in a unit, without any role.

    Returns them with their first password, which is shown once and changed at the first login. Raises
    ForbiddenError, InvalidError.
    """
    head = store.lock_head()
    user = User(username=username.strip(), full_name=_full_name(full_name), unit=unit)
    if not policy.may_keep_account(actor, user):
        raise _not_yours("system_administrator")
    if not _USERNAME.fullmatch(user.username):
        raise wrong(
            "username",
            "用户名由文字、数字和 . @ + - _ 组成，不超过150字。",
            "A user name has letters, digits and . @ + - _ only.",
        )
    if User.objects.filter(username__iexact=user.username).exists():
        raise wrong("username", f"用户名“{user.username}”已有人使用。", "This user name is taken.")
    _refuse_ended(unit, at.date())
    password = new_password()
    _hold_password(user, _hash_of_random(password), at, must_change=True)
    user.save()
    write(head, [user], "person.add", actor, at)
    return user, password


@transaction.atomic
def change_person(
    actor: Actor | None, user: User, full_name: str, unit: Unit, at: datetime
) -> User:
    """Correct the name of a person, or the unit they work in; their roles stay as they are."""
    head = store.lock_head()
    user = _locked(user)
    unit = Unit.objects.select_related("government").get(pk=unit.pk)
    moved = User(username=user.username, unit=unit)
    if not (policy.may_keep_account(actor, user) and policy.may_keep_account(actor, moved)):
        raise _not_yours("system_administrator")
    _refuse_ended(unit, at.date())
    user.full_name, user.unit = _full_name(full_name), unit
    user.save(update_fields=["full_name", "unit"])
    write(head, [user], "person.change", actor, at)
    return user


@transaction.atomic
def deactivate(actor: Actor | None, user: User, at: datetime) -> User:
    """Close an account from now on; whoever stands in for this person stops doing so."""
    head = store.lock_head()
    user = _locked(user)
    if not policy.may_keep_account(actor, user):
        raise _not_yours("system_administrator")
    user.is_active = False
    user.save(update_fields=["is_active"])
    write(head, [user], "person.deactivate", actor, at)
    last_day = at.date() - _DAY
    end_roles(head, user.delegations.all(), last_day, "role.recall", actor, at)
    return user


@transaction.atomic
def reactivate(actor: Actor | None, user: User, at: datetime) -> User:
    """Open a closed account again, with the roles that are still in force."""
    head = store.lock_head()
    user = _locked(user)
    if not policy.may_keep_account(actor, user):
        raise _not_yours("system_administrator")
    user.is_active = True
    user.save(update_fields=["is_active"])
    write(head, [user], "person.reactivate", actor, at)
    return user


@transaction.atomic
def reset_password(actor: Actor | None, user: User, at: datetime) -> str:
    """Get a new password for a person: shown once, and changed at the next login."""
    head = store.lock_head()
    user = _locked(user)
    if not policy.may_secure(actor, user):
        raise _not_yours("security_administrator")
    password = new_password()
    _hold_password(user, _hash_of_random(password), at, must_change=True)
    user.save(update_fields=_PASSWORD_FIELDS)
    write(head, [user], "person.reset_password", actor, at)
    return password


@transaction.atomic
def change_password(user: User, password: str, at: datetime) -> User:
    """Keep the password that a person chose; the caller has checked the old one and the rules."""
    head = store.lock_head()
    user = _locked(user)
    _hold_password(user, make_password(password), at, must_change=False)
    user.save(update_fields=_PASSWORD_FIELDS)
    write(head, [user], "person.change_password", Actor(user, ()), at)
    return user


@transaction.atomic
def assign(
    actor: Actor | None,
    user: User,
    unit: Unit,
    role: str,
    days: tuple[date | None, date | None],
    at: datetime,
) -> Assignment:
    """
    Give a person a role in a unit, from a first to a last day; None is open.

    Raises ForbiddenError, InvalidError: also where the roles of any one day would not go together.
    """
    head = store.lock_head()
    user = _locked(user)
    unit = Unit.objects.select_related("government").get(pk=unit.pk)
    if not policy.may_give_roles(actor, user, unit):
        raise _not_yours("security_administrator")
    if role not in ROLES:
        raise wrong("role", "请选择角色。", "Choose a role.")
    since, until = days
    if since and until and until < since:
        raise wrong("until", "止日不能早于起日。", "The last day is not before the first.")
    _refuse_ended(unit, since or at.date())
    refuse_conflict(user, unit, Held(role, since, until))
    made = Assignment.objects.create(user=user, unit=unit, role=role, since=since, until=until)
    write(head, [made], "role.assign", actor, at)
    return made


@transaction.atomic
def withdraw(
    actor: Actor | None, assignment: Assignment, last_day: date, at: datetime
) -> Assignment:
    """
    Take a role away after a last day; who stands in with this role stops with it.

    A role that was withdrawn stays on record, so that who could do what on a day can still be told.
    """
    head = store.lock_head()
    assignment = _locked_assignment(assignment)
    if not policy.may_withdraw_roles(actor, assignment.user, assignment.unit):
        raise _not_yours("security_administrator")
    if assignment.until is not None and assignment.until <= last_day:
        raise wrong(
            "until",
            f"该角色到{assignment.until}为止，不必再撤销。",
            f"The role ends on {assignment.until} anyway.",
        )
    if last_day < at.date() - _DAY:
        raise wrong("until", "撤销不能追溯到昨天以前。", "A role is not withdrawn for the past.")
    end_roles(head, [assignment], last_day, "role.withdraw", actor, at)
    delegated = assignment.user.delegations.filter(unit=assignment.unit, role=assignment.role)
    end_roles(head, delegated, last_day, "role.recall", actor, at)
    return assignment


def end_roles(
    head: Head,
    assignments: Iterable[Assignment],
    last_day: date,
    did: str,
    actor: Actor | None,
    at: datetime,
) -> None:
    """Let roles end that would go on after a day, each with its line; part of another action."""
    ended = [one for one in assignments if one.until is None or one.until > last_day]
    for one in ended:
        one.until = last_day
        one.save(update_fields=["until"])
    if ended:
        write(head, ended, did, actor, at)


def refuse_conflict(user: User, unit: Unit, new: Held) -> None:
    """
    Refuse a role that does not go with those of any of its days, delegated ones included.

    Raises InvalidError.
    """
    held = list(user.assignments.all())
    if why := conflict_with(new, [Held(one.role, one.since, one.until) for one in held]):
        raise InvalidError({"role": why})
    for one in held:
        there = one.unit_id == unit.pk and one.role == new.role
        if there and Held(one.role, one.since, one.until).meets(new):
            raise wrong(
                "role",
                f"{user}在这段时间已是{unit}的{ROLES[new.role]}。",
                f"{user} is {in_english(new.role)} of {unit} in these days already.",
            )


def new_password() -> str:
    """Get a password that meets the rules and can be read from paper."""
    body = "".join(secrets.choice(_READABLE) for _ in range(12))
    return f"{body[:4]}-{body[4:8]}-{body[8:]}{secrets.choice('23456789')}"


def _hash_of_random(password: str) -> str:
    """
    Get the hash of a password that was drawn: its seventy random bits need no slow hashing.

    So a workbook with a thousand new people is brought in within seconds.
    """
    hasher = get_hasher()
    if isinstance(hasher, PBKDF2PasswordHasher):
        return hasher.encode(password, hasher.salt(), _ROUNDS)
    return make_password(password)


def _hold_password(user: User, hashed: str, at: datetime, *, must_change: bool) -> None:
    if user.password:
        user.past_passwords = [user.password, *user.past_passwords][: REMEMBERED - 1]
    user.password = hashed
    user.must_change_password, user.password_set_at = must_change, at


def _locked(user: User) -> User:
    return User.objects.select_related("unit__government").get(pk=user.pk)


def _locked_assignment(assignment: Assignment) -> Assignment:
    found = Assignment.objects.select_related("unit__government", "user")
    return found.get(pk=assignment.pk)


def _full_name(full_name: str) -> str:
    cleaned = " ".join(full_name.split())
    if not cleaned or len(cleaned) > 60:
        raise wrong(
            "full_name", "请填写姓名，不超过60字。", "Give a name of at most 60 characters."
        )
    return cleaned


def _refuse_ended(unit: Unit, day: date) -> None:
    if not goes_on(unit, day):
        raise wrong("unit", f"{unit}在{day}不存续。", f"{unit} does not go on on {day}.")


def _not_yours(role: str) -> ForbiddenError:
    return not_yours(role)
