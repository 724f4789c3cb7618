"""
What stands in the entries that an entry refers to, for what its register computes from them.

It gives no personal value and changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from zhunsheng.engine.registers.computing import LookUp
from zhunsheng.engine.registers.fields import Field
from zhunsheng.web import policy

if TYPE_CHECKING:
    from zhunsheng.web.registers.checking import Saving


def entries_behind(saving: Saving, held: Collection[str]) -> LookUp:
    """
    Get what finds the values behind a reference, each entry read once.

    Somebody who may not see an entry learns nothing of it, except where it was referred to before
    (`held`): what was computed must not change with who saves. Fellows are those of the whole
    government, for a firm is visited by more than one unit; only what is computed of them is shown.
    """
    known: dict[tuple[str, str], Mapping[str, Any] | None] = {}

    def look_up(field: Field, reference: str) -> Mapping[str, Any] | None:
        if (field.key, reference) not in known:
            known[field.key, reference] = _brought(saving, field, reference, held)
        return known[field.key, reference]

    return look_up


def _brought(
    saving: Saving, field: Field, reference: str, held: Collection[str]
) -> Mapping[str, Any] | None:
    meant = saving.held.meant({reference}, saving.government, with_values=True)
    found = meant.get(reference)
    if found is None or not (reference in held or policy.may_refer_to(saving.actor, found)):
        return None
    brought: dict[str, Any] = {"state": found.state} | found.values
    if "fellows" in field.brings:
        brought["fellows"] = saving.held.fellows(
            saving.named.name, saving.government, field.key, found.pk, saving.itself
        )
    return brought
