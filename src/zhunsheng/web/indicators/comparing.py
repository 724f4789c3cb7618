"""
Applies the rules of the catalogue to the figures of a government: which are broken, and by what.

It stores nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.contents import NamedRule
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.engine.indicators.validation import Side, Violation, violation
from zhunsheng.web.indicators import results
from zhunsheng.web.indicators.results import Place
from zhunsheng.web.organizations.models import Government, Unit


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that does not hold, for whom, and what it says with both sides as they are."""

    rule: str
    unit: Unit | None
    stated: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Compared:
    """What was found, over how many rules, with figures up to which line of the ledger."""

    broken: tuple[Broken, ...]
    rules: int
    position: int


def compare(government: Government, period: Period) -> Compared:
    """Apply all rules to the figures of a government and of its units, all as of one position."""
    rules = catalogue().validation()
    names = sorted({name for named in rules for name in named.indicators.values()})
    registers = {catalogue().indicator(name).register.name for name in names}
    place = Place(government)
    with results.reading(registers) as now:
        of_government = results.figures(names, [period], place)
        whole = {name: figure for (name, _), figure in of_government.items()}
        units = results.figures_of_units(names, period, place)
        position = now.position
    broken: list[Broken] = []
    for named in rules:
        if named.rule.scope == "government":
            broken += _broken(named, whole, None)
        else:
            for unit, own in units:
                broken += _broken(named, own, unit)
    return Compared(tuple(broken), len(rules), position)


def _broken(named: NamedRule, own: Mapping[str, Figure], unit: Unit | None) -> Iterator[Broken]:
    by_key = {key: own[name] for key, name in named.indicators.items() if name in own}
    if (found := violation(named.rule, by_key)) is not None:
        yield Broken(named.name, unit, _stated(named, found, by_key))


def _stated(named: NamedRule, found: Violation, by_key: Mapping[str, Figure]) -> dict[str, Any]:
    """Get what a rule says and what its sides are, so that it can be read when the rule has changed."""
    rule = named.rule
    return {
        "label": rule.label,
        "operator": rule.operator,
        "source": rule.source,
        "left": _side(named, rule.left, found.left, by_key),
        "right": _side(named, rule.right, found.right, by_key),
    }


def _side(
    named: NamedRule, side: Side, value: object, by_key: Mapping[str, Figure]
) -> dict[str, Any]:
    return {
        "value": None if value is None else str(value),
        "missing": side.missing,
        "figures": [
            {
                "indicator": named.indicators[key],
                "sign": sign,
                "counted": by_key[key].counted if key in by_key else 0,
                "base": by_key[key].base if key in by_key else 0,
                "value": _written(by_key.get(key)),
            }
            for keys, sign in ((side.adds, 1), (side.takes, -1))
            for key in keys
        ],
    }


def _written(figure: Figure | None) -> str | None:
    return None if figure is None or figure.value is None else str(figure.value)
