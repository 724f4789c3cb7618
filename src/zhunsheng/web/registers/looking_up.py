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
from zhunsheng.web.registers import linking
from zhunsheng.web.registers.models import Entry

if TYPE_CHECKING:
    from zhunsheng.web.registers.checking import Saving

_MOST_FELLOWS = 1000


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
    entries = (
        Entry.unscoped.all() if reference in held else policy.entries_to_refer_to(saving.actor)
    )
    meant = linking.targets(entries, {reference}, saving.government, with_values=True)
    found = meant.get(reference)
    if found is None:
        return None
    brought: dict[str, Any] = {"state": found.state} | found.values
    if "fellows" in field.brings:
        brought["fellows"] = _fellows(saving, field, found)
    return brought


def _fellows(saving: Saving, field: Field, target: Entry) -> list[dict[str, Any]]:
    """Get the values of the other entries that refer to an entry by a field, the newest first."""
    others = Entry.unscoped.filter(
        register=saving.named.name,
        government=saving.government,
        links__field=field.key,
        links__target=target,
    )
    if saving.itself is not None:
        others = others.exclude(pk=saving.itself)
    newest = others.order_by("-pk").values_list("state", "values")[:_MOST_FELLOWS]
    return [{"state": state} | values for state, values in newest]
