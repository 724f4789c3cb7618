"""
A trend: one line a year over its months or quarters, with a gap where there is no figure.

It is drawn wide for a screen and narrow for a phone, from the same points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from zhunsheng.web.indicators.charts import looks
from zhunsheng.web.indicators.charts.lettering import width_of
from zhunsheng.web.indicators.charts.scales import ticks
from zhunsheng.web.indicators.charts.shapes import (
    Box,
    Curve,
    Dot,
    Line,
    Mark,
    Picture,
    Shape,
    Words,
)

_SIZE = 13
_ABOVE, _BELOW, _RIGHT = 18, 28, 16
_LEGEND = 22


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a trend: its value (None leaves a gap), what it says, and where it leads."""

    value: float | None
    says: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A line of a trend: a point for each place along the axis."""

    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Axis:
    """The upright axis: the round figures to show, and how they are written."""

    values: tuple[float, ...]
    written: Callable[[float], str]


def trend(
    says: str,
    places: Sequence[str],
    series: Sequence[Series],
    written: Callable[[float], str],
    *,
    of_one: bool = False,
    narrow: bool = False,
) -> Picture:
    """
    Get the picture of a trend.

    `places` are the words along the level axis, `written` says a figure of the upright one; shares,
    `of_one`, stand on an axis from 0 to 1. Raises ValueError for more series than can be told apart.
    """
    if len(series) > looks.MOST_SERIES:
        raise ValueError(f"{len(series)} series; at most {looks.MOST_SERIES} can be told apart.")
    known = [point.value for one in series for point in one.points if point.value is not None]
    values = [0, 0.25, 0.5, 0.75, 1.0] if of_one else ticks(known, whole=_whole(known))
    labels = [one.label for one in series]
    frame = _Frame(Axis(values=tuple(values), written=written), len(places), labels, narrow=narrow)
    parts: list[Shape | Mark] = [*_legend(frame), *_axes(frame, places)]
    for place in reversed(range(len(series))):
        parts += _curves(series[place], place, frame)
    for place, one in enumerate(series):
        parts += _marks(one, place, frame)
    return Picture(frame.width, frame.height, says, tuple(parts))


class _Frame:
    """Where things of a trend stand."""

    def __init__(self, axis: Axis, places: int, labels: Sequence[str], *, narrow: bool) -> None:
        self.axis, self.places = axis, places
        self.width = 358 if narrow else 720
        widest = max(width_of(axis.written(value), _SIZE) for value in axis.values)
        self.left = round(widest + 12)
        self.legend = list(self._legend(labels))
        self.above = _ABOVE + self.legend[-1][1] + _LEGEND / 2 if self.legend else _ABOVE
        self.height = self.above + _BELOW + (164 if narrow else 212)

    @property
    def step(self) -> float:
        """How far apart places along the level axis are."""
        return (self.width - self.left - _RIGHT) / self.places

    def x(self, place: int) -> float:
        return round(self.left + (place + 0.5) * self.step, 1)

    def y(self, value: float) -> float:
        low, high = self.axis.values[0], self.axis.values[-1]
        room = self.height - self.above - _BELOW
        return round(self.above + room * (1 - (value - low) / (high - low)), 1)

    def _legend(self, labels: Sequence[str]) -> Iterator[tuple[float, float, str]]:
        """Get where each label of the legend stands, in as many rows as they need."""
        x, y = float(self.left), 14.0
        for label in labels:
            width = 34 + width_of(label, _SIZE) + 20
            if x > self.left and x + width > self.width:
                x, y = float(self.left), y + _LEGEND
            yield x, y, label
            x += width


def _whole(values: Sequence[float]) -> bool:
    return all(value == int(value) for value in values)


def _legend(frame: _Frame) -> Iterator[Shape]:
    for number, (x, y, label) in enumerate(frame.legend):
        look = looks.SERIES[number]
        yield Line(x, y, x + 28, y, look)
        yield Dot(x + 14, y, look)
        yield Words(x + 34, y + 4.5, label, size=_SIZE)


def _axes(frame: _Frame, places: Sequence[str]) -> Iterator[Shape]:
    for value in frame.axis.values:
        y = frame.y(value)
        look = looks.AXIS if value == 0 else looks.GRID_LINE
        yield Line(frame.left, y, frame.width - _RIGHT + 8, y, look)
        words = frame.axis.written(value)
        yield Words(frame.left - 8, y + 4.5, words, "end", looks.QUIET, _SIZE)
    widest = max(width_of(word, _SIZE) for word in places)
    every = 1 if widest + 4 <= frame.step else 2
    for place, word in enumerate(places):
        if place % every == 0:
            x = frame.x(place)
            yield Words(x, frame.height - 8, word, "middle", looks.QUIET, _SIZE)


def _curves(one: Series, number: int, frame: _Frame) -> Iterator[Shape]:
    """Get the pieces of a line between its gaps."""
    piece: list[tuple[float, float]] = []
    for place, point in enumerate((*one.points, Point(None, ""))):
        if point.value is not None:
            piece.append((frame.x(place), frame.y(point.value)))
            continue
        if len(piece) > 1:
            yield Curve(tuple(piece), looks.SERIES[number])
        piece = []


def _marks(one: Series, number: int, frame: _Frame) -> Iterator[Mark]:
    look = looks.SERIES[number]
    for place, point in enumerate(one.points):
        if point.value is None:
            continue
        x, y = frame.x(place), frame.y(point.value)
        reach = Box(x - 11, y - 11, 22, 22, looks.CLEAR)
        yield Mark(
            point.says, point.address, (Dot(x, y, look),), reach, _callout(point, x, y, frame)
        )


def _callout(point: Point, x: float, y: float, frame: _Frame) -> tuple[Shape, ...]:
    """Get the card with what a point says, above it or below, inside the picture."""
    width = width_of(point.says, _SIZE) + 16
    left = min(max(2, x - width / 2), frame.width - width - 2)
    top = y - 38 if y > 44 else y + 12
    card = Box(round(left, 1), top, width, 26, looks.CARD, looks.QUIET)
    return card, Words(round(left + 8, 1), top + 17.5, point.says, size=_SIZE)
