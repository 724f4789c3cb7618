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


@dataclass(frozen=True, slots=True)
class Told:
    """What one person is told, with the mail where they want one; `place` says by which telling."""

    place: int
    notification: Notification
    mail: Mail | None


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
    told = made([(telling, at) for telling in tellings])
    keep(told)
    return len(told)


def made(tellings: Sequence[tuple[Telling, datetime]]) -> list[Told]:
    """Get what is to be told when, person by person, in order; those who were told or wish not are left out."""
    for telling, _ in tellings:
        if telling.kind not in KINDS:
            raise ValueError(f"There is no kind {telling.kind}; kinds are {', '.join(KINDS)}.")
    already = _told_already({telling.key for telling, _ in tellings if telling.key})
    ways = _ways({user.pk for telling, _ in tellings for user in telling.recipients})
    found: list[Told] = []
    for place, (telling, at) in enumerate(tellings):
        for user in telling.recipients:
            way = ways.get((user.pk, telling.kind), "page")
            mark = (telling.key, user.pk)
            if way == "none" or not user.is_active or mark in already:
                continue
            if telling.key:
                already.add(mark)
            told = _made(telling, user, at, digest=way == "digest")
            by_mail = way == "mail" and mails.reach(user)
            found.append(Told(place, told, mails.about(told, at) if by_mail else None))
    return found


def keep(told: Sequence[Told]) -> None:
    """Keep notifications that were made, and their mails."""
    Notification.objects.bulk_create([one.notification for one in told], batch_size=500)
    Mail.objects.bulk_create([one.mail for one in told if one.mail], batch_size=500)


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
    if not users:
        return {}
    found = Preference.objects.filter(user__in=users)
    return {(user, kind): way for user, kind, way in found.values_list("user", "kind", "way")}
