"""How a table is set on the page: its columns' widths, the size of its letters, upright or across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zhunsheng.rendering.report.printable import em

UPRIGHT, ACROSS = 442.2, 637.8
"""How wide the type area is in points: A4 upright, and lying on its side."""
PADDING = 8.0
"""What the two sides of a cell keep free, in points."""

# Tried in turn: the room, the size of letters, and how many characters are not broken over lines.
_TRIED = (
    (UPRIGHT, 14.0, 7.0),
    (UPRIGHT, 12.0, 7.0),
    (UPRIGHT, 10.5, 7.0),
    (ACROSS, 12.0, 7.0),
    (ACROSS, 12.0, 5.0),
    (ACROSS, 10.5, 5.0),
    (ACROSS, 9.0, 5.0),
    (ACROSS, 9.0, 4.0),
    (ACROSS, 7.5, 3.0),
)
_SMALLEST = 6.0
_NARROWEST, _WIDE, _WIDEST = 2.0, 30.0, 60.0
_TOKEN_AT_MOST = 12.0
_CENTRED_UP_TO = 8.0
# Digits of some fonts are a little wider than half a character.
_SLACK = 1.12
# A line is not broken for the sake of its last character or two.
_LITTLE_MORE = 1.3
_SPLITS_FROM = 400


@dataclass(frozen=True, slots=True)
class TableLayout:
    """A table's layout: points of each column and of its letters, and whether its page lies on its side."""

    widths: tuple[float, ...]
    size: float
    across: bool
    centred: tuple[bool, ...]

    def holds(self, column: int) -> int:
        """Get how many half-width signs a line of a column holds."""
        return max(2, int((self.widths[column] - PADDING) / (self.size * 0.6)))


def layout_of(rows: Sequence[Sequence[str]], largest: float = 14.0) -> TableLayout:
    """
    Get the layout of a table, its head first: the largest letters with which its words have room.

    A column with one long cell is set flush left, the others are centred.
    """
    columns = [
        [row[at] for row in rows if at < len(row)] for at in range(max(map(len, rows), default=0))
    ]
    wanted = [max(_NARROWEST, _liked(max(map(_longest_line, cells)))) for cells in columns]
    centred = tuple(
        all(_longest_line(cell) <= _CENTRED_UP_TO for cell in cells[1:]) for cells in columns
    )
    for room, size, whole in _TRIED:
        least = [max(_NARROWEST, *(_least(cell, whole) for cell in cells)) for cells in columns]
        if size <= largest and sum(least) * size + PADDING * len(columns) <= room:
            widths = _shared(least, wanted, size, room)
            return TableLayout(widths, size, across=room == ACROSS, centred=centred)
    weights = [min(one, 8.0) for one in wanted]
    narrow = tuple(ACROSS * one / sum(weights) for one in weights)
    return TableLayout(narrow, _SMALLEST, across=True, centred=centred)


def may_split(row: Sequence[str]) -> bool:
    """Whether a row holds so much that it may go on on the next page; no other does."""
    return max((len(cell) for cell in row), default=0) >= _SPLITS_FROM


def _longest_line(cell: str) -> float:
    return max((em(line) for line in cell.split("\n")), default=0.0)


def _liked(longest: float) -> float:
    """Get how wide a column would like to be: as its longest line, of what goes on for lines only a part."""
    return longest if longest <= _WIDE else min(_WIDE + (longest - _WIDE) / 6, _WIDEST)


def _least(cell: str, whole: float) -> float:
    """Get how wide a cell is at least: up to `whole` characters stand on one line, a number always."""
    longest = _longest_line(cell) * _SLACK
    if longest <= whole * _LITTLE_MORE:
        return longest
    words = "".join(sign if sign.isascii() and sign.isprintable() else " " for sign in cell).split()
    return max(whole, min(max(map(em, words), default=0.0) * _SLACK, _TOKEN_AT_MOST))


def _shared(
    least: Sequence[float], wanted: Sequence[float], size: float, room: float
) -> tuple[float, ...]:
    """Share the room: each column what it needs, the rest as they would like to have it."""
    base = [one * size + PADDING for one in least]
    left = room - sum(base)
    more = [2 * size * max(want - need, 0.0) for want, need in zip(wanted, least, strict=True)]
    weights = [one / 2 + extra for one, extra in zip(base, more, strict=True)]
    whole = sum(weights) or 1.0
    return tuple(one + left * weight / whole for one, weight in zip(base, weights, strict=True))
