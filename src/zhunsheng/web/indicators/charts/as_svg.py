"""
A picture as SVG inside a page: no style attributes, no script, every point reached by keyboard.

Colours are attributes, so that the strictest policy of a page lets them through.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

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

_HATCHES = {
    "rising": "M-2 2L2 -2M0 8L8 0M6 10L10 6",
    "falling": "M-2 6L2 10M0 0L8 8M6 -2L10 2",
    "level": "M0 2H8M0 6H8",
    "upright": "M2 0V8M6 0V8",
    "crossed": "M0 2H8M0 6H8M2 0V8M6 0V8",
}


def chart(picture: Picture, name: str, wears: str = "") -> SafeString:
    """
    Get a chart whose marks are links: one tab stop each, moved between with the arrow keys by script.

    `name` is unique on the page; `wears` are classes of its own.
    """
    looks = {shape.look for shape in _all_shapes(picture) if isinstance(shape, Box)}
    hatched = sorted((look for look in looks if look.hatch), key=lambda look: look.hatch)
    patterns = {look: f"{name}-{look.hatch}" for look in hatched}
    drawn = _Drawing(patterns)
    return format_html(
        '<svg class="chart {}" viewBox="0 0 {} {}" role="group" aria-label="{}" data-chart="">{}{}</svg>',
        wears,
        _number(picture.width),
        _number(picture.height),
        picture.says,
        _definitions(patterns),
        drawn.parts(picture.parts),
    )


def image(picture: Picture, wears: str = "spark") -> SafeString:
    """Get a chart that is one image: a name, and nothing inside to be reached."""
    return format_html(
        '<svg class="{}" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        wears,
        _number(picture.width),
        _number(picture.height),
        picture.says,
        _Drawing({}).parts(picture.parts),
    )


class _Drawing:
    """Shapes as SVG, with the patterns of their hatches."""

    def __init__(self, patterns: dict[Look, str]) -> None:
        self._patterns = patterns

    def parts(self, parts: Iterable[Shape | Mark]) -> SafeString:
        return _joined(
            self._mark(part) if isinstance(part, Mark) else self._shape(part) for part in parts
        )

    def _mark(self, mark: Mark) -> SafeString:
        inside = _joined(self._shape(shape) for shape in (mark.reach, *mark.shapes))
        if mark.callout:
            card = _joined(self._shape(shape) for shape in mark.callout)
            inside += format_html('<g class="callout" aria-hidden="true">{}</g>', card)
        if mark.address:
            shape = '<a class="mark" href="{}" aria-label="{}">{}</a>'
            return format_html(shape, mark.address, mark.says, inside)
        return format_html(
            '<g class="mark" tabindex="0" role="img" aria-label="{}">{}</g>', mark.says, inside
        )

    def _shape(self, shape: Shape) -> SafeString:
        match shape:
            case Line():
                return format_html(
                    '<path d="M{} {}L{} {}"{}/>',
                    *map(_number, (shape.x1, shape.y1, shape.x2, shape.y2)),
                    _stroke(shape.look),
                )
            case Curve():
                path = "L".join(f"{_number(x)} {_number(y)}" for x, y in shape.points)
                return format_html(
                    '<path d="M{}" fill="none"{} stroke-linejoin="round"/>',
                    path,
                    _stroke(shape.look),
                )
            case Box():
                return self._box(shape)
            case Dot():
                return _dot(shape)
            case Words():
                return _words(shape)

    def _box(self, box: Box) -> SafeString:
        pattern = self._patterns.get(box.look)
        fill = f"url(#{pattern})" if pattern else box.look.colour
        edge = format_html(' stroke="{}"', box.edge) if box.edge else ""
        return format_html(
            '<rect x="{}" y="{}" width="{}" height="{}" fill="{}"{}/>',
            *map(_number, (box.x, box.y, box.width, box.height)),
            fill,
            edge,
        )


def _words(words: Words) -> SafeString:
    anchor = "" if words.anchor == "start" else format_html(' text-anchor="{}"', words.anchor)
    bold = mark_safe(' font-weight="600"') if words.bold else ""
    whole = format_html("<title>{}</title>", words.whole) if words.whole else ""
    return format_html(
        '<text x="{}" y="{}" font-size="{}" fill="{}"{}{}>{}{}</text>',
        _number(words.x),
        _number(words.y),
        _number(words.size),
        words.colour,
        anchor,
        bold,
        words.text,
        whole,
    )


def _dot(dot: Dot) -> SafeString:
    x, y, r = dot.x, dot.y, dot.radius
    colour = dot.look.colour
    if dot.look.form in {"circle", "ring"}:
        fill = colour if dot.look.form == "circle" else "#ffffff"
        edge = format_html(' stroke="{}" stroke-width="2"', colour) if fill != colour else ""
        return format_html(
            '<circle cx="{}" cy="{}" r="{}" fill="{}"{}/>', *map(_number, (x, y, r)), fill, edge
        )
    corners = corners_of(dot)
    path = "L".join(f"{_number(left)} {_number(top)}" for left, top in corners)
    return format_html('<path d="M{}Z" fill="{}"/>', path, colour)


def corners_of(dot: Dot) -> list[tuple[float, float]]:
    """Get the corners of a mark that is not round."""
    x, y, r = dot.x, dot.y, dot.radius
    third = r / 3
    forms: dict[str, list[tuple[float, float]]] = {
        "square": [(-r, -r), (r, -r), (r, r), (-r, r)],
        "diamond": [(0, -r - 1), (r + 1, 0), (0, r + 1), (-r - 1, 0)],
        "triangle": [(0, -r - 1), (r + 1, r), (-r - 1, r)],
        "cross": [
            *[(-third, -r), (third, -r), (third, -third), (r, -third), (r, third), (third, third)],
            *[
                (third, r),
                (-third, r),
                (-third, third),
                (-r, third),
                (-r, -third),
                (-third, -third),
            ],
        ],
    }
    return [(x + left, y + top) for left, top in forms[dot.look.form]]


def _stroke(look: Look) -> SafeString:
    dash = ""
    if look.dash:
        dash = format_html(' stroke-dasharray="{}"', " ".join(map(_number, look.dash)))
    return format_html(' stroke="{}" stroke-width="{}"{}', look.colour, _number(look.width), dash)


def _definitions(patterns: dict[Look, str]) -> SafeString:
    if not patterns:
        return mark_safe("")
    inside = format_html_join(
        "",
        '<pattern id="{}" width="8" height="8" patternUnits="userSpaceOnUse"><path d="{}" stroke="{}" stroke-width="1.5" fill="none"/></pattern>',
        ((key, _HATCHES[look.hatch], look.colour) for look, key in patterns.items()),
    )
    return format_html("<defs>{}</defs>", inside)


def _all_shapes(picture: Picture) -> Iterable[Shape]:
    for part in picture.parts:
        if isinstance(part, Mark):
            yield from part.shapes
        else:
            yield part


def _joined(pieces: Iterable[SafeString]) -> SafeString:
    return mark_safe("".join(map(conditional_escape, pieces)))  # noqa: S308  # each piece is escaped


def _number(value: float) -> str:
    """Get a number as SVG has it, without needless digits."""
    return f"{value:.1f}".removesuffix(".0")
