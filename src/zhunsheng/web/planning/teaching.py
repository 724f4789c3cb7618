"""What somebody said a name means becomes an alias of the unit, or a group: the next plan is read with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from zhunsheng.engine.planning.proposal import NameMatch
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations import actions
from zhunsheng.web.organizations.models import Government, Unit


def teach(
    actor: Actor, government: Government, match: NameMatch, units: Sequence[int], at: datetime
) -> None:
    """
    Remember what a name means, through the actions that any alias or group is changed by.

    Raises ForbiddenError, and InvalidError where the name already means something else.
    """
    meant = list(Unit.objects.filter(pk__in=units, government=government).order_by("code"))
    if not meant:
        return
    if match.collective or len(meant) > 1:
        held = government.groups.filter(name=match.name).first()
        if held is None:
            actions.add_group(actor, government, match.name, meant, None, at)
        else:
            actions.set_members(actor, held, meant, at.date(), at)
        return
    unit = meant[0]
    if match.name != unit.name and match.name not in unit.aliases:
        actions.set_aliases(actor, unit, [*unit.aliases, match.name], at)
