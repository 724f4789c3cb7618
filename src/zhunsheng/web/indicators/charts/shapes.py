"""
What a chart is made of: lines, rectangles, curves, dots and words, at places of a plane.

It knows no figures and no file format: the same shapes become SVG and PNG.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Form = Literal["circle", "ring", "square", "diamond", "triangle", "cross"]
Hatch = Literal["", "rising", "falling", "level", "upright", "crossed"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How a shape looks: its colour, and what tells it apart where there is no colour."""

    colour: str = "#1f2933"
    width: float = 1
    dash: tuple[float, ...] = ()
    form: Form = "circle"
    hatch: Hatch = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    look: Look


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; with a hatch in its look, hatched instead. `edge` is a line around it."""

    x: float
    y: float
    width: float
    height: float
    look: Look
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through points, one after another."""

    points: tuple[tuple[float, float], ...]
    look: Look


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark at a point, in the form of its look."""

    x: float
    y: float
    look: Look
    radius: float = 4


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; `y` is its base line, `whole` the whole where it had to be cut."""

    x: float
    y: float
    text: str
    anchor: Anchor = "start"
    colour: str = "#1f2933"
    size: float = 13
    bold: bool = False
    whole: str = ""


Shape = Line | Box | Curve | Dot | Words


@dataclass(frozen=True, slots=True)
class Mark:
    """
    Something that can be reached by keyboard: a point or a bar, what it says, and where it leads.

    `callout` appears when it is pointed at or has the focus; `reach` is the area that counts as its own.
    """

    says: str
    address: str
    shapes: tuple[Shape, ...]
    reach: Box
    callout: tuple[Shape, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as shapes on a plane; `says` is its name for those who do not see it."""

    width: float
    height: float
    says: str
    parts: tuple[Shape | Mark, ...]
