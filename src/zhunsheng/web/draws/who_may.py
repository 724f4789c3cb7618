"""
Who may draw by lot, oversee a draw and call it off: the part of the policy that is about draws.

Whoever fixes the terms does not give the last number, or one hand could choose both.
"""

from __future__ import annotations

from datetime import date

from zhunsheng.engine.messages import Message
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers.models import Entry

OVERSEERS = frozenset({"approver", "coordinator", "inspector"})
"""Who carries out a draw by lot, beside the reporter who fixed its terms."""


def may_draw(actor: Actor, plan: Entry) -> bool:
    """Whether somebody may commit to the terms of a draw and enter what was drawn: the unit's reporters."""
    return "reporter" in policy.roles_in(actor, plan.unit) and not plan.done


def may_cancel_draw(actor: Actor, unit: Unit) -> bool:
    """Whether somebody may call off a draw before it is carried out: who draws, and who oversees."""
    return bool(policy.roles_in(actor, unit) & (OVERSEERS | {"reporter"}))


def why_not_oversee(actor: Actor, unit: Unit, committed_by: int, on: date) -> Message | None:
    """Get why somebody may not carry out a draw that a person committed to on a day; None where they may."""
    held = [grant for grant in actor.grants if grant.stands_in_for != committed_by]
    if not policy.roles_in(Actor(actor.user, tuple(held)), unit) & OVERSEERS:
        return Message(
            "抽取由本单位的审核员，或者本级的统筹员、督察员监督进行。",
            "A draw is carried out by an approver of the unit, or a coordinator or inspector.",
        )
    stood_in = any(one.entered(committed_by, unit.pk, on) for one in actor.stand_ins)
    if actor.user.pk == committed_by or stood_in:
        return Message(
            "确定名单的人（或者代行其角色的人）不能监督同一次抽取，请由其他人进行。",
            "Whoever fixed the terms, or stands in for them, cannot oversee the same draw; somebody else does.",
        )
    return None
