"""What is done to passwords, second factors, locks and sessions: each leaves a line in the ledger."""

from __future__ import annotations

from datetime import datetime

from axes.utils import reset
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from zhunsheng.web import policy
from zhunsheng.web.access import codes, sessions
from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger import store
from zhunsheng.web.organizations import people
from zhunsheng.web.organizations.errors import not_yours, wrong
from zhunsheng.web.organizations.models import User
from zhunsheng.web.organizations.sealing import write


@transaction.atomic
def change_own_password(user: User, old: str, new: str, again: str, at: datetime) -> User:
    """Change one's password; other browsers are logged out. Raises InvalidError."""
    if not user.check_password(old):
        raise wrong("old", "原密码不对。", "The old password is wrong.")
    if new != again:
        raise wrong("again", "两次输入的新密码不一致。", "The two new passwords differ.")
    try:
        validate_password(new, user)
    except ValidationError as error:
        raise wrong("new", "".join(error.messages), " ".join(error.messages)) from error
    return people.change_password(user, new, at)


@transaction.atomic
def confirm_second_factor(user: User, typed: str, password: str, at: datetime) -> list[str]:
    """
    Confirm the device that somebody set up with a code it shows; get the recovery codes, shown once.

    It takes the place of another only with the password. Raises InvalidError.
    """
    head = store.lock_head()
    if codes.device_of(user) is not None and not user.check_password(password):
        raise wrong("password", "密码不对。", "The password is wrong.")
    if not codes.confirm(user, typed):
        raise wrong(
            "code", "动态口令不对。请核对手机的时间，输入当前的6位数字。", "The code is wrong."
        )
    write(head, [_fresh(user)], "person.second_factor", Actor(user, ()), at)
    return codes.new_recovery_codes(user)


@transaction.atomic
def renew_recovery_codes(user: User, at: datetime) -> list[str]:
    """Get new recovery codes for oneself; the earlier ones are void."""
    head = store.lock_head()
    write(head, [_fresh(user)], "person.recovery_codes", Actor(user, ()), at)
    return codes.new_recovery_codes(user)


@transaction.atomic
def remove_own_second_factor(actor: Actor, password: str, at: datetime) -> None:
    """Do without a second factor again, where the site does not ask for one. Raises InvalidError."""
    head = store.lock_head()
    if codes.is_required(actor):
        raise wrong("code", "按本站设置，您须使用动态口令。", "You must have a second factor.")
    if not actor.user.check_password(password):
        raise wrong("password", "密码不对。", "The password is wrong.")
    codes.forget(actor.user)
    write(head, [_fresh(actor.user)], "person.second_factor_removed", actor, at)


@transaction.atomic
def remove_second_factor(actor: Actor, user: User, at: datetime) -> None:
    """Take away the second factor of somebody who lost it, and log them out."""
    head = store.lock_head()
    _only_security(actor, user)
    codes.forget(user)
    sessions.end_all(user)
    write(head, [_fresh(user)], "person.second_factor_removed", actor, at)


@transaction.atomic
def unlock(actor: Actor, user: User, at: datetime) -> None:
    """Let somebody try again who is locked out."""
    head = store.lock_head()
    _only_security(actor, user)
    reset(username=user.username)
    write(head, [_fresh(user)], "person.unlock", actor, at)


@transaction.atomic
def log_out(actor: Actor, user: User, at: datetime) -> int:
    """Log somebody out everywhere; get of how many browsers."""
    head = store.lock_head()
    _only_security(actor, user)
    ended = sessions.end_all(user)
    write(head, [_fresh(user)], "person.log_out", actor, at)
    return ended


@transaction.atomic
def reset_password(actor: Actor, user: User, at: datetime) -> str:
    """Get a new password for somebody, shown once; they are logged out, and no longer locked out."""
    password = people.reset_password(actor, user, at)
    sessions.end_all(user)
    reset(username=user.username)
    return password


@transaction.atomic
def rescue(user: User, at: datetime) -> str:
    """
    Get a new password for somebody nobody else can help, from the machine's own command line.

    Lock and second factor are gone with it: for the only security administrator, who lost both.
    """
    password = people.reset_password(None, user, at)
    head = store.lock_head()
    codes.forget(user)
    sessions.end_all(user)
    reset(username=user.username)
    write(head, [_fresh(user)], "person.second_factor_removed", None, at)
    return password


def _fresh(user: User) -> User:
    return User.objects.get(pk=user.pk)


def _only_security(actor: Actor, user: User) -> None:
    if not policy.may_secure(actor, user):
        raise not_yours("security_administrator")
