"""
Tables in which a cell counts the entries of a register that both its row and its column count.

It makes an indicator for each cell and the layout of the table from the same rows and columns; what they
count is for the domain to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zhunsheng.engine.indicators.declarations import Count, Holds, Predicate
from zhunsheng.engine.indicators.statistics import Heading, StatisticsTable


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A row: its heading and which entries it counts; `words` are how reports speak of its total."""

    heading: Heading
    counts: Predicate
    on: str = ""
    holds: Holds = "by_end"
    words: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column: its heading and which of a row's entries it counts; all of them where it says nothing."""

    heading: Heading
    holds: Predicate | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Crossed:
    """
    A table of one register: rows crossed with columns.

    The key of a cell is that of the table, of its row and of its column; so rules between figures name
    them.
    """

    key: str
    label: str
    register: str
    basis: str
    rows: Sequence[Row]
    columns: Sequence[Column]
    says: str = ""

    def cell(self, row: str, column: str) -> str:
        """Get the key of the indicator in a cell."""
        return f"{self.key}_{row}_{column}"

    @property
    def cells(self) -> tuple[Count, ...]:
        """The indicators in its cells, row by row."""
        return tuple(self._count(row, column) for row in self.rows for column in self.columns)

    @property
    def table(self) -> StatisticsTable:
        """The table with its layout."""
        return StatisticsTable(
            key=self.key,
            label=self.label,
            basis=self.basis,
            says=self.says,
            rows=tuple(row.heading for row in self.rows),
            columns=tuple(column.heading for column in self.columns),
            cells={
                (row.heading.key, column.heading.key): self.cell(
                    row.heading.key, column.heading.key
                )
                for row in self.rows
                for column in self.columns
            },
        )

    def _count(self, row: Row, column: Column) -> Count:
        of = "" if column.holds is None else f"（{column.heading.label}）"
        return Count(
            key=self.cell(row.heading.key, column.heading.key),
            label=f"{row.heading.label}{of}",
            register=self.register,
            on=row.on,
            holds=row.holds,
            counts=_both(row, column),
            said_as=row.words if column.holds is None else (),
            source=self.basis,
            says=f"“{self.label}”的一格：{row.heading.label}，{column.heading.label}。",
            group=self.label,
        )


def _both(row: Row, column: Column) -> Predicate:
    """Get what a cell counts: what its row and its column count."""
    narrowed = column.holds
    if narrowed is None:
        return row.counts
    return lambda entry, period: row.counts(entry, period) & narrowed(entry, period)
