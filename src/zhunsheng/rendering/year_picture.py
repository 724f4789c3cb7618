"""A year as a picture: twelve months with days off and make-up working days, as SVG."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from zhunsheng.engine.law.calendar import Calendar, Day, Kind
from zhunsheng.rendering.standalone import environment

_CELL, _MONTH_WIDTH, _MONTH_HEIGHT, _TOP = 28, 224, 236, 72
_MARKS = {Kind.HOLIDAY: "休", Kind.MAKE_UP: "班", Kind.WEEKEND: "", Kind.ORDINARY: ""}


@dataclass(frozen=True, slots=True)
class Cell:
    """One day in its place."""

    x: int
    y: int
    day: Day
    mark: str


@dataclass(frozen=True, slots=True)
class Month:
    """One month in its place."""

    x: int
    y: int
    number: int
    cells: tuple[Cell, ...]


def year_picture(year: int, calendar: Calendar) -> str:
    """Get a year as SVG. Raises NotCoveredError for a year outside the calendar."""
    days = calendar.days(date(year, 1, 1), date(year, 12, 31))
    numbers = list(dict.fromkeys(day.source for day in days if day.source))
    return (
        environment()
        .get_template("year.svg")
        .render(
            year=year,
            months=[_month(year, month, calendar) for month in range(1, 13)],
            working=sum(day.is_working for day in days),
            off=sum(not day.is_working for day in days),
            sources=numbers,
            provisional=year not in calendar.years,
            cell=_CELL,
            Kind=Kind,
            weekdays="一二三四五六日",
        )
    )


def _month(year: int, month: int, calendar: Calendar) -> Month:
    length = monthrange(year, month)[1]
    shift = date(year, month, 1).weekday()
    cells = []
    for number, day in enumerate(calendar.days(date(year, month, 1), date(year, month, length))):
        row, column = divmod(shift + number, 7)
        cells.append(Cell(column * _CELL, 40 + row * _CELL, day, _MARKS[day.kind]))
    across, down = (month - 1) % 4, (month - 1) // 4
    x, y = 20 + across * _MONTH_WIDTH, _TOP + down * _MONTH_HEIGHT
    return Month(x, y, month, tuple(cells))
