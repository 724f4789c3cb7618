"""
The statutory days off of a year, for years whose notice is not out yet.

It knows the Measures on Holidays as revised in 2024; it does not know any notice.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

FIRST_YEAR, LAST_YEAR = 2027, 2099
BASIS = "全国年节及纪念日放假办法（2024修订）"
_WEEKEND = 5


@cache
def statutory_days(year: int) -> dict[date, str]:
    """
    Get the days off that follow from the Measures alone, each with its festival.

    A day that falls on a weekend is made up on the next working day; which day that will be is for
    the notice to say, so all of this is provisional. Source: 全国年节及纪念日放假办法第二条、第六条.
    Raises KeyError outside 2027 to 2099.
    """
    # 第二条：元旦1天，春节4天（除夕至初三），清明1天，劳动节2天，端午1天，中秋1天，国庆3天。
    days = dict(_festivals(year))
    # 第六条：全体公民放假的假日适逢周六、周日的，在工作日补假。
    for day in sorted(days):
        if day.weekday() >= _WEEKEND:
            substitute = day
            while substitute.weekday() >= _WEEKEND or substitute in days:
                substitute += timedelta(days=1)
            days[substitute] = f"{days[day]}补假"
    return days


def _festivals(year: int) -> Iterator[tuple[date, str]]:
    spring, sweeping, boats, autumn = _moving_festivals()[year]
    yield date(year, 1, 1), "元旦"
    for offset in range(-1, 3):
        yield spring + timedelta(days=offset), "春节"
    yield sweeping, "清明节"
    for day in (1, 2):
        yield date(year, 5, day), "劳动节"
    yield boats, "端午节"
    for day in (1, 2, 3):
        yield date(year, 10, day), "国庆节"
    if autumn not in {date(year, 10, day) for day in (1, 2, 3)}:
        yield autumn, "中秋节"


@cache
def _moving_festivals() -> dict[int, list[date]]:
    """Get the first day of the year, Tomb-sweeping, Dragon Boat and Mid-autumn days by year."""
    lines = (files("zhunsheng.engine.law") / "festivals.csv").read_text("utf-8").splitlines()
    rows = ([date.fromisoformat(day) for day in line.split(",")] for line in lines[1:])
    return {row[0].year: row for row in rows}
