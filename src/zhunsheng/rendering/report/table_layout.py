"""How a table is set on the page: its columns' widths, the size of its letters, upright or across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zhunsheng.rendering.report.printable import em

UPRIGHT, ACROSS = 442.2, 637.8
"""How wide the type area is in points: A4 upright, and lying on its side."""
PADDING = 8.0
"""What the two sides of a cell keep free, in points."""

_SIZES = ((UPRIGHT, (14.0, 12.0, 10.5)), (ACROSS, (12.0, 10.5, 9.0, 7.5)))
_SMALLEST = 6.0
_NARROWEST, _WIDEST = 2.0, 30.0
_WRAPS_AT = 7.0
_TOKEN_AT_MOST = 12.0
_SPLITS_FROM = 400


@dataclass(frozen=True, slots=True)
class TableLayout:
    """A table's layout: points of each column and of its letters, and whether its page lies on its side."""

    widths: tuple[float, ...]
    size: float
    across: bool

    def holds(self, column: int) -> int:
        """Get how many half-width signs a line of a column holds."""
        return max(2, int((self.widths[column] - PADDING) / (self.size * 0.6)))


def layout_of(rows: Sequence[Sequence[str]]) -> TableLayout:
    """Get the layout of a table: the largest letters with which no column is too narrow for its words."""
    columns = max((len(row) for row in rows), default=0)
    least, wanted = [_NARROWEST] * columns, [_NARROWEST] * columns
    for row in rows:
        for column, cell in enumerate(row):
            least[column] = max(least[column], _least(cell))
            wanted[column] = max(wanted[column], min(_longest_line(cell), _WIDEST))
    for room, sizes in _SIZES:
        for size in sizes:
            if sum(least) * size + PADDING * columns <= room:
                return TableLayout(_shared(least, wanted, size, room), size, across=room == ACROSS)
    scale = (ACROSS - PADDING * columns) / _SMALLEST / sum(least)
    narrow = [one * max(scale, 0.2) for one in least]
    return TableLayout(_shared(narrow, narrow, _SMALLEST, ACROSS), _SMALLEST, across=True)


def may_split(row: Sequence[str]) -> bool:
    """Whether a row holds so much that it may go on on the next page; no other does."""
    return max((len(cell) for cell in row), default=0) >= _SPLITS_FROM


def _longest_line(cell: str) -> float:
    return max((em(line) for line in cell.split("\n")), default=0.0)


def _least(cell: str) -> float:
    """Get how wide a cell is at least: what is short stands on one line, a number is not broken."""
    longest = _longest_line(cell)
    if longest <= _WRAPS_AT:
        return longest
    words = "".join(sign if sign.isascii() and sign.isprintable() else " " for sign in cell).split()
    return max(_WRAPS_AT, min(max(map(em, words), default=0.0), _TOKEN_AT_MOST))


def _shared(
    least: Sequence[float], wanted: Sequence[float], size: float, room: float
) -> tuple[float, ...]:
    """Share the room: each column what it needs, the rest as they would like to have it."""
    base = [one * size + PADDING for one in least]
    left = room - sum(base)
    more = [max(want - need, 0.0) for want, need in zip(wanted, least, strict=True)]
    weights = more if sum(more) > 0 else list(base)
    whole = sum(weights) or 1.0
    return tuple(one + left * weight / whole for one, weight in zip(base, weights, strict=True))
