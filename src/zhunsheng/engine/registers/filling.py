"""
Figures that the site puts into rows of an entry: whoever enters chooses the indicator, not the number.

It knows which columns hold what; indicators are names to it, and how they are computed is for the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zhunsheng.engine.registers.fields import Field
    from zhunsheng.engine.registers.register import Register

Values = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class FromIndicators:
    """
    Where the figures in rows come from.

    `choice` is the column in which an indicator is chosen, `indicators` the full name of the one that each
    of its choices means. `figure` is the text column that gets what the indicator says of the entry's unit,
    `taken` the column that gets when it was computed, `rank` that for the unit's place among all units of
    its government, the best first, where one is better than another. `span` gets the first and the last
    day of the period from the values of an entry. Where `cut_off` names a time of the entry, the figure is
    of what had been entered by then. `whole` tells of an entry whose figures are those of its government.

    A row without a choice is typed as any other.
    """

    choice: str
    figure: str
    taken: str
    indicators: tuple[tuple[str, str], ...]
    span: Callable[[Values], tuple[str, str] | None]
    rank: str = ""
    cut_off: str = ""
    whole: Callable[[Values], bool] | None = None

    def asked(self, values: Values) -> tuple[Any, ...]:
        """Get what the figures of an entry depend on beside its unit: the same, the same figures."""
        whole = self.whole is not None and self.whole(values)
        return self.span(values), values.get(self.cut_off) if self.cut_off else None, whole

    def said(self, row: Values) -> tuple[Any, ...]:
        """Get what a row says of an indicator, as far as the site says it."""
        return tuple(row.get(key) for key in self.columns)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that belong together: the choice first, then what the site fills."""
        return tuple(key for key in (self.choice, self.figure, self.taken, self.rank) if key)


def wrongly_filled(register: Register) -> Iterator[tuple[list[str], str, str]]:
    """Get what is wrong with the columns that figures of indicators are to go to."""
    filling = [(field, field.fills) for field in register.fields if field.fills is not None]
    yield (
        [
            f"{field.key}.{key}"
            for field, fills in filling
            for key, kind in _kinds(fills).items()
            if {column.key: column.kind for column in field.columns}.get(key) != kind
        ],
        "取指标数字的列没有，或者类型不对",
        "figures of indicators go to no such columns, or to others",
    )
    yield (
        [
            field.key
            for field, fills in filling
            if _choices(field, fills.choice) != set(_keys(fills))
        ],
        "指标的选项与所取的指标对不上",
        "the choices of indicators and the indicators differ",
    )
    yield (
        [
            fills.cut_off
            for _, fills in filling
            if fills.cut_off and _kind(register, fills.cut_off) != "datetime"
        ],
        "数据截止时间应为时间字段",
        "a cut-off must be a time of the register",
    )


def _kinds(fills: FromIndicators) -> dict[str, str]:
    kinds = {fills.choice: "choice", fills.figure: "text", fills.taken: "datetime"}
    return kinds | ({fills.rank: "integer"} if fills.rank else {})


def _keys(fills: FromIndicators) -> list[str]:
    return [key for key, _ in fills.indicators]


def _choices(field: Field, key: str) -> set[str]:
    return {one.key for column in field.columns if column.key == key for one in column.choices}


def _kind(register: Register, key: str) -> str:
    return register.field(key).kind if key in register.by_key else ""
