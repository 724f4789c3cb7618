"""
The looks of charts: the calm colours of the site, told apart by dash, form and hatch as well.

A chart printed in black and white says the same as one on the screen.
"""

from __future__ import annotations

from zhunsheng.web.indicators.charts.shapes import Look

INK, QUIET, GRID, GROUND = "#1f2933", "#4f5b67", "#d9dee5", "#ffffff"
ACCENT, PALE = "#1d5fa7", "#e9f1fa"
MOST_SERIES = 6

SERIES = (
    Look(colour="#1d5fa7", width=2.5, form="circle"),
    Look(colour="#6b7682", width=2, dash=(6, 4), form="ring", hatch="rising"),
    Look(colour="#1a6b37", width=2, dash=(2, 3), form="square", hatch="falling"),
    Look(colour="#7d5200", width=2, dash=(10, 4), form="triangle", hatch="level"),
    Look(colour="#693b9e", width=2, dash=(8, 3, 2, 3), form="diamond", hatch="upright"),
    Look(colour="#2b6f77", width=2, dash=(1, 4), form="cross", hatch="crossed"),
)
"""For each series of a chart in turn; there are never more than six."""

GRID_LINE = Look(colour=GRID)
AXIS = Look(colour=QUIET)
AVERAGE = Look(colour=INK, width=1.5)
CLEAR = Look(colour="none")
CARD = Look(colour=GROUND)
