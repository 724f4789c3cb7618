"""
Views of a list that people keep: their own, and those a coordinator shares with a unit.

What somebody likes to see is no business data: it is kept outside the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.http import QueryDict

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.messages import Message
from zhunsheng.web.actors import Actor
from zhunsheng.web.lists.columns import columns_of
from zhunsheng.web.lists.models import SavedView
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError, NotThereError

MOST = 30
_LONGEST_QUERY = 2000
_LONGEST_NAME = 40
_NOT_KEPT = ("page", "view", "as")


@dataclass(frozen=True, slots=True)
class Views:
    """What somebody can open a list with."""

    named: Sequence[SavedView]
    columns: Sequence[str]

    def default(self) -> SavedView | None:
        """Get the view a list opens with: one's own before the unit's."""
        return next((view for view in self.named if view.is_default), None)

    def view(self, key: str) -> SavedView | None:
        """Get a view by its key as an address has it."""
        return next((view for view in self.named if str(view.pk) == key), None)


def views_for(actor: Actor, register: str) -> Views:
    """Get one's own views of a register and the shared ones, and the columns last chosen."""
    units = {grant.unit for grant in actor.grants}
    seen = Q(owner=actor.user) | (Q(shared_with__in=units) & ~Q(name=""))
    views = list(SavedView.objects.filter(seen, register=register).order_by("name", "pk"))
    views.sort(key=lambda view: view.owner_id != actor.user.pk)
    unnamed = [view for view in views if not view.name and view.owner_id == actor.user.pk]
    columns = unnamed[0].columns if unnamed else []
    return Views([view for view in views if view.name], columns)


def units_to_share_with(actor: Actor) -> list[Unit]:
    """Get the units somebody may share views with: a coordinator's, all of the government's."""
    governments = [grant.government for grant in actor.grants if grant.role == "coordinator"]
    return list(Unit.objects.filter(government__in=governments)) if governments else []


@transaction.atomic
def keep_view(
    actor: Actor,
    named: NamedRegister,
    name: str,
    query: str,
    columns: Iterable[str],
    *,
    shared_with: str = "",
    is_default: bool = False,
) -> SavedView:
    """
    Keep a view under a name, in place of one's own of that name.

    Raises InvalidError without a name or with too many views, ForbiddenError where it may not be shared.
    """
    name = " ".join(name.split())
    mine = SavedView.objects.filter(owner=actor.user, register=named.name).exclude(name="")
    if not name or len(name) > _LONGEST_NAME:
        raise _invalid(
            f"请给视图起一个名称，最多{_LONGEST_NAME}字。",
            f"Give the view a name of at most {_LONGEST_NAME} characters.",
        )
    if mine.exclude(name=name).count() >= MOST:
        raise _invalid(
            f"视图最多{MOST}个。请先删去不用的。",
            f"There are at most {MOST} views. Delete one that is not used.",
        )
    unit = _shared(actor, shared_with) if shared_with else None
    if is_default:
        mine.update(is_default=False)
    kept, _ = SavedView.objects.update_or_create(
        owner=actor.user,
        register=named.name,
        name=name,
        defaults={
            "query": clean(query),
            "columns": _known(named, columns),
            "shared_with": unit,
            "is_default": is_default,
        },
    )
    return kept


def keep_columns(actor: Actor, named: NamedRegister, columns: Iterable[str]) -> None:
    """Keep which columns somebody wants in a register's list; none brings the usual ones back."""
    SavedView.objects.update_or_create(
        owner=actor.user,
        register=named.name,
        name="",
        defaults={"columns": _known(named, columns)},
    )


def remove(actor: Actor, register: str, key: str) -> None:
    """Remove one of one's own views. Raises NotThereError."""
    own = SavedView.objects.filter(owner=actor.user, register=register).exclude(name="")
    if not key.isascii() or not key.isdigit() or not own.filter(pk=key[:18]).delete()[0]:
        raise NotThereError("您没有这个视图。", "You have no such view.")


def may_share(actor: Actor) -> bool:
    """Whether somebody may share views with units."""
    return actor.has("coordinator")


def clean(query: str) -> str:
    """Get the part of an address that a view keeps: filters and order, not the place in the list."""
    kept = QueryDict(query[:_LONGEST_QUERY], mutable=True)
    for key in _NOT_KEPT:
        kept.pop(key, None)
    return kept.urlencode()


def _shared(actor: Actor, key: str) -> Unit:
    for unit in units_to_share_with(actor):
        if str(unit.pk) == key:
            return unit
    raise ForbiddenError(
        "只有统筹员可以把视图共享给本级政府的单位。",
        "Only coordinators share a view with a unit of their government.",
    )


def _known(named: NamedRegister, columns: Iterable[str]) -> list[str]:
    known = columns_of(named)
    return [key for key in dict.fromkeys(columns) if key in known]


def _invalid(zh: str, en: str) -> InvalidError:
    return InvalidError({"name": Message(zh, en)})
