"""
The one door for drafts of plans: who may, checks, row and ledger line in one.

A draft is the government's: any of its coordinators may go on with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from zhunsheng.engine.messages import Message
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import Head
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.planning import documents
from zhunsheng.web.planning.models import PlanDraft
from zhunsheng.web.registers.errors import (
    ChangedMeanwhileError,
    ForbiddenError,
    InvalidError,
    NotThereError,
)
from zhunsheng.web.registers.models import Entry

MOST_OPEN = 50
"""More drafts than a government reads at once; older ones are confirmed or discarded first."""


def drafts_for(actor: Actor) -> QuerySet[PlanDraft]:
    """Get the drafts somebody may go on with: those of the governments they coordinate."""
    held = {one.government for one in actor.grants if one.role == "coordinator" and not one.ended}
    found = PlanDraft.objects.filter(government__in=held)
    return found.select_related("government", "unit", "changed_by", "amends", "follows", "above")


def draft_of(actor: Actor, pk: int) -> PlanDraft:
    """Get a draft that is not confirmed yet. Raises NotThereError."""
    draft = drafts_for(actor).filter(pk=pk, plan=None).first()
    if draft is None:
        raise NotThereError(
            "没有这份计划草稿，或者已经确认。", "There is no such draft, or it was confirmed."
        )
    return draft


@transaction.atomic
def add(
    actor: Actor,
    unit: Unit,
    file: Mapping[str, Any],
    at: datetime,
    *,
    purpose: str = PlanDraft.Purpose.NEW,
    amends: Entry | None = None,
    follows: Entry | None = None,
    above: Entry | None = None,
) -> PlanDraft:
    """Begin to read a document that was kept. Raises ForbiddenError, InvalidError."""
    head = store.lock_head()
    if not policy.units_that_plan(actor).filter(pk=unit.pk).exists():
        raise _forbidden()
    if PlanDraft.objects.filter(government=unit.government, plan=None).count() >= MOST_OPEN:
        says = Message(
            f"已有{MOST_OPEN}份草稿，请先确认或者放弃一些。",
            f"There are {MOST_OPEN} drafts; confirm or discard some first.",
        )
        raise InvalidError({"file": says})
    draft = PlanDraft(
        government=unit.government,
        unit=unit,
        purpose=purpose,
        file=dict(file),
        amends=amends,
        follows=follows,
        above=above,
        made_by=actor.user,
        changed_by=actor.user,
        made_at=at,
        changed_at=at,
    )
    meta = documents.reading_of(draft).meta
    draft.title = (meta.body_title or meta.title or str(file["name"]))[:500]
    draft.save()
    write(head, draft, "plan_draft.add", actor, at, file=draft.file, purpose=purpose)
    return draft


@transaction.atomic
def decide(
    actor: Actor,
    pk: int,
    version: int,
    change: Callable[[dict[str, Any]], None],
    at: datetime,
) -> PlanDraft:
    """
    Change what is decided about a draft that was read in a version.

    `change` gets the decisions as they are, and changes them in place. Raises NotThereError and
    ChangedMeanwhileError.
    """
    head = store.lock_head()
    draft = locked(actor, pk, version)
    before = {key: draft.decisions[key] for key in draft.decisions}
    decided: dict[str, Any] = {key: _copied(value) for key, value in draft.decisions.items()}
    change(decided)
    changed = {key: decided[key] for key in sorted(decided) if decided[key] != before.get(key)}
    if changed:
        draft.decisions, draft.version = decided, draft.version + 1
        draft.changed_by, draft.changed_at = actor.user, at
        draft.save()
        write(head, draft, "plan_draft.decide", actor, at, decided=changed)
    return draft


@transaction.atomic
def discard(actor: Actor, pk: int, at: datetime) -> None:
    """Throw a draft away; that it was there stays in the ledger. Raises NotThereError."""
    head = store.lock_head()
    draft = draft_of(actor, pk)
    write(head, draft, "plan_draft.discard", actor, at)
    draft.delete()


def locked(actor: Actor, pk: int, version: int) -> PlanDraft:
    """Get a draft as it is now. Raises NotThereError and ChangedMeanwhileError."""
    draft = draft_of(actor, pk)
    if draft.version != version:
        raise ChangedMeanwhileError(str(draft.changed_by), {})
    return draft


def write(
    head: Head, draft: PlanDraft, did: str, actor: Actor, at: datetime, **says: object
) -> None:
    """Append the line of what was done to a draft."""
    line = store.Draft(
        about=draft.about,
        says={"government": draft.government_id, "title": draft.title, **says},
        personal={},
    )
    store.append(head, [line], at=at, who=f"user/{actor.user.pk}", did=did)


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(one) for key, one in value.items()}
    return [_copied(one) for one in value] if isinstance(value, list) else value


def _forbidden() -> ForbiddenError:
    return ForbiddenError(
        "只有统筹员可以制定计划。请联系本级政府的统筹员。",
        "Only a coordinator of the government makes plans.",
    )
