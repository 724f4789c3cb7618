"""Last days per second, beside a loop over days and the logic of weekends and a list of holidays."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.calendar import Calendar, Kind
from zhunsheng.engine.law.clocks import Clock
from zhunsheng.engine.law.deadlines import due
from zhunsheng.engine.law.explanation import explain
from zhunsheng.engine.law.wording import in_words

ONE = timedelta(days=1)
AMOUNT = 20
STARTS = [date(2025, 1, 1) + timedelta(days=offset) for offset in range(365)]


def walking(start: date, calendar: Calendar) -> date:
    """Get the last of twenty working days by asking for each day."""
    day, left = start, AMOUNT
    while left:
        day += ONE
        left -= calendar.is_working(day)
    return day


def weekends_and_holidays(start: date, holidays: frozenset[date]) -> date:
    """Get the last day as systems without make-up working days do: no weekends, no holidays."""
    day, left = start, AMOUNT
    while left:
        day += ONE
        left -= day.weekday() < 5 and day not in holidays
    return day


def per_second(compute: Callable[[date], object], rounds: int) -> float:
    """Get how many starts a second are done, the best of three runs."""
    best = 0.0
    for _ in range(3):
        began = time.perf_counter()
        for _ in range(rounds):
            for start in STARTS:
                compute(start)
        best = max(best, rounds * len(STARTS) / (time.perf_counter() - began))
    return best


def wrong_without_make_up_days(clock: Clock, calendar: Calendar, holidays: frozenset[date]) -> int:
    """Get for how many start days of 2025 the logic without make-up days gets the last day wrong."""
    return sum(
        weekends_and_holidays(start, holidays) != due(clock, start, calendar).last
        for start in STARTS
    )


def main() -> None:
    """Print the table."""
    calendar = Calendar()
    clock = catalogue().clock("openness.reply").clock
    days = calendar.days(date(2024, 12, 1), date(2026, 12, 31))
    holidays = frozenset(day.date for day in days if day.kind is Kind.HOLIDAY)
    plain = per_second(lambda start: due(clock, start, calendar), 40)
    rows = [
        ("plain: due", plain),
        ("explained, as data", per_second(lambda s: explain(due(clock, s, calendar), calendar), 4)),
        (
            "explained, in words (zh and en)",
            per_second(lambda s: in_words(explain(due(clock, s, calendar), calendar)), 2),
        ),
        ("a loop over days, same calendar", per_second(lambda s: walking(s, calendar), 20)),
        (
            "weekends and a list of holidays",
            per_second(lambda s: weekends_and_holidays(s, holidays), 20),
        ),
    ]
    print("last days of 20 working days from every day of 2025, one core")
    print(f"{'':<34}{'per second':>12}{'against plain':>16}")
    for label, rate in rows:
        print(f"{label:<34}{rate:>12,.0f}{rate / plain:>15.2f}x")
    wrong = wrong_without_make_up_days(clock, calendar, holidays)
    share = wrong / len(STARTS)
    print(
        f"weekends and a list of holidays: {wrong} of {len(STARTS)} last days wrong ({share:.0%})"
    )
