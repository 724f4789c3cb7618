"""
A draft becomes a plan in force: the plan, its tasks, duties, targets and dated steps, in one transaction.

Everything is entered through the actions of registers, as somebody would by hand.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.engine.messages import Message
from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger import store
from zhunsheng.web.planning import amending, drafting, entering, keys, preparing
from zhunsheng.web.planning.models import PlanDraft
from zhunsheng.web.planning.settled import Settled
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.models import Entry


@transaction.atomic
def confirm(actor: Actor, pk: int, version: int, at: datetime) -> Entry:
    """
    Put a draft in force and get its plan; an amendment changes the plan it amends.

    Nothing of it is kept where anything of it is refused. Raises NotThereError,
    ChangedMeanwhileError, and InvalidError with what is not settled yet.
    """
    store.lock_head()
    draft = drafting.locked(actor, pk, version)
    prepared = preparing.prepared(draft, at.date())
    if prepared.settled.problems:
        problems = {
            f"problem.{number}": Message(text, text)
            for number, text in enumerate(prepared.settled.problems)
        }
        raise InvalidError(problems)
    _check_indicators(prepared.settled)
    if draft.purpose == PlanDraft.Purpose.AMENDMENT and draft.amends is not None:
        plan = amending.amend(actor, draft, prepared.settled, at)
    else:
        plan = _enter(actor, draft, prepared.settled, at)
    head = store.lock_head()
    draft.plan, draft.changed_by, draft.changed_at = plan, actor.user, at
    draft.version += 1
    draft.save()
    drafting.write(head, draft, "plan_draft.confirm", actor, at, plan=plan.about)
    return plan


def _enter(actor: Actor, draft: PlanDraft, settled: Settled, at: datetime) -> Entry:
    """Enter a plan that is new."""
    issued = str(settled.facts["issued"])
    plan = actions.create(
        actor, keys.PLAN, draft.unit, entering.plan_values(actor, draft, settled), at
    )
    tasks = entering.enter_tasks(actor, draft, plan, list(settled.tasks), issued, at)
    entering.enter_targets(actor, draft, tasks, list(settled.targets), issued, at)
    amending.carry(actor, draft, at)
    steps = {"confirmed": max(at.date().isoformat(), issued)}
    return actions.take_step(actor, plan.pk, plan.version, "confirm", steps, at)


def _check_indicators(settled: Settled) -> None:
    """Refuse targets of indicators that are not declared. Raises InvalidError."""
    for target in settled.targets:
        named = [target.indicator, target.compared_with if target.indicator else ""]
        for name in filter(None, named):
            try:
                catalogue().indicator(name)
            except UnknownNameError as error:
                raise InvalidError({"indicator": Message(str(error), str(error))}) from error
