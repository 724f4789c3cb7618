"""
Values that are used once in a register of a government, such as the number of a paper.

It refuses a second use; it looks at values only where the declaration asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.cases import Checked
from zhunsheng.engine.registers.fields import Field
from zhunsheng.web import policy
from zhunsheng.web.registers.models import Entry

if TYPE_CHECKING:
    from zhunsheng.web.registers.checking import Saving


def refuse_used(saving: Saving, found: Sequence[Checked], before: Mapping[str, Any]) -> None:
    """
    Note as a problem each value that another entry has already, of those to be saved too.

    A value that stood there before is left alone, whatever others hold. One query for each field that
    is used once and is filled.
    """
    for field in (one for one in saving.named.register.fields if one.once):
        filled = [
            one for one in found if one.values.get(field.key) not in {None, before.get(field.key)}
        ]
        used = _used(saving, field, {one.values[field.key] for one in filled})
        for one in filled:
            value = one.values[field.key]
            if value in used:
                one.problems.setdefault(field.key, _said(field, value, used[value]))
            used.setdefault(value, "")


def _used(saving: Saving, field: Field, values: set[str]) -> dict[str, str]:
    """Get those of some values that others have, with the number of one that may be seen, or none."""
    if not values:
        return {}
    saving.held.written(saving.named.name)
    others = Entry.unscoped.filter(
        **{f"values__{field.key}__in": sorted(values)},
        register=saving.named.name,
        government=saving.government,
    )
    if saving.itself is not None:
        others = others.exclude(pk=saving.itself)
    found = list(others.values_list("pk", f"values__{field.key}", "number"))
    held = {pk for pk, _value, _number in found}
    seen = policy.entries_for(saving.actor).filter(pk__in=held) if held else ()
    shown = {entry.pk for entry in seen}
    return {value: number if pk in shown else "" for pk, value, number in found}


def _said(field: Field, value: str, number: str) -> Message:
    where, other = (f"编号{number}的", f"entry {number}") if number else ("另一条", "another entry")
    return Message(
        f"{field.label}“{value[:60]}”已由{where}记录使用，一个编号只用一次。请核对后另编。",
        f'{field.label} "{value[:60]}" is used by {other} already. Check it and give another.',
    )
