"""
A chart as SVG: a picture with a title and a description, whole or sheet by sheet.

Colours and faces are attributes of the drawing, never styles, so that it shows under a policy that
lets none through, and in a file of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from zhunsheng.engine.procedure_charts.boxes import LINE, PAD, Box, Kind, Text, Tone
from zhunsheng.engine.procedure_charts.layout import Chart, Line

_FACES = (
    "Noto Sans SC, Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
)
_INK, _QUIET, _LINE_COLOUR, _DOUBT = "#1f2933", "#4f5b67", "#4f5b67", "#7d5200"
_GROUND: dict[Kind, tuple[str, str]] = {
    "state": ("#e9f1fa", "#1d5fa7"),
    "final": ("#eaf6ee", "#1a6b37"),
    "step": ("#ffffff", "#86919d"),
    "clock": ("#fdf4e0", "#7d5200"),
    "due_date": ("#f4f6f9", "#86919d"),
}
_TONES: dict[Tone, str] = {
    "strong": _INK,
    "plain": _INK,
    "gate": "#1d4f8c",
    "quiet": _QUIET,
    "unconfirmed": _DOUBT,
}
_ROUND = 4.0
_HEAD = 5.0


@dataclass(frozen=True, slots=True)
class Named:
    """How a picture is called by those who do not see it; `key` tells pictures of a page apart."""

    key: str
    title: str
    description: str
    wears: str = ""


def svg(chart: Chart, named: Named, part: tuple[float, float] | None = None) -> str:
    """
    Get a chart, or the part of it that begins somewhere and is so high, as an SVG element.

    It stands in a page as it is, and in a file of its own after `FILE_HEAD`.
    """
    top, height = part or (0.0, chart.height)
    inside = _Window(top, top + height)
    drawn = [
        *(_line(line) for line in chart.lines if inside.shows_line(line)),
        *(_box(box) for box in chart.boxes if inside.shows_box(box)),
    ]
    wears = f" class={quoteattr(named.wears)}" if named.wears else ""
    title, description = f"{named.key}-title", f"{named.key}-description"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg"{wears} role="img" '
        f"aria-labelledby={quoteattr(f'{title} {description}')} "
        f'viewBox="0 {_n(top)} {_n(chart.width)} {_n(height)}" '
        f'width="{_n(chart.width)}" height="{_n(height)}" '
        f"font-family={quoteattr(_FACES)}>"
        f"<title id={quoteattr(title)}>{escape(named.title)}</title>"
        f"<desc id={quoteattr(description)}>{escape(named.description)}</desc>"
        f"{''.join(drawn)}</svg>"
    )


FILE_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
"""What a file begins with that holds one picture."""


@dataclass(frozen=True, slots=True)
class _Window:
    """The part of a chart that a sheet shows."""

    top: float
    bottom: float

    def shows_box(self, box: Box) -> bool:
        return box.y < self.bottom and box.bottom > self.top

    def shows_line(self, line: Line) -> bool:
        ys = [y for _, y in line.corners]
        return min(ys) < self.bottom and max(ys) > self.top


def _box(box: Box) -> str:
    fill, edge = _GROUND[box.kind]
    dashes = ' stroke-dasharray="5 3"' if box.dashed else ""
    radius = box.height / 2 if box.kind in {"state", "final"} and len(box.lines) < 2 else _ROUND
    written = "".join(_text(box, number, text) for number, text in enumerate(box.lines))
    return (
        f'<g><rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" '
        f'height="{_n(box.height)}" rx="{_n(radius)}" fill="{fill}" stroke="{edge}"{dashes}/>'
        f"{written}</g>"
    )


def _text(box: Box, number: int, text: Text) -> str:
    baseline = box.y + PAD + LINE * number + LINE * 0.74
    weight = ' font-weight="600"' if text.tone == "strong" else ""
    return (
        f'<text x="{_n(box.x + PAD)}" y="{_n(baseline)}" font-size="{_n(text.size)}" '
        f'fill="{_TONES[text.tone]}"{weight}>{escape(text.text)}</text>'
    )


def _line(line: Line) -> str:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in line.corners)
    dashes = ' stroke-dasharray="4 3"' if line.back else ""
    drawn = (
        f'<polyline points="{points}" fill="none" stroke="{_LINE_COLOUR}" '
        f'stroke-linejoin="round"{dashes}/>'
    )
    return drawn + "".join(_head(line)) if line.arrow else drawn


def _head(line: Line) -> Iterator[str]:
    """Get the head of an arrow: it points as the last stretch of its line runs."""
    (from_x, from_y), (x, y) = line.corners[-2:]
    if from_y == y:
        back = x - _HEAD * 1.6 if from_x < x else x + _HEAD * 1.6
        corners = ((x, y), (back, y - _HEAD * 0.7), (back, y + _HEAD * 0.7))
    else:
        back = y - _HEAD * 1.6 if from_y < y else y + _HEAD * 1.6
        corners = ((x, y), (x - _HEAD * 0.7, back), (x + _HEAD * 0.7, back))
    points = " ".join(f"{_n(at)},{_n(level)}" for at, level in corners)
    yield f'<polygon points="{points}" fill="{_LINE_COLOUR}"/>'


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
