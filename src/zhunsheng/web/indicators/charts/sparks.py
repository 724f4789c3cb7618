"""A small line for a card or a row of a list: how a figure went, without axes; its words say the rest."""

from __future__ import annotations

from collections.abc import Sequence

from zhunsheng.web.indicators.charts import looks
from zhunsheng.web.indicators.charts.shapes import Curve, Dot, Line, Look, Mark, Picture, Shape

WIDTH, HEIGHT = 120.0, 32.0
_EDGE = 5.0
_LINE = Look(colour=looks.ACCENT, width=1.75)
_LAST = Look(colour=looks.ACCENT)


def spark(says: str, values: Sequence[float | None], *, of_one: bool = False) -> Picture:
    """
    Get the small picture of some values in turn; None leaves a gap.

    It stands on 0, so that a small change does not look like a great one.
    """
    known = [value for value in values if value is not None]
    high = 1.0 if of_one else max(known, default=0) or 1.0
    low = min([0.0, *known])
    wide = (WIDTH - 2 * _EDGE) / max(1, len(values) - 1)
    places = [
        None
        if value is None
        else (
            round(_EDGE + number * wide, 1),
            round(_EDGE + (HEIGHT - 2 * _EDGE) * (1 - (value - low) / (high - low)), 1),
        )
        for number, value in enumerate(values)
    ]
    base = HEIGHT - 1.5
    parts: list[Shape | Mark] = [Line(_EDGE, base, WIDTH - _EDGE, base, looks.GRID_LINE)]
    piece: list[tuple[float, float]] = []
    for place in (*places, None):
        if place is not None:
            piece.append(place)
            continue
        if len(piece) > 1:
            parts.append(Curve(tuple(piece), _LINE))
        elif piece:
            parts.append(Dot(*piece[0], _LAST, 1.75))
        piece = []
    last = [place for place in places if place is not None][-1:]
    parts += [Dot(*place, _LAST, 3) for place in last]
    return Picture(WIDTH, HEIGHT, says, tuple(parts))
