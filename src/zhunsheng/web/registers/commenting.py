"""
Comments on an entry: said once, never edited, withdrawn by whoever said it; each in the ledger.

The ledger holds a commitment to the text, not the text, so that a withdrawn one can be gone for good.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.values import WrongValueError, parsed
from zhunsheng.web import policy
from zhunsheng.web.actors import IN_UNIT, Actor
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import StoredLine, StoredOpening
from zhunsheng.web.organizations.models import Assignment, User
from zhunsheng.web.organizations.roles import DOWNWARD, GOVERNMENT_WIDE
from zhunsheng.web.registers import events
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError, NotThereError
from zhunsheng.web.registers.models import Comment, Entry

LONGEST = 2000
_MENTIONED = re.compile(r"@([^\s@，。；：、！？,.;:]{1,60})")
_MOST_PEOPLE = 200


@transaction.atomic
def comment(actor: Actor, pk: int, text: str, mentions: Iterable[int], at: datetime) -> Comment:
    """
    Say something about an entry, to everybody who sees it.

    People are mentioned by their keys, or by @ and their name in the text. Raises NotThereError, and
    InvalidError for an empty or overlong text, or somebody who does not see the entry.
    """
    head = store.lock_head()
    entry = policy.entries_for(actor).filter(pk=pk).first()
    if entry is None:
        raise NotThereError(
            "没有这条记录，或者您没有查看的权限。", "There is no such entry that you may see."
        )
    said = _text(text)
    people = {user.pk: user for user in people_who_see(entry, at.date())}
    asked = set(mentions)
    if asked - people.keys():
        problem = Message(
            "提醒的人看不到本件，请改选。",
            "Whoever you tell cannot see this entry. Choose somebody else.",
        )
        raise InvalidError({"mention": problem})
    named = set(_MENTIONED.findall(said))
    asked |= {key for key, user in people.items() if str(user) in named}
    made = Comment.objects.create(entry=entry, author=actor.user, text=said, said_at=at)
    made.mentions.set(asked)
    draft = store.Draft(
        about=made.about,
        says={"entry": entry.about, "mentions": sorted(asked)},
        personal={"text": said},
    )
    store.append(head, [draft], at=at, who=f"user/{actor.user.pk}", did="comment.make")
    told = [people[key] for key in sorted(asked) if key != actor.user.pk]
    events.mentioned.send(Entry, entry=entry, people=told, actor=actor, at=at)
    return made


@transaction.atomic
def withdraw_comment(actor: Actor, pk: int, at: datetime) -> Comment:
    """
    Take back what one said: the text is gone, that something was said stays.

    Raises NotThereError, and ForbiddenError for somebody else's comment.
    """
    head = store.lock_head()
    found = Comment.objects.filter(pk=pk, entry__in=policy.entries_for(actor)).first()
    if found is None:
        raise NotThereError("没有这条留言。", "There is no such comment.")
    if found.author_id != actor.user.pk:
        raise ForbiddenError("只能撤回自己的留言。", "Only one's own comments can be withdrawn.")
    if found.withdrawn_at is None:
        found.text, found.withdrawn_at = "", at
        found.save()
        StoredOpening.objects.filter(line__about=found.about).delete()
        draft = store.Draft(about=found.about, says={"entry": found.entry.about}, personal={})
        store.append(head, [draft], at=at, who=f"user/{actor.user.pk}", did="comment.withdraw")
    return found


def people_who_see(entry: Entry, today: date) -> QuerySet[User]:
    """Get the people who may see an entry on a day."""
    codes = entry.government.path.strip("/").split("/")
    above = ["/".join(codes[:end]) + "/" for end in range(1, len(codes) + 1)]
    seeing = (
        Q(role__in=IN_UNIT, unit=entry.unit_id)
        | Q(role__in=GOVERNMENT_WIDE - DOWNWARD, unit__government=entry.government_id)
        | Q(role__in=DOWNWARD, unit__government__path__in=above)
    )
    begun = Q(since=None) | Q(since__lte=today)
    going_on = Q(until=None) | Q(until__gte=today)
    held = Assignment.objects.filter(seeing, begun, going_on)
    return User.objects.filter(is_active=True, pk__in=held.values("user")).order_by("full_name")[
        :_MOST_PEOPLE
    ]


def changed_aside() -> Iterator[tuple[int, str]]:
    """Get the comments whose text is not what the ledger commits to, each with a line's number."""
    openings = StoredOpening.objects.filter(line__did="comment.make").select_related("line")
    texts = {line.about: (line.number, value) for line, value in _told(openings)}
    for one in Comment.objects.iterator(chunk_size=1000):
        number, value = texts.pop(one.about, (-1, ""))
        if value != one.text:
            yield number, f"留言{one.pk}与账目不符，被绕过系统改动过"
    for number, _ in texts.values():
        yield number, f"账目{number}所记的留言不见了"


def _told(openings: QuerySet[StoredOpening]) -> Iterator[tuple[StoredLine, str]]:
    for opening in openings.iterator(chunk_size=1000):
        yield opening.line, str(opening.value)


def _text(text: str) -> str:
    asked = Field(key="comment", label="留言", kind="long_text")
    try:
        said = parsed(asked, text)
    except WrongValueError as error:
        raise InvalidError({"comment": error.message}) from error
    if said is None:
        raise InvalidError({"comment": Message("请写留言。", "Write a comment.")})
    if len(said) > LONGEST:
        problem = Message(
            f"留言有{len(said)}字，最多{LONGEST}字。详细内容请作附件。",
            f"The comment has {len(said)} characters, at most {LONGEST} are allowed.",
        )
        raise InvalidError({"comment": problem})
    return str(said)
