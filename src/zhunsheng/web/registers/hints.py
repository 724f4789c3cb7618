"""Which hints of a register apply to an entry, among the entries somebody may see."""

from __future__ import annotations

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.registers.hints import Hinted, Other, hinted
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.registers.models import Entry

MOST_LOOKED_AT = 500


def hints_for(actor: Actor, entry: Entry, named: NamedRegister) -> tuple[Hinted, ...]:
    """
    Get the hints that apply to an entry, compared with the latest ones of its government.

    Personal values are not looked at. One query where the register declares hints, otherwise none.
    """
    if not named.register.hints:
        return ()
    others = (
        policy.entries_for(actor)
        .filter(register=entry.register, government=entry.government_id)
        .exclude(pk=entry.pk)
        .order_by("-happened", "-pk")
        .values_list("pk", "number", "title", "values")[:MOST_LOOKED_AT]
    )
    return hinted(named.register.hints, entry.values, (Other(*other) for other in others))
