"""
Horizontal bars, one for each unit or government, each with its figure and base beside it.

Long names stand in two lines; on a phone above the bar.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zhunsheng.web.indicators.charts import looks
from zhunsheng.web.indicators.charts.lettering import lines_of, width_of
from zhunsheng.web.indicators.charts.shapes import Box, Line, Mark, Picture, Shape, Words

_SIZE, _LINE = 13, 17
_NAMES = 210
_THICK = 16


@dataclass(frozen=True, slots=True)
class Bar:
    """
    A bar: whose it is, its value (None draws none), and what is written beside it.

    A bar that is `marked` is hatched: its figure says little, such as one on a small base.
    """

    label: str
    value: float | None
    written: str
    address: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Average:
    """A line across all bars that they are compared with."""

    value: float
    label: str


def bars(
    says: str,
    shown: Sequence[Bar],
    *,
    average: Average | None = None,
    of_one: bool = False,
    narrow: bool = False,
) -> Picture:
    """
    Get the picture of some bars, in the order they come.

    Shares, `of_one`, are drawn as parts of the whole width, everything else beside the longest.
    """
    known = [abs(bar.value) for bar in shown if bar.value is not None]
    known += [average.value] if average else []
    most = 1.0 if of_one else max(known, default=0) or 1.0
    frame = _Frame(shown, most, narrow=narrow)
    parts: list[Shape | Mark] = []
    y = float(frame.above if average else 4)
    if average:
        parts.append(_label(average, frame))
    for bar in shown:
        mark, y = _row(bar, y, frame, average)
        parts.append(mark)
    return Picture(frame.width, max(y, 8), says, tuple(parts))


class _Frame:
    """Where things of a chart of bars stand."""

    above = 24

    def __init__(self, shown: Sequence[Bar], most: float, *, narrow: bool) -> None:
        self.narrow, self.most = narrow, most
        self.width = 358.0 if narrow else 720.0
        self.left = 2.0 if narrow else _NAMES + 12.0
        written = max((width_of(bar.written, _SIZE) for bar in shown), default=0)
        self.room = max(60.0, self.width - self.left - written - 12)

    def length(self, value: float) -> float:
        return round(self.room * min(1, max(0, value) / self.most), 1)


def _row(bar: Bar, y: float, frame: _Frame, average: Average | None) -> tuple[Mark, float]:
    """Get a bar with its name and its figure, and where the next one begins."""
    names = lines_of(bar.label, frame.width - 4 if frame.narrow else _NAMES, _SIZE)
    whole = bar.label if "…" in names[-1] else ""
    height = len(names) * _LINE
    if frame.narrow:
        bar_y, bottom = y + height + 4, y + height + _THICK + 16
    else:
        rows = max(height, _LINE + 4)
        bar_y, bottom = y + (rows - _THICK) / 2, y + rows + 11
    shapes: list[Shape] = []
    for number, name in enumerate(names):
        x, anchor = (frame.left, "start") if frame.narrow else (frame.left - 12, "end")
        base = y + number * _LINE + 13
        if not frame.narrow and len(names) == 1:
            base = bar_y + 12.5
        shapes.append(Words(x, base, name, anchor, size=_SIZE, whole=whole))  # type: ignore[arg-type]
    length = frame.length(bar.value) if bar.value is not None else 0
    if bar.value is not None:
        shapes.append(Line(frame.left, bar_y, frame.left, bar_y + _THICK, looks.AXIS))
        look = looks.SERIES[1] if bar.marked else looks.SERIES[0]
        edge = look.colour if bar.marked else ""
        if length:
            shapes.append(Box(frame.left, bar_y, length, _THICK, look, edge))
    if average:
        x = round(frame.left + frame.length(average.value), 1)
        shapes.append(Line(x, bar_y - 3, x, bar_y + _THICK + 3, looks.AVERAGE))
    words = Words(frame.left + frame.room + 8, bar_y + 12.5, bar.written, size=_SIZE)
    reach = Box(0, y - 3, frame.width, bottom - y - 2, looks.CLEAR)
    return Mark(f"{bar.label} {bar.written}", bar.address, (*shapes, words), reach), bottom


def _label(average: Average, frame: _Frame) -> Words:
    x = frame.left + frame.length(average.value)
    half = width_of(average.label, _SIZE) / 2
    middle = min(max(half + 2, x), frame.width - half - 2)
    return Words(round(middle, 1), 14, average.label, "middle", looks.INK, _SIZE)
