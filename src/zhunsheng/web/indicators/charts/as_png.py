"""
A picture as a PNG file, drawn from the shapes that the page shows.

It is drawn at twice its size, on white, with a head and a foot, so that it can stand in a document.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from PIL import Image, ImageDraw

from zhunsheng.web.indicators.charts import looks
from zhunsheng.web.indicators.charts.as_svg import corners_of
from zhunsheng.web.indicators.charts.fonts import font
from zhunsheng.web.indicators.charts.lettering import lines_of
from zhunsheng.web.indicators.charts.shapes import (
    Box,
    Curve,
    Dot,
    Line,
    Look,
    Mark,
    Picture,
    Shape,
    Words,
)

SCALE = 2
# Pillow draws lines with hard edges; drawn twice as large and made smaller, they are smooth.
_FINER = 2
_EDGE, _TITLE, _NOTE = 16, 16.0, 12.0
_GAP = 8
Points = Sequence[tuple[float, float]]


def png(picture: Picture, title: str, notes: Sequence[str]) -> bytes:
    """
    Get a picture as a PNG file under a title, with notes below it.

    Raises NoFontError where the machine has no font with Chinese letters.
    """
    font(SCALE)  # before anything is drawn
    words: list[Words] = []
    y = float(_EDGE)
    for line in lines_of(title, picture.width, _TITLE, 3):
        words.append(Words(_EDGE, y + 16, line, size=_TITLE, bold=True))
        y += 24
    top = y + 8
    y = top + picture.height + 8
    for note in notes:
        for line in lines_of(note, picture.width, _NOTE, 3):
            words.append(Words(_EDGE, y + 12, line, colour=looks.QUIET, size=_NOTE))
            y += 18
    size = (round((picture.width + 2 * _EDGE) * SCALE), round((y + _EDGE) * SCALE))
    image = _drawn(picture, size, top)
    drawing = ImageDraw.Draw(image)
    for one in words:
        _write(drawing, one, 0, 0)
    for one in _words_of(picture):
        _write(drawing, one, _EDGE, top)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _drawn(picture: Picture, size: tuple[int, int], top: float) -> Image.Image:
    """Get the shapes without their words."""
    image = Image.new("RGB", (size[0] * _FINER, size[1] * _FINER), looks.GROUND)
    brush = _Brush(ImageDraw.Draw(image), SCALE * _FINER, _EDGE, top)
    for shape in _shapes_of(picture):
        brush.draw(shape)
    return image.reduce(_FINER)


def _shapes_of(picture: Picture) -> Iterator[Shape]:
    """Get all shapes that are always seen: what appears when pointed at is not for paper."""
    for part in picture.parts:
        if isinstance(part, Mark):
            yield from part.shapes
        else:
            yield part


def _words_of(picture: Picture) -> Iterator[Words]:
    return (shape for shape in _shapes_of(picture) if isinstance(shape, Words))


def _write(drawing: ImageDraw.ImageDraw, words: Words, left: float, top: float) -> None:
    anchor = {"start": "ls", "middle": "ms", "end": "rs"}[words.anchor]
    place = ((words.x + left) * SCALE, (words.y + top) * SCALE)
    drawing.text(
        place,
        words.text,
        fill=words.colour,
        font=font(round(words.size * SCALE)),
        anchor=anchor,
        stroke_width=1 if words.bold else 0,
        stroke_fill=words.colour,
    )


class _Brush:
    """Draws shapes at a scale, moved to their place."""

    def __init__(self, drawing: ImageDraw.ImageDraw, scale: float, left: float, top: float) -> None:
        self._drawing, self._scale = drawing, scale
        self._left, self._top = left, top

    def draw(self, shape: Shape) -> None:
        match shape:
            case Line():
                self._path([(shape.x1, shape.y1), (shape.x2, shape.y2)], shape.look)
            case Curve():
                self._path(shape.points, shape.look)
            case Box():
                self._box(shape)
            case Dot():
                self._dot(shape)
            case Words():
                pass  # written last, at the final size

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return (x + self._left) * self._scale, (y + self._top) * self._scale

    def _path(self, points: Points, look: Look) -> None:
        width = max(1, round(look.width * self._scale))
        for piece in _dashes(points, look.dash) if look.dash else [points]:
            places = [self._at(x, y) for x, y in piece]
            self._drawing.line(places, fill=look.colour, width=width, joint="curve")

    def _box(self, box: Box) -> None:
        if box.look.colour == looks.CLEAR.colour:
            return
        corners = [self._at(box.x, box.y), self._at(box.x + box.width, box.y + box.height)]
        if box.look.hatch:
            for x1, y1, x2, y2 in _hatching(box):
                self._path([(x1, y1), (x2, y2)], Look(colour=box.look.colour, width=1.5))
        fill = None if box.look.hatch else box.look.colour
        self._drawing.rectangle(corners, fill, box.edge or None, round(self._scale))

    def _dot(self, dot: Dot) -> None:
        if dot.look.form in {"circle", "ring"}:
            edge = dot.radius + (1 if dot.look.form == "ring" else 0)
            around = [self._at(dot.x - edge, dot.y - edge), self._at(dot.x + edge, dot.y + edge)]
            fill = dot.look.colour if dot.look.form == "circle" else looks.GROUND
            self._drawing.ellipse(around, fill, dot.look.colour, round(2 * self._scale))
            return
        places = [self._at(x, y) for x, y in corners_of(dot)]
        self._drawing.polygon(places, fill=dot.look.colour)


def _dashes(points: Points, dash: Sequence[float]) -> Iterator[Points]:
    """Get the pieces of a dashed line; the dashes go on round its corners."""
    number, left = 0, dash[0]
    for (x1, y1), (x2, y2) in pairwise(points):
        length, done = hypot(x2 - x1, y2 - y1), 0.0
        while done < length:
            step = min(left, length - done)
            if number % 2 == 0:
                begins, ends = done / length, (done + step) / length
                yield [
                    (x1 + (x2 - x1) * begins, y1 + (y2 - y1) * begins),
                    (x1 + (x2 - x1) * ends, y1 + (y2 - y1) * ends),
                ]
            done, left = done + step, left - step
            if left <= 0:
                number += 1
                left = dash[number % len(dash)]


def _hatching(box: Box) -> Iterator[tuple[float, float, float, float]]:
    """Get the lines of a hatch, cut at the edges of its box."""
    right, bottom = box.x + box.width, box.y + box.height
    if box.look.hatch in {"rising", "falling"}:
        start = box.x - box.height
        for number in range(int((box.width + box.height) / _GAP) + 1):
            x = start + number * _GAP
            first, last = max(x, box.x), min(x + box.height, right)
            if first < last:
                ends = (first - x, last - x)
                if box.look.hatch == "falling":
                    yield first, box.y + ends[0], last, box.y + ends[1]
                else:
                    yield first, bottom - ends[0], last, bottom - ends[1]
    if box.look.hatch in {"upright", "crossed"}:
        for number in range(1, int(box.width / _GAP * 2) + 1):
            yield box.x + number * _GAP / 2, box.y, box.x + number * _GAP / 2, bottom
    if box.look.hatch in {"level", "crossed"}:
        for number in range(1, int(box.height / _GAP * 2) + 1):
            yield box.x, box.y + number * _GAP / 2, right, box.y + number * _GAP / 2
