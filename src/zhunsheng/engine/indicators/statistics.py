"""
Official tables of statistics as declared: headings of rows and columns, and an indicator in each cell.

It knows the layout of a table; what a cell counts is for its indicator to say, so that every cell can be
opened down to its entries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.fields import NAME


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """A row or a column of a table; those that follow each other with one `group` share a heading."""

    key: str
    label: str
    group: str = ""


@dataclass(frozen=True, kw_only=True)
class StatisticsTable:
    """
    An official yearly table whose cells are indicators.

    `cells` maps the keys of a row and a column to the key of an indicator, of the own domain or as
    `domain.key`; a cell that is not in it is left blank. `basis` is what asks for the table.

    Raises DeclarationError where it contradicts itself.
    """

    key: str
    label: str
    basis: str
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: Mapping[tuple[str, str], str] = field(hash=False)
    says: str = ""

    def __post_init__(self) -> None:
        for wrong, zh, en in self._contradictions():
            if wrong:
                named = "、".join(map(str, wrong))
                raise DeclarationError(
                    f"统计表{self.key}：{zh}：{named}。", f"Table {self.key}: {en}: {named}."
                )

    def cell(self, row: str, column: str) -> str | None:
        """Get the key of the indicator of a cell; None for a blank one."""
        return self.cells.get((row, column))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all indicators in it, each once, row by row."""
        across = [(row.key, column.key) for row in self.rows for column in self.columns]
        return tuple(dict.fromkeys(self.cells[at] for at in across if at in self.cells))

    def _contradictions(self) -> Iterator[tuple[list[object], str, str]]:
        yield (
            [] if NAME.fullmatch(self.key) else [self.key],
            "名称应为小写英文",
            "its key must be lower-case English",
        )
        yield (
            [] if self.label and self.basis else [self.key],
            "缺少中文名或者依据",
            "it needs a label and a basis",
        )
        yield [] if self.cells else [self.key], "没有格子", "it has no cell"
        for headings, zh, en in ((self.rows, "行", "rows"), (self.columns, "列", "columns")):
            times = Counter(heading.key for heading in headings)
            yield [key for key, many in times.items() if many > 1], f"{zh}重复", f"{en} twice"
        rows = {heading.key for heading in self.rows}
        columns = {heading.key for heading in self.columns}
        yield (
            [
                f"{row}/{column}"
                for row, column in self.cells
                if row not in rows or column not in columns
            ],
            "格子不在行和列里",
            "cells in no row or column",
        )
