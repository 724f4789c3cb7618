"""
Keeps which indicators are on somebody's board.

What somebody likes to see is no business data: it is kept outside the ledger.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from zhunsheng.engine.catalogue import NamedIndicator, catalogue
from zhunsheng.engine.messages import Message
from zhunsheng.web.dashboard.models import Card
from zhunsheng.web.indicators.pages.listing import ordinary
from zhunsheng.web.indicators.pages.words import is_ratio
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers.errors import InvalidError, NotThereError

MOST = 12
USUAL = 8


def chosen(user: User) -> list[NamedIndicator]:
    """Get the indicators on somebody's board: the usual ones where they chose none."""
    known = {named.name: named for named in catalogue().indicators()}
    kept = Card.objects.filter(owner=user).values_list("indicator", flat=True)
    found = [known[name] for name in kept if name in known]
    return found or usual()


def usual() -> list[NamedIndicator]:
    """Get what is on a board at first: shares that should rise or fall, one of each group first."""
    telling = [
        named for named in ordinary() if is_ratio(named) and named.indicator.better != "neither"
    ]
    firsts: dict[tuple[str, str], NamedIndicator] = {}
    for named in telling:
        firsts.setdefault((named.domain.key, named.indicator.group), named)
    picked = list({named.name: named for named in [*firsts.values(), *telling]}.values())[:USUAL]
    return picked or list(ordinary())[:USUAL]


@transaction.atomic
def add(user: User, name: str) -> None:
    """Put an indicator at the end of a board. Raises UnknownNameError, or InvalidError for a full one."""
    names = _names(user)
    added = catalogue().indicator(name).name
    if added not in names and len(names) >= MOST:
        says = Message(
            f"看板上最多{MOST}张卡片。请先移去一张。",
            f"A board has at most {MOST} cards. Take one away first.",
        )
        raise InvalidError({"indicator": says})
    _keep(user, names if added in names else [*names, added])


@transaction.atomic
def remove(user: User, name: str) -> None:
    """Take an indicator from a board. Raises NotThereError."""
    names = _names(user)
    _place(names, name)
    _keep(user, [one for one in names if one != name])


@transaction.atomic
def move(user: User, name: str, by: int) -> None:
    """Move a card by some places, as far as there are places. Raises NotThereError."""
    names = _names(user)
    here = _place(names, name)
    names.insert(min(max(0, here + by), len(names) - 1), names.pop(here))
    _keep(user, names)


def reset(user: User) -> None:
    """Bring the usual cards back."""
    Card.objects.filter(owner=user).delete()


def _names(user: User) -> list[str]:
    """Get the board as it is, with others who change it at the same time waiting."""
    User.objects.select_for_update().get(pk=user.pk)
    return [named.name for named in chosen(user)]


def _place(names: Sequence[str], name: str) -> int:
    if name not in names:
        raise NotThereError("看板上没有这张卡片。", "There is no such card on the board.")
    return names.index(name)


def _keep(user: User, names: Sequence[str]) -> None:
    Card.objects.filter(owner=user).delete()
    Card.objects.bulk_create(
        Card(owner=user, indicator=name, place=place) for place, name in enumerate(names)
    )
