"""
Values a register computes itself: from what was filled in, and from the entries it refers to.

It knows how a computation is fed; where entries are kept is for the caller, who looks them up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Values
from zhunsheng.engine.registers.values import parsed

LookUp = Callable[[Field, str], Values | None]
"""
Gets what a reference field brings from the entry it means: its values, its `state`, its `fellows`.

Fellows are the values of the other entries of the same register that refer to the same entry by the
same field: the other visits to a firm. None where there is no such entry.
"""


def nothing_known(_field: Field, _reference: str) -> Values | None:
    """Look up nothing: where entries that are referred to are not at hand."""
    return None


def with_computed(
    fields: Iterable[Field], values: Values, look_up: LookUp = nothing_known
) -> dict[str, Any]:
    """
    Get values with those that are computed from them.

    What a reference `brings` stands beside it for the computation, as `officer.valid_until`; a later
    computation sees what an earlier one found. Raises WrongValueError for a result its field cannot
    hold.
    """
    declared = tuple(fields)
    found = dict(values)
    if not any(field.computed for field in declared):
        return found
    seen = _with_brought(declared, values, look_up)
    for field in declared:
        if field.computed is not None:
            found[field.key] = seen[field.key] = parsed(field, field.computed(seen))
    return found


def _with_brought(fields: Iterable[Field], values: Values, look_up: LookUp) -> dict[str, Any]:
    """Get values with what their references bring, in rows too."""
    seen = dict(values)
    for field in fields:
        value = values.get(field.key)
        if value is None:
            continue
        if field.kind == "rows":
            seen[field.key] = [_with_brought(field.columns, row, look_up) for row in value]
        elif field.brings:
            other: Mapping[str, Any] = look_up(field, value) or {}
            seen |= {f"{field.key}.{key}": other.get(key) for key in field.brings}
    return seen
