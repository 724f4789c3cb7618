"""
Actions on tokens: making one, revoking one; and whom a secret stands for.

The secret is given out once; the site keeps its SHA-256. A token's own randomness (256 bits) makes a
slow hash needless.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.values import WrongValueError, parsed
from zhunsheng.web.actors import Actor
from zhunsheng.web.api.models import ApiToken
from zhunsheng.web.ledger import store
from zhunsheng.web.registers.errors import InvalidError, NotThereError

LONGEST = timedelta(days=365)
MOST = 20
_MARK = "zs_"
_SHOWN = len(_MARK) + 6
_LONGEST_NAME = 60
_SEEN_EVERY = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What somebody asks of a new token, as it was typed."""

    name: str
    expires: str
    writes: bool = False
    registers: Sequence[str] = ()
    unit: int | None = None


@transaction.atomic
def make(actor: Actor, wanted: Wanted, at: datetime) -> tuple[ApiToken, str]:
    """
    Make a token for oneself and get it with its secret, which is not kept.

    Raises InvalidError.
    """
    head = store.lock_head()
    problems: dict[str, Message] = {}
    name, expires = _name(wanted, problems), _expires(wanted, at.date(), problems)
    _check_scope(actor, wanted, problems)
    if valid_of(actor, at.date()).count() >= MOST:
        problems["name"] = Message(
            f"有效的令牌最多{MOST}个，请先作废不用的。", f"At most {MOST} tokens can be valid."
        )
    if problems or expires is None:
        raise InvalidError(problems)
    secret = _MARK + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        user=actor.user,
        name=name,
        digest=_digest(secret),
        prefix=secret[:_SHOWN],
        writes=wanted.writes,
        registers=sorted(set(wanted.registers)),
        unit_id=wanted.unit,
        expires=expires,
        made_at=at,
    )
    says = {
        "name": token.name,
        "prefix": token.prefix,
        "writes": token.writes,
        "registers": token.registers,
        "unit": token.unit_id,
        "expires": expires.isoformat(),
    }
    draft = store.Draft(about=token.about, says=says, personal={})
    store.append(head, [draft], at=at, who=f"user/{actor.user.pk}", did="token.make")
    return token, secret


@transaction.atomic
def revoke(actor: Actor, pk: int, at: datetime) -> ApiToken:
    """Revoke a token of one's own; revoking twice is once. Raises NotThereError."""
    head = store.lock_head()
    token = ApiToken.objects.filter(user=actor.user, pk=pk).first()
    if token is None:
        raise NotThereError("您没有这个令牌。", "You have no such token.")
    if token.revoked_at is None:
        token.revoked_at = at
        token.save(update_fields=["revoked_at"])
        draft = store.Draft(about=token.about, says={"prefix": token.prefix}, personal={})
        store.append(head, [draft], at=at, who=f"user/{actor.user.pk}", did="token.revoke")
    return token


def valid_of(actor: Actor, today: date) -> QuerySet[ApiToken]:
    """Get the tokens of somebody that are in force."""
    return ApiToken.objects.filter(user=actor.user, revoked_at=None, expires__gte=today)


def token_of(secret: str, at: datetime) -> ApiToken | None:
    """Get the token of a secret; None for one that is unknown, expired, revoked, or its owner left."""
    token = (
        ApiToken.objects.select_related("user", "unit")
        .filter(
            digest=_digest(secret),
            revoked_at=None,
            expires__gte=at.date(),
            user__is_active=True,
        )
        .first()
    )
    # Coarse on purpose: reading must not become writing with every request.
    if token is not None and (token.used_at is None or token.used_at < at - _SEEN_EVERY):
        ApiToken.objects.filter(pk=token.pk).update(used_at=at)
    return token


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def _name(wanted: Wanted, problems: dict[str, Message]) -> str:
    try:
        name = parsed(Field(key="name", label="名称"), wanted.name)
    except WrongValueError as error:
        problems["name"] = error.message
        return ""
    if not name or len(name) > _LONGEST_NAME:
        problems["name"] = Message(
            f"请写明令牌的用途，最多{_LONGEST_NAME}字。",
            f"Say what the token is for, in at most {_LONGEST_NAME} characters.",
        )
        return ""
    return str(name)


def _expires(wanted: Wanted, today: date, problems: dict[str, Message]) -> date | None:
    try:
        text = parsed(Field(key="expires", label="有效期", kind="date"), wanted.expires)
    except WrongValueError as error:
        problems["expires"] = error.message
        return None
    day = date.fromisoformat(text) if text else None
    if day is None or not today <= day <= today + LONGEST:
        problems["expires"] = Message(
            f"有效期应在今天至{today + LONGEST}之间，最长一年。",
            f"A token expires between today and {today + LONGEST}.",
        )
        return None
    return day


def _check_scope(actor: Actor, wanted: Wanted, problems: dict[str, Message]) -> None:
    known = {named.name for named in catalogue().registers()}
    if unknown := sorted(set(wanted.registers) - known):
        problems["registers"] = Message(
            f"没有这些台账：{'、'.join(unknown[:5])}。", f"No such registers: {unknown[:5]}."
        )
    if wanted.unit is not None and wanted.unit not in {grant.unit for grant in actor.grants}:
        problems["unit"] = Message("您在这个单位没有角色。", "You have no role in this unit.")
