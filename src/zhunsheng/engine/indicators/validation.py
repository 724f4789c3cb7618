"""
Rules between figures: what must agree, whatever was entered, and where it does not.

It knows figures by the keys of their indicators; it knows no register and does not compute them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, get_args

from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.fields import NAME

Number = int | Fraction | Decimal
Operator = Literal["=", "<=", ">=", ">"]
Missing = Literal["skip", "zero", "violates"]
Scope = Literal["unit", "government"]
_HOLDS: dict[str, Callable[[Number, Number], bool]] = {
    "=": lambda left, right: left == right,
    "<=": lambda left, right: left <= right,
    ">=": lambda left, right: left >= right,
    ">": lambda left, right: left > right,
}
_SIGNS = {"=": "＝", "<=": "≤", ">=": "≥", ">": "＞"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """
    One side of a rule: figures added up, others taken away, by the keys of their indicators.

    `missing` says what becomes of a figure that has no value: the rule is skipped, it counts as zero, or
    its absence is itself a violation.
    """

    adds: tuple[str, ...]
    takes: tuple[str, ...] = ()
    missing: Missing = "skip"

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all indicators on this side."""
        return (*self.adds, *self.takes)


@dataclass(frozen=True, kw_only=True)
class ValidationRule:
    """
    Two sides that must agree, for each unit or for the government as a whole.

    Raises DeclarationError where it contradicts itself.
    """

    key: str
    label: str
    left: Side
    operator: Operator
    right: Side
    scope: Scope = "unit"
    source: str = ""

    def __post_init__(self) -> None:
        for wrong, zh, en in self._contradictions():
            if wrong:
                raise DeclarationError(f"核对规则{self.key}：{zh}。", f"Rule {self.key}: {en}.")

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all indicators it compares."""
        return frozenset((*self.left.keys, *self.right.keys))

    def _contradictions(self) -> Iterator[tuple[bool, str, str]]:
        yield not NAME.fullmatch(self.key), "名称应为小写英文", "its key must be lower-case English"
        yield not self.label, "缺少中文名", "it needs a label"
        yield (
            self.operator not in _HOLDS,
            f"比较应为{'、'.join(_HOLDS)}",
            f"operator must be one of {', '.join(_HOLDS)}",
        )
        yield self.scope not in get_args(Scope), "范围应为unit、government", "unknown scope"
        for side in (self.left, self.right):
            yield not side.keys, "有一边没有指标", "a side has no indicator"
            yield (
                side.missing not in get_args(Missing),
                f"缺数的处理应为{'、'.join(get_args(Missing))}",
                f"missing must be one of {', '.join(get_args(Missing))}",
            )


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that does not hold: both sides as they are, None for one that has no value."""

    rule: ValidationRule
    left: Number | None
    right: Number | None

    @property
    def says(self) -> str:
        """The comparison as people read it."""
        left, right = (
            "缺数" if side is None else f"{side:,}" if isinstance(side, int) else str(side)
            for side in (self.left, self.right)
        )
        return f"{self.rule.label}：应{_SIGNS[self.rule.operator]}，实为{left}与{right}"


def violation(rule: ValidationRule, figures: Mapping[str, Figure]) -> Violation | None:
    """Get how a rule is broken by some figures; None where it holds or is skipped."""
    left, right = _value(rule.left, figures), _value(rule.right, figures)
    sides = ((rule.left, left), (rule.right, right))
    if any(value is None and side.missing == "skip" for side, value in sides):
        return None
    if left is None or right is None or not _HOLDS[rule.operator](left, right):
        return Violation(rule, left, right)
    return None


def _value(side: Side, figures: Mapping[str, Figure]) -> Number | None:
    """Get the value of a side; None where a figure that must be there is missing."""
    total: Number = 0
    for keys, sign in ((side.adds, 1), (side.takes, -1)):
        for key in keys:
            value = figures[key].value if key in figures else None
            if value is None and side.missing != "zero":
                return None
            total += sign * (value or 0)  # type: ignore[operator]  # one rule compares one kind
    return total
