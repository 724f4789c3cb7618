"""
Scores: a scheme kept as a file, applied to facts, and explained down to the entries behind them.

It knows kinds of facts and points; it finds no facts. A scheme it does not understand is refused.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from importlib.resources import files
from typing import Any, Literal, get_args

from zhunsheng.engine.refusals import RefusedError

FactKind = Literal[
    "duty_on_time",
    "duty_late",
    "duty_overdue",
    "duty_returned",
    "target_met",
    "target_behind",
    "target_out_of_reach",
    "obligation_met",
    "obligation_overdue",
    "claim_not_shown",
    "measure_overdue",
]


class SchemeError(RefusedError):
    """A scheme that says what nobody can compute."""


@dataclass(frozen=True, slots=True)
class Item:
    """Points for each fact of a kind, and the most that all of them together give or cost."""

    key: FactKind
    label: str
    points: Decimal
    at_most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Scheme:
    """What a score starts at, its bounds, and its items in the order they are explained."""

    label: str
    starts_at: Decimal
    lowest: Decimal
    highest: Decimal
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """Something that counts: its kind, the entry it rests on, and how that is called."""

    kind: str
    entry: str
    title: str


@dataclass(frozen=True, slots=True)
class Explained:
    """What an item gave or cost, by which facts; `uncapped` is what it would be without its limit."""

    item: Item
    facts: tuple[Fact, ...]
    points: Decimal
    uncapped: Decimal

    @property
    def is_capped(self) -> bool:
        """Whether the limit of the item was reached."""
        return self.points != self.uncapped


@dataclass(frozen=True, slots=True)
class Score:
    """A score and all that it is made of."""

    total: Decimal
    scheme: Scheme
    explained: tuple[Explained, ...]

    @property
    def is_bounded(self) -> bool:
        """Whether the scheme's own bounds changed the sum."""
        return self.total != self.scheme.starts_at + sum(one.points for one in self.explained)


def score(scheme: Scheme, facts: Iterable[Fact]) -> Score:
    """Get the score of facts. The same fact told twice counts once."""
    by_kind: dict[str, list[Fact]] = {}
    for fact in sorted(set(facts)):
        by_kind.setdefault(fact.kind, []).append(fact)
    explained = tuple(_explained(item, tuple(by_kind.get(item.key, ()))) for item in scheme.items)
    total = scheme.starts_at + sum((one.points for one in explained), Decimal(0))
    return Score(min(max(total, scheme.lowest), scheme.highest), scheme, explained)


def _explained(item: Item, facts: tuple[Fact, ...]) -> Explained:
    uncapped = item.points * len(facts)
    points = uncapped
    if item.at_most is not None:
        points = max(uncapped, item.at_most) if item.points < 0 else min(uncapped, item.at_most)
    return Explained(item, facts, points, uncapped)


def own_scheme() -> Scheme:
    """Get the scheme that comes with the product."""
    return read_scheme((files(__package__) / "scheme.toml").read_text("utf-8"))


def read_scheme(text: str) -> Scheme:
    """
    Get a scheme from its file.

    Raises SchemeError for what is no TOML, for keys and kinds of facts it does not know, for an item
    that is there twice, for points of nothing, and for bounds that contradict each other.
    """
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SchemeError(
            f"评分方案不是有效的TOML：{error}。", f"The scheme is no TOML: {error}."
        ) from error
    _refuse_unknown(said, {"label", "starts_at", "lowest", "highest", "items"}, "评分方案")
    listed = said.get("items")
    if not isinstance(listed, list) or not listed:
        raise SchemeError("评分方案没有任何项目（items）。", "The scheme has no items.")
    scheme = Scheme(
        label=_label(said, "评分方案"),
        starts_at=_number(said, "starts_at"),
        lowest=_number(said, "lowest"),
        highest=_number(said, "highest"),
        items=tuple(_item(one) for one in listed),
    )
    _check(scheme)
    return scheme


def _check(scheme: Scheme) -> None:
    keys = [item.key for item in scheme.items]
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        raise SchemeError(
            f"评分方案的项目重复：{'、'.join(twice)}。", f"Items are there twice: {twice}."
        )
    if not scheme.lowest <= scheme.starts_at <= scheme.highest:
        raise SchemeError(
            "起始分应在最低分和最高分之间。", "The start lies outside lowest and highest."
        )


def _item(said: Any) -> Item:
    if not isinstance(said, dict):
        raise SchemeError("评分方案的项目写法不对。", "An item of the scheme is no table.")
    key = said.get("key")
    kind: FactKind | None = next((one for one in get_args(FactKind) if one == key), None)
    if kind is None:
        known = "、".join(get_args(FactKind))
        raise SchemeError(
            f"评分方案不认识项目“{key}”。可以写：{known}。", f"Unknown item {key}. Known: {known}."
        )
    _refuse_unknown(said, {"key", "label", "points", "at_most"}, f"项目{key}")
    points = _number(said, "points")
    at_most = _number(said, "at_most") if "at_most" in said else None
    if points == 0 or (at_most is not None and points * at_most <= 0):
        raise SchemeError(
            f"项目{key}的分数（points）不能是0，上限（at_most）须与它同号。",
            f"Item {key}: points are not 0, and at_most has the same sign.",
        )
    return Item(kind, _label(said, f"项目{key}"), points, at_most)


def _refuse_unknown(said: Mapping[str, Any], known: set[str], where: str) -> None:
    if unknown := sorted(said.keys() - known):
        raise SchemeError(
            f"{where}里不认识：{'、'.join(unknown)}。", f"Unknown keys in {where}: {unknown}."
        )


def _label(said: Mapping[str, Any], where: str) -> str:
    label = said.get("label")
    if not isinstance(label, str) or not label.strip():
        raise SchemeError(f"{where}缺少名称（label）。", f"{where} needs a label.")
    return label.strip()


def _number(said: Mapping[str, Any], key: str) -> Decimal:
    """Get a number, which is written as text so that it stays exact."""
    value = said.get(key)
    try:
        if isinstance(value, int | str) and not isinstance(value, bool):
            number = Decimal(value)
            if number.is_finite():
                return number
    except InvalidOperation:
        pass
    raise SchemeError(
        f'{key}应为数字，小数写在引号里，例如 "2.5"。', f"{key} should be a number, quoted."
    )
