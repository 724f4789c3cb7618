"""A report as composed: blocks of text in which each figure that is bound to an indicator is marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from zhunsheng.engine.reporting.templates import Part

BlockKind = Literal[
    "title", "addressee", "heading", "paragraph", "table_title", "table", "signature", "date"
]

FigureKind = Literal["count", "share", "total", "mean"]
"""How a figure follows from what was counted: their number, a part of a base, a sum, a sum by their number."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; `figure` is the id of the bound figure that it prints, or nothing."""

    text: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """
    A paragraph, a heading of a level (1 for 一、, 2 for （一）), or a table of rows of cells.

    `number` is the mark of a heading as it is printed, which its text does not repeat. `source` is who
    the text comes from: the name of a statement, the number of an entry, or nothing.
    """

    kind: BlockKind
    spans: tuple[Span, ...] = ()
    level: int = 0
    number: str = ""
    rows: tuple[tuple[tuple[Span, ...], ...], ...] = ()
    source: str = ""

    @property
    def text(self) -> str:
        """The text as printed, with the mark of a heading; of a table its cells, tabs and lines between."""
        if self.kind == "table":
            return "\n".join(
                "\t".join("".join(span.text for span in cell) for cell in row) for row in self.rows
            )
        return self.number + "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundFigure:
    """
    A figure in a report, and all it takes to find out where it comes from.

    `printed` is what the report says (52件, 93.75%); `part` which side of the indicator it is. `counted`,
    `base` and `total` are the exact result for the period printed; `last_counted`, `last_base` and
    `last_total` that of the year before where the figure speaks of it. `total` is in the field's own
    unit (分 for money, which `is_money` tells). `kind` says how the figure follows from them; of a mean, `per`
    of what is added up make one of `measure`. With these alone, anybody can find out what must be printed.
    """

    id: str
    indicator: str
    label: str
    part: Part
    printed: str
    measure: str
    period: str
    place: str
    counted: int
    base: int
    total: int | Decimal | None = None
    last_counted: int | None = None
    last_base: int | None = None
    last_total: int | Decimal | None = None
    says: str = ""
    source: str = ""
    kind: FigureKind = "count"
    is_money: bool = False
    per: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report: who reports on which year, its blocks in order, and the figures bound in them by id."""

    title: str
    issuer: str
    year: int
    number: str = ""
    issued: date | None = None
    blocks: tuple[Block, ...] = ()
    figures: Mapping[str, BoundFigure] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """All that is printed, a line for each paragraph and row."""
        return "\n".join(block.text for block in self.blocks)
