"""
Indicators narrowed to a part of what they look at: the rows of a table, each cell an indicator.

The indicators themselves are the row that adds the parts up, so that a table repeats no definition.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from zhunsheng.engine.indicators.declarations import (
    Complete,
    Definition,
    Indicator,
    Predicate,
    Share,
)
from zhunsheng.engine.indicators.statistics import Heading


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A part of what indicators look at: its heading in a table, and which entries belong to it."""

    heading: Heading
    holds: Predicate


def narrowed(indicator: Indicator, part: Part) -> Indicator:
    """
    Get an indicator that looks only at the entries of a part, in all its definitions.

    Its key is that of the indicator and the part; no words speak of it, for they mean the whole.
    """
    share = isinstance(indicator, Share | Complete)
    base = "out_of" if share else "counts"
    changes: dict[str, Any] = {base: _both(getattr(indicator, base), part.holds)}
    return replace(
        indicator,
        key=f"{indicator.key}_{part.heading.key}",
        label=f"{indicator.label}（{part.heading.label}）",
        said_as=(),
        says=f"{indicator.says}只看“{part.heading.label}”。",
        earlier=tuple(_earlier(one, base, part) for one in indicator.earlier),
        **changes,
    )


def narrowed_to_each(
    indicators: Iterable[Indicator], parts: Iterable[Part]
) -> tuple[Indicator, ...]:
    """Get indicators narrowed to each of some parts, part by part."""
    across = tuple(indicators)
    return tuple(narrowed(indicator, part) for part in parts for indicator in across)


def laid_out(
    indicators: Mapping[str, Indicator], parts: Iterable[Part], whole: Heading
) -> dict[tuple[str, str], str]:
    """
    Get which indicator stands in which cell: by the key of a column, narrowed to the part of each row.

    The row `whole` holds the indicators themselves.
    """
    cells = {
        (part.heading.key, column): f"{indicator.key}_{part.heading.key}"
        for part in parts
        for column, indicator in indicators.items()
    }
    return cells | {(whole.key, column): one.key for column, one in indicators.items()}


def _earlier(definition: Definition, base: str, part: Part) -> Definition:
    changes: dict[str, Any] = {base: _both(getattr(definition, base), part.holds)}
    return replace(definition, **changes)


def _both(one: Predicate | None, other: Predicate) -> Predicate:
    if one is None:
        return other
    return lambda entry, period: one(entry, period) & other(entry, period)
