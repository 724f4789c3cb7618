"""
Tells people: keeps what they are told, and a mail where they want one.

It knows how people want to be told; what is worth telling is for the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from zhunsheng.engine.messages import Message
from zhunsheng.web.notifications import mails
from zhunsheng.web.notifications.models import KINDS, Mail, Notification, Preference
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers.models import Entry


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """
    Something to tell some people.

    `says` must hold nothing personal and nothing typed by people: it is mailed. With a `key`, each of
    them is told once and never again.
    """

    recipients: Sequence[User]
    kind: str
    says: Message
    entry: Entry | None = None
    address: str = ""
    key: str = ""


def tell(
    recipients: Iterable[User],
    kind: str,
    says: Message,
    at: datetime,
    *,
    entry: Entry | None = None,
    key: str = "",
) -> int:
    """
    Tell some people of a kind of thing, such as that a comment mentions them; get how many were told.

    Must be called inside the transaction of what it tells of. `kind` is one of `models.KINDS`.
    """
    telling = Telling(recipients=tuple(recipients), kind=kind, says=says, entry=entry, key=key)
    return tell_all([telling], at)


def tell_all(tellings: Sequence[Telling], at: datetime) -> int:
    """Tell many things at once, in a handful of queries; get how many notifications were kept."""
    for telling in tellings:
        if telling.kind not in KINDS:
            raise ValueError(f"There is no kind {telling.kind}; kinds are {', '.join(KINDS)}.")
    told = _told_already({telling.key for telling in tellings if telling.key})
    ways = _ways({user.pk for telling in tellings for user in telling.recipients})
    kept: dict[tuple[str, int] | int, Notification] = {}
    mailed: list[Mail] = []
    for telling in tellings:
        for user in telling.recipients:
            way = ways.get((user.pk, telling.kind), "page")
            mark = (telling.key, user.pk)
            if way == "none" or not user.is_active or mark in told or mark in kept:
                continue
            made = _made(telling, user, at, digest=way == "digest")
            kept[mark if telling.key else len(kept)] = made
            if way == "mail" and mails.reach(user):
                mailed.append(mails.about(made, at))
    Notification.objects.bulk_create(kept.values(), batch_size=500)
    Mail.objects.bulk_create(mailed, batch_size=500)
    return len(kept)


def _made(telling: Telling, user: User, at: datetime, *, digest: bool) -> Notification:
    return Notification(
        recipient=user,
        kind=telling.kind,
        entry=telling.entry,
        text=telling.says.zh,
        english=telling.says.en,
        address=telling.address,
        key=telling.key,
        made=at,
        awaits_digest=digest and mails.reach(user),
    )


def _told_already(keys: set[str]) -> set[tuple[str, int]]:
    if not keys:
        return set()
    found = Notification.objects.filter(key__in=keys)
    return set(found.values_list("key", "recipient"))


def _ways(users: set[int]) -> dict[tuple[int, str], str]:
    found = Preference.objects.filter(user__in=users)
    return {(user, kind): way for user, kind, way in found.values_list("user", "kind", "way")}
